#!/usr/bin/env python3
"""Compares the trees of `sayso parse` with those of data/treebank/test, whose sentences no training saw: from given tokens, the
shares of words with the right head (UAS), head and relation (LAS) and tag, punctuation aside; then by relation.

    bench/treebank.py [--build build] [FILE...]
"""
import argparse
import subprocess
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / 'data' / 'treebank' / 'test'


def sentences(text):
    """The rows of the words of each sentence"""
    for block in text.strip().split('\n\n'):
        rows = [line.split('\t') for line in block.split('\n') if line[0] != '#']
        yield [row for row in rows if row[0].isdigit()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=Path, default=Path('build'))
    parser.add_argument('files', nargs='*', type=Path, default=sorted(FOLDER.glob('*.conllu')))
    options = parser.parse_args()
    words, heads, both, tags = 0, 0, Counter(), 0
    of = Counter()
    for path in options.files:
        done = subprocess.run([options.build / 'sayso', 'parse', '--model', options.build / 'en.sayso', '--input', 'conllu',
                               '--format', 'conllu', path], stdout=subprocess.PIPE, check=True)
        for gold, found in zip(sentences(path.read_text(encoding='utf-8')), sentences(done.stdout.decode('utf-8')), strict=True):
            for right, row in zip(gold, found, strict=True):
                if right[3] == 'PUNCT':
                    continue
                words, heads, tags = words + 1, heads + (row[6] == right[6]), tags + (row[3] == right[3])
                of[right[7]] += 1
                both[right[7]] += row[6:8] == right[6:8]
    print('%d words: UAS %.2f, LAS %.2f, UPOS %.2f' % (words, 100 * heads / words, 100 * sum(both.values()) / words, 100 * tags / words))
    for relation, count in of.most_common():
        if count >= 100:
            print('%-12s %5d  %5.1f' % (relation, count, 100 * both[relation] / count))


if __name__ == '__main__':
    main()
