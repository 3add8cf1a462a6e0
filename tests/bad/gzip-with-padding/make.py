import gzip
open('x.gz', 'wb').write(gzip.compress(b'One member. ') + gzip.compress(b'Another member.') + bytes(512))
