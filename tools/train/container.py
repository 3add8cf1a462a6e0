"""Writes sayso model containers: the chunk format that src/model/ reads (see src/model/model.h).

header   magic "SAYSOMDL", u32 version, u32 number of chunks
entries  name (40 bytes, zero-padded), u64 offset, u64 size, u64 XXH3 of the bytes
chunks   each at a multiple of 64 bytes
All numbers are little-endian.
"""
import struct
from pathlib import Path

import numpy as np
import xxhash

MAGIC = b'SAYSOMDL'
VERSION = 1
ENTRY = struct.Struct('<40sQQQ')
DTYPE_F32, DTYPE_I8 = 0, 1


def tensor_f32(array):
    """u32 dtype, rows, columns, zero; then the numbers, row by row."""
    array = np.atleast_2d(np.asarray(array, dtype='<f4'))
    return struct.pack('<4I', DTYPE_F32, *array.shape, 0) + array.tobytes()


def tensor_i8(array):
    """The same with one float scale a row before the rows of signed bytes."""
    array = np.atleast_2d(np.asarray(array, dtype='<f4'))
    scale = np.maximum(np.abs(array).max(axis=1), 1e-12) / 127
    rows = np.clip(np.rint(array / scale[:, None]), -127, 127).astype('i1')
    return struct.pack('<4I', DTYPE_I8, *array.shape, 0) + scale.astype('<f4').tobytes() + rows.tobytes()


def write(path, chunks):
    """chunks: {name: bytes}, kept in their order."""
    at = 16 + ENTRY.size * len(chunks)
    entries, body = [], []
    for name, data in chunks.items():
        pad = -at % 64
        body += [b'\0' * pad, data]
        entries.append(ENTRY.pack(name.encode('ascii'), at + pad, len(data), xxhash.xxh3_64_intdigest(data)))
        at += pad + len(data)
    with open(path, 'wb') as file:
        file.write(MAGIC + struct.pack('<II', VERSION, len(chunks)) + b''.join(entries) + b''.join(body))


def read(path):
    """{name: bytes}"""
    data = Path(path).read_bytes()
    count = struct.unpack_from('<I', data, 12)[0]
    out = {}
    for i in range(count):
        name, offset, size, _ = ENTRY.unpack_from(data, 16 + i * ENTRY.size)
        out[name.rstrip(b'\0').decode('ascii')] = data[offset:offset + size]
    return out
