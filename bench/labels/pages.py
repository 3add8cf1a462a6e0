#!/usr/bin/env python3
"""Scores title, date and outlet of `sayso read` against bench/labels/pages.tsv, facts read by hand from the development
pages of the folder that $SAYSO_EVAL names (docs/scores.md).

    SAYSO_EVAL=... bench/labels/pages.py [--sayso build/sayso] [--wrong]
"""
import argparse
import gzip
import json
import os
import re
import subprocess
from pathlib import Path


def words(text):
    return re.findall(r'\w+', (text or '').casefold())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sayso', default='build/sayso')
    parser.add_argument('--wrong', action='store_true', help='show what is wrong')
    options = parser.parse_args()
    folder = Path(os.environ['SAYSO_EVAL']).parent / 'data' / 'pages'
    urls = json.loads((folder / 'truth.json').read_text(encoding='utf-8'))
    documents = ''.join(json.dumps({
        'id': key, 'url': urls[key].get('url'),
        'html': gzip.decompress((folder / 'html' / (key + '.html.gz')).read_bytes()).decode('utf-8', 'replace')}) + '\n'
        for key in sorted(urls))
    done = subprocess.run([options.sayso, 'read', '--input', 'jsonl', '--format', 'jsonl', '-'],
                          input=documents.encode('utf-8'), stdout=subprocess.PIPE, check=True)
    found = {r['id'][:10]: r for r in map(json.loads, done.stdout.decode('utf-8').splitlines())}
    labels = [line.split('\t') for line in (Path(__file__).parent / 'pages.tsv').read_text(encoding='utf-8').splitlines()
              if not line.startswith('#')]
    right = {'title': 0, 'date': 0, 'outlet': 0}
    for key, date, outlets, title in labels:
        r = found[key]
        outlet = r['outlet']['name'] or '-'
        met = {'title': words(r['title']) == words(title), 'date': (r['published'] or '-')[:10] == date,
               'outlet': any(words(outlet) == words(o) for o in outlets.split('|'))}
        for field, good in met.items():
            right[field] += good
            if options.wrong and not good:
                print('%s %s: %r' % (key, field, {'title': r['title'], 'date': r['published'], 'outlet': outlet}[field]))
    for field, count in right.items():
        print('%-7s %d of %d, %.1f %%' % (field, count, len(labels), 100 * count / len(labels)))


if __name__ == '__main__':
    main()
