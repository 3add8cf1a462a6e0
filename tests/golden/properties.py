#!/usr/bin/env python3
"""What must hold for any input, whatever the models say.

    properties.py SAYSO

- every span of every record lies in the document's text, between characters, and holds the text that the record gives;
- every id that a record names belongs to a record of the same document; ids are unique; the content of a claim lies in that
  of the claim that it is within;
- read, claims and code print the records that --all has of their kind;
- the same bytes come out for 1, 2 and 7 threads, and for a second run;
- an input that is cut off anywhere gives records or an error, never a crash or a line that is not JSON;
- read gives exactly one document per input; a sentence of 50,000 words is parsed.
"""
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [ROOT / 'examples' / name for name in ('page.html', 'dump.txt', 'wire.jsonl')]
SENTENCES = ['The minister denied on Tuesday that the army had attacked the village.', 'Café owners in Zürich protested. ',
             '“We will not go,” she said — 日本 and Україна agreed…', 'He didn’t say who’d been arrested.', '\n\n', '\u00ad\u200b',
             'According to the Daily Post, 12 people were killed near Goma last week.', '😀 “', ')(;', 'שלום said the source.']


# A sanitizer's own exit code would be 1, that of an input that failed.
ENVIRONMENT = dict(os.environ, **{name: os.environ.get(name, '') + ':exitcode=99'
                                  for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS')})


def run(sayso, args, data=b''):
    done = subprocess.run([sayso] + args, input=data, capture_output=True, cwd=ROOT, timeout=300, env=ENVIRONMENT)
    if done.returncode not in (0, 1):
        raise AssertionError('exit %d: %s' % (done.returncode, done.stderr.decode('utf-8', 'replace')[:1500]))
    return done


def records(output):
    return [json.loads(line) for line in output.decode('utf-8').split('\n') if line]


def check_span(span, text, what):
    start, end = span
    assert 0 <= start <= end <= len(text), '%s: span %r of %d bytes' % (what, span, len(text))
    for at in (start, end):
        assert at == len(text) or text[at] & 0xC0 != 0x80, '%s: span %r cuts a character' % (what, span)
    return text[start:end].decode('utf-8')


def check_value(value, text, what):
    """Spans are found by the names of their fields, wherever they stand."""
    if isinstance(value, list):
        for item in value:
            check_value(item, text, what)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ('span', 'trigger') and item is not None:
                held = check_span(item, text, what)
                if key == 'span' and 'text' in value:
                    assert held == value['text'], '%s: %r is not %r' % (what, held, value['text'])
            elif key in ('spans', 'mentions'):
                for span in item:
                    check_span(span, text, what)
            else:
                check_value(item, text, what)


def check_document(group):
    document = group[0]
    assert document['kind'] == 'document', document['kind']
    text, ids = document['text'].encode('utf-8'), {}
    for record in group[1:]:
        assert record['doc'] == document['id']
        if 'id' in record:
            assert record['id'] not in ids, 'twice ' + record['id']
            ids[record['id']] = record
    at = 0
    for block in document['blocks']:
        assert block['span'][0] >= at, 'blocks overlap'
        at = block['span'][1]
    for record in group:
        check_value({k: v for k, v in record.items() if k not in ('media', 'dropped')}, text, record.get('id'))
    check_references(group[1:], ids)


def check_references(group, ids):
    def walk(value):
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(item)
        if isinstance(value, dict):
            for key in ('entity', 'claim', 'within', 'retracts'):
                if isinstance(value.get(key), str):
                    assert value[key] in ids, '%s %s is no record' % (key, value[key])
    for record in group:
        walk(record)
        if record['kind'] == 'claim' and record['within']:
            outer = ids[record['within']]['content']['spans']
            assert record['within'] != record['id'] and all(
                any(a <= start and end <= b for a, b in outer) for start, end in record['content']['spans']), (
                    '%s does not lie in %s' % (record['id'], record['within']))


def groups(found):
    out = []
    for record in found:
        if record['kind'] == 'document':
            out.append([])
        out[-1].append(record)
    return out


def made_up_documents(count):
    random.seed(4)
    docs = [{'id': 'd%d' % i, 'published': '2020-05-%02d' % (1 + i % 28),
             'text': ' '.join(random.choice(SENTENCES) for _ in range(random.randrange(9)))} for i in range(count)]
    return ''.join(json.dumps(d, ensure_ascii=i % 2 == 0) + '\n' for i, d in enumerate(docs)).encode('utf-8')


def spans_and_ids(sayso):
    for data in [path.read_bytes() for path in EXAMPLES] + [made_up_documents(60)]:
        for command in (['code', '--all'], ['parse', '--all', '--format', 'jsonl']):
            done = run(sayso, command + ['-'], data)
            assert done.returncode == 0, done.stderr
            for group in groups(records(done.stdout)):
                check_document(group)


def commands_agree(sayso):
    for data in [path.read_bytes() for path in EXAMPLES] + [made_up_documents(60)]:
        lines = run(sayso, ['code', '--all', '-'], data).stdout.split(b'\n')
        for command, kind in (('read', b'document'), ('claims', b'claim'), ('code', b'event')):
            own = run(sayso, [command, '--format', 'jsonl', '-'], data).stdout.split(b'\n')
            assert own[:-1] == [l for l in lines if l.startswith(b'{"kind":"%s"' % kind)], command


def conllu_covers_the_text(sayso):
    data = made_up_documents(60)
    texts = {d['id']: d['text'] for d in records(run(sayso, ['read', '-f', 'jsonl', '-'], data).stdout)}
    for block in run(sayso, ['parse', '-'], data).stdout.decode('utf-8').split('# newdoc id = ')[1:]:
        name, until, forms = block.split('\n')[0], 0, []
        for line in block.split('\n'):
            cells = line.split('\t')
            if not line:
                until = 0                                              # word up to which a multiword token reaches
            elif len(cells) == 10:
                assert 'TokenRange=' in cells[9]
                first, _, last = cells[0].partition('-')
                if last or int(first) > until:
                    forms.append(cells[1])
                until = int(last or until)
        # zero-width spaces count as white space here
        want, got = (''.join(s.replace('\u200b', ' ').split()) for s in (texts[name], ''.join(forms)))
        assert want == got, '%s: %r is not %r' % (name, got, want)


def same_bytes_for_any_number_of_threads(sayso):
    data = made_up_documents(120) + b'{"id": "d3", "text": "twice"}\nno json\n'
    for command in (['code', '--all'], ['claims', '-f', 'csv'], ['parse'], ['read', '-f', 'text']):
        runs = [run(sayso, command + ['--input', 'jsonl', '--jobs', n, '-'], data) for n in ('1', '2', '7', '7')]
        for other in runs[1:]:
            assert other.stdout == runs[0].stdout, ' '.join(command)
            assert other.stderr == runs[0].stderr, ' '.join(command)


def cut_off_anywhere(sayso):
    with tempfile.TemporaryDirectory() as folder:
        inputs = [path.read_bytes() for path in EXAMPLES] + [gzip.compress(EXAMPLES[2].read_bytes())]
        for number, data in enumerate(inputs):
            for i in range(24):
                cut = random.randrange(len(data))
                (Path(folder) / ('%d-%02d' % (number, i))).write_bytes(data[:cut])
        done = run(sayso, ['code', '--all', folder])
        for group in groups(records(done.stdout)):
            check_document(group)


def one_document_for_each_input(sayso):
    with tempfile.TemporaryDirectory() as folder:
        for i in range(40):
            (Path(folder) / ('%02d' % i)).write_text(random.choice(SENTENCES) * (i % 3))
        found = records(run(sayso, ['read', '-f', 'jsonl', folder]).stdout)
        assert [Path(d['input']['path']).name for d in found] == ['%02d' % i for i in range(40)]


def endless_sentence(sayso):
    done = run(sayso, ['parse', '--input', 'text', '-'], b'said ' * 50_000 + b'.')
    assert done.stdout.count(b'\tsaid\t') == 50_000


def main():
    failed, sayso = 0, sys.argv[1]
    tests = [spans_and_ids, commands_agree, conllu_covers_the_text, same_bytes_for_any_number_of_threads, cut_off_anywhere,
             one_document_for_each_input, endless_sentence]
    print('1..%d' % len(tests))
    for number, test in enumerate(tests, 1):
        random.seed(number)
        try:
            test(str(Path(sayso).resolve()))
            print('ok %d - %s' % (number, test.__name__))
        except (AssertionError, subprocess.TimeoutExpired, ValueError, KeyError) as wrong:
            failed += 1
            print('not ok %d - %s\n#   %s: %s' % (number, test.__name__, type(wrong).__name__, str(wrong)[:1600]))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
