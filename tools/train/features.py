"""The features of a word form. src/syntax/features.c computes the same; tests/syntax holds both to one table."""

TABLES = (('prefix2', 2048), ('prefix3', 4096), ('suffix2', 1024), ('suffix3', 4096), ('suffix4', 8192),
          ('shape', 1024), ('end', 512))


def fnv1a32(data):
    value = 2166136261
    for byte in data:
        value = (value ^ byte) * 16777619 & 0xffffffff
    return value


def fnv1a64(data):
    value = 14695981039346656037
    for byte in data:
        value = (value ^ byte) * 1099511628211 & 0xffffffffffffffff
    return value


def normal(form):
    """Lower case, one character for one character; digits become 0; typographic quotes and dashes plain ones."""
    out = []
    for c in form:
        low = c.lower()
        c = low if len(low) == 1 else c
        if c in '\u2018\u2019':
            c = "'"
        elif c in '\u201c\u201d':
            c = '"'
        elif c in '\u2010\u2011\u2013\u2014':
            c = '-'
        out.append('0' if '0' <= c <= '9' else c)
    return ''.join(out)


def shape(form):
    """X upper case, x lower case, d digit, others as they are; runs are cut to two."""
    out = []
    for c in form:
        if '0' <= c <= '9':
            k = 'd'
        elif c.isascii() and c.isalpha():
            k = 'X' if c.isupper() else 'x'
        elif ord(c) >= 128:
            low = c.lower()
            k = 'X' if len(low) == 1 and low != c else 'x'
        else:
            k = c
        if len(out) < 2 or out[-1] != k or out[-2] != k:
            out.append(k)
    return ''.join(out)


def rows(form):
    """One row number for each of TABLES."""
    word = normal(form)
    texts = (word[:2], word[:3], word[-2:], word[-3:], word[-4:], shape(form), form[-1:] + shape(form)[:2])
    return [fnv1a32(t.encode('utf-8')) % size for t, (_, size) in zip(texts, TABLES)]
