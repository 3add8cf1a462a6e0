#!/usr/bin/env python3
"""Scores `sayso claims` against bench/labels/attributions.tsv: claims of 150 development articles, each judged to be an
attribution or none. The texts lie in `data` beside the folder that $SAYSO_EVAL names.

    SAYSO_EVAL=... bench/labels/attributions.py [--sayso build/sayso] [--wrong]

A judged claim is made again where a claim has a cue that shares a byte with its cue. Claims that were never judged do not
count, so the share that is false is that of a sample only for the version that the sample was drawn from.
"""
import argparse
import json
import os
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

from judgements import texts


def cues(options, found, keys):
    """(corpus, document): spans of the cues of its claims"""
    spans = defaultdict(list)
    for corpus in sorted({corpus for corpus, _ in keys}):
        lines = [json.dumps({'id': key, 'text': found[corpus, key][0].decode('utf-8'),
                             'published': None if found[corpus, key][1] == '-' else found[corpus, key][1]})
                 for c, key in keys if c == corpus]
        done = subprocess.run([options.sayso, 'claims', '--input', 'jsonl', '--format', 'jsonl', '-'],
                              input='\n'.join(lines).encode('utf-8'), stdout=subprocess.PIPE, check=True)
        for line in done.stdout.decode('utf-8').splitlines():
            record = json.loads(line)
            if record['kind'] == 'claim' and record['cue']:
                spans[corpus, record['doc']].append(record['cue']['span'])
    return spans


def report(name, counts):
    made = counts['no', True] + counts['yes', True]
    print('%-9s false %3d of %3d made, right %4d of %4d made; %.1f %% of those made are false' % (
        name, counts['no', True], counts['no', True] + counts['no', False], counts['yes', True],
        counts['yes', True] + counts['yes', False], 100 * counts['no', True] / max(made, 1)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sayso', default='build/sayso')
    parser.add_argument('--wrong', action='store_true', help='show what is wrong')
    options = parser.parse_args()
    found = texts(Path(os.environ['SAYSO_EVAL']).parent / 'data')
    labels = [line.split('\t') for line in (Path(__file__).parent / 'attributions.tsv').read_text(encoding='utf-8')
              .splitlines() if not line.startswith('#')]
    spans = cues(options, found, sorted({(corpus, key) for corpus, key, *_ in labels}))
    counts = defaultdict(Counter)
    for corpus, key, start, end, label, sample in labels:
        first, last = int(start), max(int(end), int(start) + 1)
        made = any(a < last and first < b for a, b in spans[corpus, key])
        for name in ('sample ' + sample, 'all'):
            counts[name][label, made] += 1
        if options.wrong and made == (label == 'no'):
            text = found[corpus, key][0]
            print('%s %s %s %s: %s' % (corpus, key, start, 'false' if made else 'missed', b' '.join(
                (text[max(0, first - 60):first] + b'<<' + text[first:last] + b'>>' + text[last:last + 60]).split())
                .decode('utf-8', 'replace')))
    for name in sorted(counts, key=lambda name: (name == 'all', name)):
        report(name, counts[name])


if __name__ == '__main__':
    main()
