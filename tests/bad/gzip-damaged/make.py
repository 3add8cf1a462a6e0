import gzip, random
random.seed(1)
z = bytearray(gzip.compress(bytes(random.choice(b'abcdef \n') for _ in range(20000))))
z[3000:3010] = bytes(10)
open('x.gz', 'wb').write(z)
