import gzip, random
random.seed(1)
open('x.gz', 'wb').write(gzip.compress(bytes(random.choice(b'abcdef \n') for _ in range(20000)))[:5000])
