#!/usr/bin/env python3
"""Scores entity, country and sector of 300 mentions against bench/labels/mentions.tsv, facts read by hand from the
development texts of the folder that $SAYSO_EVAL names (docs/scores.md).

    SAYSO_EVAL=... bench/labels/mentions.py [--sayso build/sayso] [--wrong]

A label says what is expected and not what was printed. Its bytes count in the text that the data set gives; of a page
that is the title of pages.tsv, a blank line and the body of truth.json. What is meant is one of:

    =NAME|NAME   an actor of one of these names; `*` among them as below
    @BYTE        the actor of the mention at this byte
    *            an actor that has no name in the text: its description has the mention's last word
    ?            any actor
    !            no actor: there must be no mention

`|!` after it allows no mention, too, and `~BYTE` rules out the actor of the mention at that byte. Country and sectors are alternatives, `-` is null.
"""
import argparse
import csv
import gzip
import json
import os
import re
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

WINDOW = 60  # characters of context, white space aside, that find a mention again in a page's cleaned text


def words(text):
    return [w for w in re.findall(r'\w+', text.casefold()) if w != 'the']


def polnear(data):
    folder = data / 'claims' / 'dev'
    with open(folder / 'metadata.tsv', encoding='utf-8') as table:
        dates = {r['filename']: r['publication_date'] for r in csv.DictReader(table, delimiter='\t')}
    for path in sorted((folder / 'text').glob('*.txt')):
        text = path.read_bytes().decode('utf-8', 'replace')
        yield {'id': path.stem, 'published': dates.get(path.stem), 'text': text}, text


def tr_news(data):
    for line in (data / 'places' / 'tr-news.jsonl').read_text(encoding='utf-8').splitlines():
        r = json.loads(line)
        yield {k: r[k] for k in ('id', 'title', 'published', 'text')}, r['text']


def pages(data):
    titles = {line.split('\t')[0]: line.split('\t')[3] for line in
              (Path(__file__).parent / 'pages.tsv').read_text(encoding='utf-8').splitlines() if not line.startswith('#')}
    truth = json.loads((data / 'pages' / 'truth.json').read_text(encoding='utf-8'))
    for key in sorted(truth):
        html = gzip.decompress((data / 'pages' / 'html' / (key + '.html.gz')).read_bytes()).decode('utf-8', 'replace')
        yield ({'id': key[:10], 'url': truth[key].get('url'), 'html': html},
               titles.get(key[:10], '') + '\n\n' + truth[key]['articleBody'])


CORPORA = {'polnear': polnear, 'tr-news': tr_news, 'pages': pages}


def squeeze(text):
    """The characters of `text` that are no white space, and the byte at which each starts."""
    kept, starts, at = [], [], 0
    for c in text:
        if not c.isspace():
            kept.append(c)
            starts.append(at)
        at += len(c.encode('utf-8'))
    return ''.join(kept), starts + [at]


class Document:
    """What sayso printed of one document, looked up by the bytes of the reference text."""

    def __init__(self, record, reference):
        self.text, self.starts = squeeze(record['text'])
        self.reference, self.reference_starts = squeeze(reference)
        self.bytes = record['text'].encode('utf-8')
        self.entities, self.mentions = {}, {}

    def add(self, entity):
        self.entities[entity['id']] = entity
        for span in entity['mentions']:
            self.mentions[tuple(span)] = entity['id']

    def locate(self, start, end):
        """The span in the printed text of a span of the reference, found by its context; None if it is not there."""
        first = sum(s < start for s in self.reference_starts)
        last = sum(s < end for s in self.reference_starts)
        for window in range(WINDOW, 4, -5):
            before = self.reference[max(first - window, 0):first]
            context = before + self.reference[first:last + window]
            at = self.text.find(context)
            if at < 0:
                context = before + self.reference[first:last]
                at = self.text.find(context)
            if at < 0:
                before, context = '', self.reference[first:last + window]
                at = self.text.find(context)
            if at >= 0:
                at += len(before)
                final = at + last - first - 1
                return self.starts[at], self.starts[final] + len(self.text[final].encode('utf-8'))
        return None

    def mention(self, start, end, exact=False):
        """The mention that stands at a span: the same, else one of the same end, else the next larger or smaller one."""
        spans = [s for s in self.mentions if s[1] == end]
        if (start, end) in self.mentions:
            return self.mentions[start, end]
        if spans or exact:
            return self.mentions[min(spans, key=lambda s: abs(s[0] - start))] if spans else None
        over = [s for s in self.mentions if s[0] <= start and s[1] >= end]
        within = [s for s in self.mentions if s[0] >= start and s[1] <= end]
        if over:
            return self.mentions[min(over, key=lambda s: s[1] - s[0])]
        return self.mentions[max(within, key=lambda s: s[1] - s[0])] if within else None

    def at(self, byte):
        span = self.locate(byte, byte + 1)
        over = [s for s in self.mentions if span and s[0] <= span[0] and s[1] >= span[1]]
        return self.mentions[min(over, key=lambda s: s[1] - s[0])] if over else None

    def meant(self, expected, found, span):
        if found is None:
            return '!' in expected
        if expected == '!':
            return False
        expected, _, other = expected.replace('|!', '').partition('~')
        if other and self.at(int(other)) == found:
            return False
        name = words(self.entities[found]['name'])
        text = words(self.bytes[span[0]:span[1]].decode('utf-8', 'replace'))
        if expected.startswith('@'):
            return self.at(int(expected[1:])) == found
        described = bool(text) and text[-1] in name
        if expected.startswith('='):
            return any(described if n == '*' else words(n) == name for n in expected[1:].split('|'))
        return expected == '?' or described


def run(sayso, documents):
    found = {}
    done = subprocess.run([sayso, 'code', '--all', '--input', 'jsonl', '--format', 'jsonl', '-'], check=True,
                          input=''.join(json.dumps(d) + '\n' for d, _ in documents).encode('utf-8'), stdout=subprocess.PIPE)
    references = {d['id']: reference for d, reference in documents}
    for r in map(json.loads, done.stdout.decode('utf-8').splitlines()):
        if r['kind'] == 'document':
            found[r['id']] = Document(r, references[r['id']])
        elif r['kind'] == 'entity':
            found[r['doc']].add(r)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sayso', default='build/sayso')
    parser.add_argument('--wrong', action='store_true', help='show what is wrong')
    options = parser.parse_args()
    data = Path(os.environ['SAYSO_EVAL']).parent / 'data'
    labels = defaultdict(list)
    for line in (Path(__file__).parent / 'mentions.tsv').read_text(encoding='utf-8').splitlines():
        if not line.startswith('#'):
            labels[line.split('\t')[0]].append(line.split('\t')[1:])
    total = Counter()
    for corpus in labels:
        wanted = {label[0] for label in labels[corpus]}
        found = run(options.sayso, [d for d in CORPORA[corpus](data) if d[0]['id'] in wanted])
        right = Counter()
        for key, start, end, entity, country, sectors in labels[corpus]:
            document = found[key]
            span = document.locate(int(start), int(end))
            mention = document.mention(*span, exact=entity == '!') if span else None
            printed = document.entities.get(mention, {'name': None, 'country': None, 'sector': []})
            met = {'entity': bool(span) and document.meant(entity, mention, span),
                   'country': (printed['country'] or '-') in country.split('|'),
                   'sector': bool(set(printed['sector'] or ['-']) & set(sectors.split('|')))}
            met['all'] = all(met.values())
            right.update(k for k in met if met[k])
            if options.wrong and not met['all']:
                print('%s %s:%s-%s %s\n    expected %s %s %s\n    printed  %s %s %s' % (
                    corpus, key, start, end, ', '.join(k for k in met if k != 'all' and not met[k]), entity, country,
                    sectors, printed['name'], printed['country'] or '-', '|'.join(printed['sector']) or '-'))
        total.update(right, labels=len(labels[corpus]))
        print('%-8s' % corpus + ''.join('  %s %d of %d' % (k, right[k], len(labels[corpus]))
                                        for k in ('entity', 'country', 'sector', 'all')))
    for field in ('entity', 'country', 'sector', 'all'):
        print('%-8s %d of %d, %.1f %%' % (field, total[field], total['labels'], 100 * total[field] / total['labels']))


if __name__ == '__main__':
    main()
