#!/usr/bin/env python3
"""Compares what pronouns mean in the output of `sayso code --all` with bench/labels/pronouns.tsv: a pronoun is right where its
entity has a mention that is the antecedent read by hand (or ends or begins with it). Precision is of those that share their
entity with a name or a noun, or should not. The texts lie in `data` beside the folder that $SAYSO_EVAL names.

    SAYSO_EVAL=... bench/labels/pronouns.py [--build build] [--show]
"""
import argparse
import json
import os
import subprocess
from collections import Counter
from pathlib import Path

from judgements import texts

PRONOUNS = set('he him his himself she her hers herself they them their theirs themselves it its itself i we who'.split())
ARTICLE = 4                     # bytes that a mention may have in front: "the "


def entities(options, keys, found):
    """(corpus, document): {(start, end): the spans of the entity that is meant there}"""
    lines = ''.join(json.dumps({'id': ' '.join(key), 'text': found[key][0].decode('utf-8'),
                                **({'published': found[key][1]} if found[key][1] != '-' else {})}) + '\n' for key in keys)
    done = subprocess.run([options.build / 'sayso', 'code', '--all', '--model', options.build / 'en.sayso', '--input', 'jsonl',
                           '--format', 'jsonl', '-'], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    out = {key: {} for key in keys}
    for line in done.stdout.decode('utf-8').splitlines():
        record = json.loads(line)
        if record['kind'] == 'entity':
            spans = [tuple(span) for span in record['mentions']]
            out[tuple(record['doc'].split(' '))].update((span, spans) for span in spans)
    return out


def fits(text, span, wanted):
    """Is it that phrase, longer or shorter, and not what belongs to it ("Clinton's campaign")?"""
    owns = "'s " in text[wanted[0]:span[1]].decode().replace('’', "'")
    return span[1] == wanted[1] or (abs(span[0] - wanted[0]) <= ARTICLE and (span[1] <= wanted[1] or not owns))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=Path, default=Path('build'))
    parser.add_argument('--show', action='store_true')
    options = parser.parse_args()
    labels = [line.split('\t') for line in (Path(__file__).parent / 'pronouns.tsv').read_text().splitlines() if line[0] != '#']
    found = texts(Path(os.environ['SAYSO_EVAL']).parent / 'data')
    meant = entities(options, sorted({(corpus, key) for corpus, key, *_ in labels}), found)
    counts = Counter()
    for corpus, key, start, end, first, last in labels:
        text, here = found[corpus, key][0], (int(start), int(end))
        word = text[here[0]:here[1]].decode().lower()
        group = 'they' if word.startswith('the') else 'it' if word.startswith('it') else 'he or she'
        others = [s for s in meant[corpus, key].get(here, []) if text[s[0]:s[1]].decode().lower() not in PRONOUNS]
        right = first != '-' and any(fits(text, s, (int(first), int(last))) for s in others)
        counts[group, 'all'] += first != '-'
        counts[group, 'given'] += bool(others)
        counts[group, 'right'] += right
        if options.show and not right and (others or first != '-'):
            wanted = '-' if first == '-' else text[int(first):int(last)].decode()
            print(corpus, key, start, word, 'means ' + wanted, 'is ' + (text[slice(*others[0])].decode() if others else '-'), sep='\t')
    for group in ('he or she', 'they', 'it'):
        right = counts[group, 'right']
        print('%-9s right %d of %d, %.1f %%; precision %.1f %%' % (group, right, counts[group, 'all'], 100 * right / counts[group, 'all'],
                                                                  100 * right / counts[group, 'given']))


if __name__ == '__main__':
    main()
