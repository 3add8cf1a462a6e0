#!/usr/bin/env python3
"""Scores claims_judge() against bench/labels/judgements.tsv: 200 predicates of the development texts, labelled by the
definitions of FactBank (Saurí and Pustejovsky 2009). The texts lie in `data` beside the folder that $SAYSO_EVAL names.

    SAYSO_EVAL=... bench/labels/judgements.py [--build build] [--wrong]
"""
import argparse
import json
import os
import re
import subprocess
from collections import Counter
from pathlib import Path

VALUES = ['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'CTu', 'Uu', '-']


def day(date):
    return date[:10] if re.match(r'\d{4}-\d\d-\d\d', date or '') else '-'


def texts(folder):
    """(corpus, document): (text, day)"""
    found = {}
    for path in (folder / 'claims').glob('*/text/*.txt'):
        found['polnear', path.stem] = path.read_bytes(), day(path.stem.split('_')[1])
    for line in (folder / 'places' / 'tr-news.jsonl').read_text(encoding='utf-8').splitlines():
        article = json.loads(line)
        found['trnews', article['id']] = article['text'].encode('utf-8'), day(article['published'])
    for key, page in json.loads((folder / 'pages' / 'truth.json').read_text(encoding='utf-8')).items():
        found['pages', key[:10]] = page['articleBody'].encode('utf-8'), '-'
    return found


def judge(options, labels, found):
    """The label of each mention, with the rule behind the source."""
    documents = {}
    for corpus, key, start, *_ in labels:
        documents.setdefault((corpus, key), []).append(start)
    fed = b''.join(('%d %s %s\n' % (len(found[key][0]), found[key][1], ' '.join(starts))).encode() + found[key][0]
                   for key, starts in documents.items())
    done = subprocess.run([options.build / 'bench' / 'sayso-judgements', options.build / 'en.sayso'], input=fed,
                          stdout=subprocess.PIPE, check=True)
    lines = iter(done.stdout.decode('utf-8').splitlines())
    return {(*key, start): next(lines).split('\t') for key, starts in documents.items() for start in starts}


def share(name, pairs, part=lambda value: value):
    right = sum(part(a) == part(b) for a, b in pairs)
    print('%-22s %3d of %d, %.1f %%' % (name, right, len(pairs), 100 * right / len(pairs)))


def certainty(value):
    return 'U' if value == 'Uu' else value[:2]


def score(name, pairs):
    share(name + ' polarity', pairs, lambda value: value[-1])
    share(name + ' certainty', pairs, certainty)
    share(name + ' both', pairs)


def table(name, pairs):
    counts = Counter(pairs)
    used = [v for v in VALUES if any(v in pair for pair in counts)]
    print('\n%s: labelled (rows), found (columns)\n' % name + '     ' + ''.join('%5s' % v for v in used))
    for row in used:
        print('%-5s' % row + ''.join('%5s' % (counts[row, column] or '.') for column in used))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=Path, default=Path('build'))
    parser.add_argument('--wrong', action='store_true', help='show what is wrong')
    options = parser.parse_args()
    found = texts(Path(os.environ['SAYSO_EVAL']).parent / 'data')
    labels = [line.split('\t') for line in (Path(__file__).parent / 'judgements.tsv').read_text(encoding='utf-8')
              .splitlines() if not line.startswith('#')]
    judged = judge(options, labels, found)
    authors, sources = [], []
    for corpus, key, start, end, author, source in labels:
        got = judged[corpus, key, start]
        authors.append((author, got[0]))
        sources.append((source, got[1]))
        if options.wrong and [author, source] != got[:2]:
            word = found[corpus, key][0][int(start):int(end)].decode('utf-8')
            print('%s %s %s %s: %s %s, found %s' % (corpus, key, start, word, author, source, ' '.join(got)))
    score('author', authors)
    score('source', [pair for pair in sources if '-' not in pair])
    linked = sum(label != '-' for label, _ in sources)
    print('links: %d of %d missed, %d of %d invented' % (
        sum(label != '-' and got == '-' for label, got in sources), linked,
        sum(label == '-' and got != '-' for label, got in sources), len(sources) - linked))
    table('author', authors)
    table('innermost source', sources)


if __name__ == '__main__':
    main()
