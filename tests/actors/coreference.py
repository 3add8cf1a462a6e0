"""Checks data/coreference: marks are closed and nest, and pronouns have one, and mean something that is named or described.

    python3 tests/actors/coreference.py TOOLS FOLDER
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import coreference  # noqa: E402: the folder is an argument


def faults(article):
    described = {m.entity for m in article.mentions if not m.is_pronoun}
    text = article.text.encode()
    for pronoun in article.pronouns.values():
        word = text[pronoun.start:pronoun.end].decode()
        if pronoun.entity not in described and word.lower()[0] in 'hs':
            yield '"%s" at byte %d means nothing that is described' % (word, pronoun.start)
    for match in re.finditer(rb'\w+', text):
        word = match[0].decode()
        if word.lower() in coreference.PRONOUNS and word.lower() != 'it' and match.start() not in article.pronouns:
            yield '"%s" at byte %d is not marked' % (word, match.start())


def main():
    files = sorted(Path(sys.argv[2]).rglob('*.txt'))
    print('1..%d' % len(files))
    wrong = not files
    for n, path in enumerate(files, 1):
        try:
            articles = coreference.read_marked(path)
            found = ['%s: %s' % (a.name, fault) for a in articles for fault in faults(a)]
        except ValueError as error:
            articles, found = [], [str(error)]
        print('%s %d - %s: %d articles' % ('not ok' if found else 'ok', n, path.name, len(articles)), *found, sep='\n# ')
        wrong |= bool(found)
    sys.exit(wrong)


if __name__ == '__main__':
    main()
