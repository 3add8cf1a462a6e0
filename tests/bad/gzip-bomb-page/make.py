import gzip
open('bomb.gz', 'wb').write(gzip.compress(b'a b ' * 5_000_000))
