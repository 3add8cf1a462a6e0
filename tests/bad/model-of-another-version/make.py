open('m.sayso', 'wb').write(b'SAYSOMDL' + (99).to_bytes(4, 'little') + bytes(300))
