#!/usr/bin/env python3
"""Compares what `sayso code` prints with events.tsv and events-later.tsv in bench/labels: 1,819 events of the development texts that
were judged by hand by PLOVER's definitions. Says how many of the right ones are still coded with their type, and how many of the false ones are gone;
--show lists the others. The texts lie in `data` beside the folder that $SAYSO_EVAL names.

    SAYSO_EVAL=... bench/labels/events.py [--build build] [--show]
"""
import argparse
import json
import os
import subprocess
from collections import Counter
from pathlib import Path

from judgements import texts


def coded(options, keys, found):
    """(corpus, document): {(start, end) of the trigger: type}"""
    lines = ''.join(json.dumps({'id': ' '.join(key), 'text': found[key][0].decode('utf-8'),
                                **({'published': found[key][1]} if found[key][1] != '-' else {})}) + '\n' for key in keys)
    done = subprocess.run([options.build / 'sayso', 'code', '--model', options.build / 'en.sayso', '--input', 'jsonl',
                           '--format', 'jsonl', '-'], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    events = {key: {} for key in keys}
    for line in done.stdout.decode('utf-8').splitlines():
        record = json.loads(line)
        if record['kind'] == 'event':
            for telling in [record, *record['also']]:
                events[tuple(record['doc'].split(' '))][tuple(telling['evidence'].get('trigger', ()))] = record['type']
    return events


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=Path, default=Path('build'))
    parser.add_argument('--show', action='store_true')
    options = parser.parse_args()
    labels = [line.split('\t')[:8] for name in ('events.tsv', 'events-later.tsv')
              for line in (Path(__file__).parent / name).read_text().splitlines() if line[0] != '#']
    found = texts(Path(os.environ['SAYSO_EVAL']).parent / 'data')
    events = coded(options, sorted({(corpus, key) for corpus, key, *_ in labels}), found)
    counts = Counter()
    for corpus, key, start, end, was, right, _, correct in labels:
        now = events[corpus, key].get((int(start), int(end)))
        verdict = ('kept' if now == was else 'lost') if right == '1' else \
            'still false' if now == was else 'mended' if now == correct or not now else 'false otherwise'
        counts[verdict] += 1
        if options.show and verdict not in ('kept', 'mended'):
            print(verdict, corpus, key, start, end, 'judged as %s, should be %s, is %s' % (was, correct, now), sep='\t')
    print('right events: %d kept, %d lost; false ones: %d mended, %d still false, %d false otherwise' % tuple(
        counts[name] for name in ('kept', 'lost', 'mended', 'still false', 'false otherwise')))


if __name__ == '__main__':
    main()
