open('m.sayso', 'wb').write(b'SAYSOMDL' + (1).to_bytes(4, 'little') + (900).to_bytes(4, 'little') + bytes(300))
