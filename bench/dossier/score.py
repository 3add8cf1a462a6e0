#!/usr/bin/env python3
"""Scores a dossier of made-up documents against the truth that bench/dossier/generate.py wrote about them.

    bench/dossier/score.py DOSSIER TRUTH [--wrong 10]

Near-duplicates by pairs of documents: of the pairs in one story, how many are in one story in truth, and the other way round.
Merged events by B-cubed (Bagga and Baldwin 1998).
--wrong prints so many documents that were taken for a copy of another story, or were not for one of their own.
"""
import argparse
import json
import sqlite3
from collections import Counter


def pairs(sizes):
    return sum(size * (size - 1) // 2 for size in sizes)


def score_pairs(found, truth):
    """Precision and recall of pairs; both are {item: cluster}."""
    both = pairs(Counter((found[item], truth[item]) for item in truth).values())
    return (both / max(1, pairs(Counter(found[item] for item in truth).values())),
            both / max(1, pairs(Counter(truth.values()).values())))


def score_b_cubed(found, truth):
    """Means over the items of the shares of the item's own in its found and in its true cluster."""
    both = Counter((found[item], truth[item]) for item in truth)
    found_size, true_size = Counter(found[item] for item in truth), Counter(truth.values())
    squares = Counter()
    for (found_one, true_one), count in both.items():
        squares['precision'] += count * count / found_size[found_one]
        squares['recall'] += count * count / true_size[true_one]
    return squares['precision'] / max(1, len(truth)), squares['recall'] / max(1, len(truth))


def print_scores(what, items, precision, recall):
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
    print('%-22s %8d  precision %.4f  recall %.4f  F1 %.4f' % (what, items, precision, recall, f1))


def read_truth(path):
    with open(path, encoding='utf-8') as lines:
        return {truth['id']: truth for truth in map(json.loads, lines)}


def score_copies(database, truth, wrong):
    found = dict(database.execute('SELECT d.id, o.id FROM story AS s JOIN document AS d ON d.key = s.document '
                                  'JOIN document AS o ON o.key = s.original'))
    stories = {document: truth[document]['story'] for document in found}
    print_scores('near-duplicates, pairs', len(found), *score_pairs(found, stories))
    originals = {}
    for document, original in found.items():
        if truth[document]['kind'] == 'original':
            originals[stories[document]] = document
    for kind in ('original', 'copy', 'update', 'cut'):
        of_kind = [document for document in found if truth[document]['kind'] == kind and stories[document] in originals]
        right = sum(found[document] == originals[stories[document]] for document in of_kind)
        print('  %-8s %7d  linked to the original of their story: %.4f' % (kind, len(of_kind), right / max(1, len(of_kind))))
    bad = [document for document in found if stories[document] in originals and found[document] != originals[stories[document]]]
    for document in bad[:wrong]:
        print('  wrong: %s (%s of %s), linked to %s' % (document, truth[document]['kind'], originals[stories[document]],
                                                        found[document]))


def score_events(database, truth):
    found, happenings = {}, {}
    for document, event, merged in database.execute(
            'SELECT d.id, e.id, m.merged FROM merged_member AS m JOIN event AS e ON e.key = m.event '
            'JOIN document AS d ON d.key = e.document'):
        found[event] = merged
        happenings[event] = truth[document]['happenings'][int(event.rsplit('#e', 1)[1]) - 1]
    print_scores('merged events, B-cubed', len(found), *score_b_cubed(found, happenings))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('dossier')
    parser.add_argument('truth')
    parser.add_argument('--wrong', type=int, default=0)
    options = parser.parse_args()
    database, truth = sqlite3.connect(options.dossier), read_truth(options.truth)
    score_copies(database, truth, options.wrong)
    score_events(database, truth)


if __name__ == '__main__':
    main()
