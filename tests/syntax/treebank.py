"""Checks data/treebank: each sentence is one tree whose words are its text, with known tags, relations and names.

    python3 tests/syntax/treebank.py FOLDER
"""
import re
import sys
from pathlib import Path

UPOS = set('ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split())
RELATIONS = set('''acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt
    conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod
    nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct
    reparandum root vocative xcomp'''.split())
NAMES = {None} | {part + kind for part in ('B-', 'I-') for kind in ('PER', 'ORG', 'LOC')}


def surface(rows):
    """The text that the words were cut from: a multiword token has the form of its words"""
    out, covered = '', 0
    for row in rows:
        first, _, last = row[0].partition('-')
        if int(first) > covered:
            out += row[1] + ('' if 'SpaceAfter=No' in row[9] else ' ')
            covered = int(last or first)
    return out.strip()


def is_tree(heads):
    if list(heads.values()).count(0) != 1:
        return False
    for word in heads:
        seen = set()
        while word:
            if word in seen or word not in heads:
                return False
            seen.add(word)
            word = heads[word]
    return True


def faults(block):
    text = next((line[9:] for line in block if line.startswith('# text = ')), None)
    rows = [line.split('\t') for line in block if line[0] != '#']
    if any(len(row) != 10 for row in rows):
        return ['not ten columns']
    words = [row for row in rows if row[0].isdigit()]
    found = []
    if [int(row[0]) for row in words] != list(range(1, len(words) + 1)):
        found.append('words are not numbered from 1')
    if re.sub(r'\s+', ' ', text or '') != surface(rows):
        found.append('the words are not those of the text')
    if not is_tree({int(row[0]): int(row[6]) for row in words}):
        found.append('no tree with one root')
    names = [(re.search(r'NER=([^|]+)', row[9]) or [None, None])[1] for row in words]
    for i, row in enumerate(words):
        if row[3] not in UPOS or row[7] not in RELATIONS or (row[6] == '0') != (row[7] == 'root'):
            found.append('word %s: tag %s, relation %s' % (row[0], row[3], row[7]))
        if names[i] not in NAMES or (names[i] or '').startswith('I-') and (i == 0 or (names[i - 1] or '')[2:] != names[i][2:]):
            found.append('word %s: name %s' % (row[0], names[i]))
    return found


def main():
    files = sorted(Path(sys.argv[1]).rglob('*.conllu'))
    print('1..%d' % len(files))
    wrong = 0 if files else 1
    for n, path in enumerate(files, 1):
        blocks = [block.split('\n') for block in path.read_text(encoding='utf-8').strip().split('\n\n')]
        found = ['%s: %s' % (block[0], fault) for block in blocks for fault in faults(block)]
        print('%s %d - %s: %d sentences' % ('not ok' if found else 'ok', n, path.name, len(blocks)), *found, sep='\n# ')
        wrong += bool(found)
    sys.exit(wrong > 0)


if __name__ == '__main__':
    main()
