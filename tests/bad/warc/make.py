"""A WARC file with what crawls have: chunks, compression, redirections, images, garbage between records, a cut-off end."""
import gzip


def record(kind, number, block, content='application/http; msgtype=response'):
    return (b'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <http://news.example/%d>\r\nContent-Type: %s\r\n'
            b'Content-Length: %d\r\n\r\n%s\r\n\r\n' % (kind.encode(), number, content.encode(), len(block), block))


def page(name):
    return ('<html><body><p>%s: the minister denied on Tuesday that he had said it.</p></body></html>' % name).encode()


def http(body, head=b'', status=b'200 OK', content=b'text/html; charset=utf-8'):
    return b'HTTP/1.1 %s\r\nContent-Type: %s\r\n%s\r\n%s' % (status, content, head, body)


def chunks(body):
    return b'a\r\n%s\r\n%x;name=value\r\n%s\r\n0\r\n\r\n' % (body[:10], len(body) - 10, body[10:])


chunked = b'Transfer-Encoding: chunked\r\n'
records = [
    record('warcinfo', 0, b'software: by hand\r\n', 'application/warc-fields'),
    record('request', 1, b'GET / HTTP/1.1\r\n\r\n'),
    record('response', 1, http(page('plain'))),
    record('response', 2, http(chunks(page('chunked')), chunked)),
    record('response', 3, http(page('said to be chunked'), chunked)),
    record('response', 4, http(gzip.compress(page('compressed'), mtime=0), b'Content-Encoding: gzip\r\n')),
    record('response', 5, http(page('moved'), status=b'301 Moved Permanently')),
    record('response', 6, http(b'\x89PNG', content=b'image/png')),
    record('response', 7, http(page('unknown'), b'Content-Encoding: br\r\n')),
    record('response', 8, http(page('caf\u00e9').decode().encode('latin-1'), content=b'text/html; charset=iso-8859-1')),
    record('resource', 9, page('resource'), 'text/html'),
    b'garbage\r\nbetween records\r\n',
    record('response', 10, http(page('behind the garbage'))),
    record('response', 11, http(page('cut off'))),
]
whole = b''.join(records)
with open('crawl.warc', 'wb') as out:
    out.write(whole[:-60])
with open('crawl.warc.gz', 'wb') as out:
    out.write(b''.join(gzip.compress(r, mtime=0) for r in records)[:-60])
