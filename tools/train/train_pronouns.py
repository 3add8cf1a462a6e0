#!/usr/bin/env python3
"""Trains the weights by which a pronoun's antecedent is chosen (src/actors/salience.h), on the coreference of UD English GUM
and of data/coreference.

    tools/train/train_pronouns.py --data DATA [--build build] [--rounds 4] [--score] [--out data/en/actors/pronouns.salience]

DATA/ud has gum-train.conllu.gz and gum-dev.conllu.gz with the entities in the last column. Right is any mention before the
pronoun that is of its entity; where none of those found is, it is nobody. The weights maximise the probability of what is
right (Denis and Baldridge 2007), with a penalty on their squares. What a pronoun stands for tells of those after it, so
that the texts are read again with the new weights, in as many rounds as asked for. --score only counts what the weights of
the build do. Printed are, for pronouns of persons, of several and of things, the share that is right of those with a noun or
a name before them that means the same, and of those that were given an antecedent.
"""
import argparse
import re
import subprocess
from collections import Counter
from pathlib import Path

import numpy

import coreference

CLASSES = ('person-subject', 'person-owner', 'person-other', 'several', 'several-owner', 'neuter', 'neuter-owner')
PENALTY = 0.005          # of each squared weight, a pronoun
STEPS, RATE = 400, 0.1
HELD = 5                # of the news, each fifth article only counts what was learned


def choices(build, documents):
    """(class, features of each antecedent, which of them are right, chosen one, has a noun) of each pronoun"""
    texts = (d.text.encode() for d in documents)
    given = b''.join(b'%d\n%s' % (len(t), t) for t in texts)
    run = subprocess.run([build / 'bench' / 'sayso-antecedents', build / 'en.sayso'], input=given, stdout=subprocess.PIPE,
                         check=True)
    number, out, coordinated = -1, [], names_of_features().index('coordinated')
    for line in run.stdout.decode().splitlines():
        if line == 'document':
            number += 1
        elif line.startswith('pronoun'):
            start, _, kind, chosen = map(int, line.split()[1:])
            out.append((kind, [], [], chosen, documents[number].has_noun(start)))
        else:
            cells = list(map(int, line.split()))
            nobody, features = cells[1] == 0, cells[2:]
            right = documents[number].is_right(start, cells[0], features[coordinated])
            out[-1][1].append(features)
            out[-1][2].append(not any(out[-1][2]) if nobody else right)
    return out


def score(found, chosen):
    """Shares of what is right: of those with a noun, and of the chosen that are somebody"""
    right, all_, named = Counter(), Counter(), Counter()
    for (kind, features, good, _, noun), best in zip(found, chosen):
        group = CLASSES[kind].split('-')[0]
        somebody = best < len(features) - 1
        all_[group] += noun
        named[group] += somebody
        right[group] += good[best] and somebody
    return '  '.join('%s %.3f of %d (precision %.3f)' % (g, right[g] / max(1, all_[g]), all_[g], right[g] / max(1, named[g]))
                     for g in ('person', 'several', 'neuter'))


def fit(found, kind):
    """Weights of one class: gradient steps of Adam over all its pronouns at once"""
    cases = [(numpy.array(f, float), numpy.array(g)) for k, f, g, _, _ in found if k == kind]
    weights, first, second = numpy.zeros((3, len(found[0][1][0])))
    rows = numpy.concatenate([f for f, _ in cases])
    good = numpy.concatenate([g for _, g in cases])
    ends = numpy.cumsum([len(g) for _, g in cases])
    starts = numpy.concatenate([[0], ends[:-1]])
    for step in range(1, STEPS + 1):
        raw = rows @ weights
        raw -= numpy.repeat(numpy.maximum.reduceat(raw, starts), ends - starts)
        e = numpy.exp(raw)
        of_all = e / numpy.repeat(numpy.add.reduceat(e, starts), ends - starts)
        of_good = e * good
        of_good /= numpy.repeat(numpy.maximum(numpy.add.reduceat(of_good, starts), 1e-30), ends - starts)
        slope = (of_all - of_good) @ rows / len(cases) + 2 * PENALTY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope ** 2
        weights -= RATE * (first / (1 - 0.9 ** step)) / (numpy.sqrt(second / (1 - 0.999 ** step)) + 1e-8)
    return weights


def best_of(found, weights):
    return [int(numpy.argmax(numpy.array(f) @ weights[k])) for k, f, _, _, _ in found]


def names_of_features():
    header = Path(__file__).resolve().parents[2] / 'src' / 'actors' / 'salience.h'
    return re.findall(r'X\(\w+, "([a-z-]+)"\)', header.read_text())


def write(path, weights):
    lines = ['# Made by tools/train/train_pronouns.py from the coreference of UD English GUM (annotations CC BY 4.0): how well what',
             '# stands before a pronoun fits as its antecedent, in hundredths. src/actors/salience.h says what the features are.',
             '#%-18s%s' % ('', ' '.join('%14s' % c for c in CLASSES))]
    for i, name in enumerate(names_of_features()):
        lines.append('%-19s%s' % (name, ' '.join('%14d' % w for w in weights[:, i])))
    path.write_text('\n'.join(lines) + '\n')


def install(options, weights):
    write(options.out, weights)
    subprocess.run(['ninja', '-C', options.build], stdout=subprocess.DEVNULL, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', type=Path, required=True)
    parser.add_argument('--news', type=Path, default=Path('data/coreference/en'))
    parser.add_argument('--build', type=Path, default=Path('build'))
    parser.add_argument('--rounds', type=int, default=4)
    parser.add_argument('--score', action='store_true')
    parser.add_argument('--out', type=Path, default=Path('data/en/actors/pronouns.salience'))
    options = parser.parse_args()
    gum, gum_held = (coreference.read_gum(options.data / 'ud' / ('gum-%s.conllu.gz' % part)) for part in ('train', 'dev'))
    news = [d for path in sorted(options.news.glob('*.txt')) for d in coreference.read_marked(path)]
    train = gum + [d for i, d in enumerate(news) if i % HELD]
    held = {'gum': gum_held, 'news': news[::HELD]}
    if not options.score:
        install(options, numpy.zeros((len(CLASSES), len(names_of_features()))))
    for round_ in range(options.rounds):
        found = choices(options.build, train)
        tests = {name: choices(options.build, documents) for name, documents in held.items()}
        print('build  train', score(found, [f[3] for f in found]))
        for name, test in tests.items():
            print('       %-5s' % name, score(test, [f[3] for f in test]), flush=True)
        if options.score:
            break
        weights = numpy.round(100 * numpy.array([fit(found, kind) for kind in range(len(CLASSES))]))
        print('fitted train', score(found, best_of(found, weights)))
        for name, test in tests.items():
            print('       %-5s' % name, score(test, best_of(test, weights)), flush=True)
        install(options, weights)


if __name__ == '__main__':
    main()
