data = bytearray(b'SAYSOMDL' + (1).to_bytes(4, 'little') + (1).to_bytes(4, 'little') + b'part'.ljust(40, b'\0') + (128).to_bytes(8, 'little') + (4).to_bytes(8, 'little') + (7).to_bytes(4, 'little') + bytes(4))
open('m.sayso', 'wb').write(data.ljust(128, b'\0') + b'text')
