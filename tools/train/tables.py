"""Makes data/en/syntax/lemmas.txt and feats.txt: lemmas and features by tag and form, learned from the treebanks.

    python3 tools/train/tables.py --data DATA --out data/en/syntax
"""
import argparse
import os
from collections import Counter, defaultdict
from pathlib import Path

import corpora

LONGEST_SUFFIX, LONGEST_CUT = 6, 9
# Where news means another word than the treebanks do: military bases are more common than the plural of "basis".
IN_NEWS = {('NNS', '=bases'): (1, '')}


def rule_of(word, lemma):
    """(characters to cut, what to put behind) or None"""
    shared = len(os.path.commonprefix((word, lemma)))
    cut = len(word) - shared
    return (cut, lemma[shared:]) if cut <= LONGEST_CUT and (shared or cut < 4) else None


def lemma_rules(sentences):
    """{(tag, suffix): rule}: a suffix is kept where its rule is not that of the next shorter one"""
    seen = defaultdict(Counter)
    for s in sentences:
        for form, lemma, upos, xpos in zip(s['forms'], s['lemmas'], s['upos'], s['xpos']):
            if upos == 'PROPN':
                form_, lemma_ = form.lower(), lemma.lower()
            else:
                form_, lemma_ = form.lower(), lemma
            rule = rule_of(form_, lemma_)
            if rule and lemma != '_' and '\t' not in form_:
                seen[xpos, form_][rule] += 1
    words = {key: rules.most_common(1)[0] for key, rules in seen.items()}
    votes = defaultdict(Counter)
    for (tag, word), (rule, _) in words.items():
        for n in range(min(LONGEST_SUFFIX, len(word)) + 1):
            votes[tag, word[len(word) - n:]][rule] += 1
    kept = {}

    def inherited(tag, word, longest):
        for n in range(longest, -1, -1):
            if (tag, word[len(word) - n:]) in kept:
                return kept[tag, word[len(word) - n:]]
        return (0, '')
    for key in sorted(votes, key=lambda k: len(k[1])):
        tag, suffix = key
        rule, count = sorted(votes[key].items(), key=lambda x: (-x[1], x[0]))[0]
        if count >= 2 and rule != inherited(tag, suffix, len(suffix)):
            kept[key] = rule
    for (tag, word), (rule, count) in sorted(words.items()):
        if rule != inherited(tag, word, min(LONGEST_SUFFIX, len(word))):
            kept[tag, '=' + word] = rule
    return {**kept, **IN_NEWS}


def feats_table(sentences):
    seen, words = defaultdict(Counter), defaultdict(Counter)
    for s in sentences:
        for form, xpos, feats in zip(s['forms'], s['xpos'], s['feats']):
            feats = '|'.join(f for f in feats.split('|') if not f.startswith(('Typo', 'Abbr', 'Style', 'ExtPos'))) or '_'
            seen[xpos][feats] += 1
            words[xpos, form.lower()][feats] += 1
    out = {(tag, ''): c.most_common(1)[0][0] for tag, c in seen.items()}
    for (tag, word), c in sorted(words.items()):
        feats, count = c.most_common(1)[0]
        if feats != out[tag, ''] and count >= 2:
            out[tag, word] = feats
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', type=Path, required=True)
    parser.add_argument('--out', type=Path, required=True)
    options = parser.parse_args()
    sentences = sum((corpora.read_conllu(options.data / 'ud' / (n + '-train.conllu.gz')) for n in ('ewt', 'gum')), [])
    head = '# Made by tools/train/tables.py from UD English EWT and GUM (CC BY-SA 4.0).\n'
    with open(options.out / 'lemmas.txt', 'w', encoding='utf-8') as file:
        file.write(head + '# tag, suffix ("=" before a whole word), characters to cut, what to put behind\n')
        file.writelines('%s\t%s\t%d\t%s\n' % (*key, *rule) for key, rule in sorted(lemma_rules(sentences).items()))
    with open(options.out / 'feats.txt', 'w', encoding='utf-8') as file:
        file.write(head + '# tag, form (empty: any), features\n')
        file.writelines('%s\t%s\t%s\n' % (*key, '' if feats == '_' else feats)
                        for key, feats in sorted(feats_table(sentences).items()))


if __name__ == '__main__':
    main()
