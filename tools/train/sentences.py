"""Vocabulary of the training data, and sentences as batches of numbers, varied from epoch to epoch."""
from collections import Counter

import torch

import corpora
import features
import gazetteer
from network import TABLES


def spans_of(tags):
    out, start = set(), None
    for i, t in enumerate(list(tags) + ['O']):
        if start is not None and t != 'I-' + kind:
            out.add((start, i, kind))
            start = None
        if t[0] == 'B' or (t[0] == 'I' and start is None):
            start, kind = i, t[2:]
    return out


class Vocabulary:
    def __init__(self, trees, plain, vector_words):
        count = Counter(features.normal(f) for s in trees + plain for f in s['forms'])
        self.count = count
        self.words = {w: i + 1 for i, (w, n) in enumerate(sorted(count.items(), key=lambda x: (-x[1], x[0]))) if n >= 2}
        self.vectors = {w: i + 1 for i, w in enumerate(vector_words)}
        self.upos = sorted({t for s in trees for t in s['upos']})
        self.xpos = sorted({t for s in trees for t in s['xpos']} - {'_'})
        self.labels = sorted({t for s in trees for t in s['labels']})
        self.names = list(corpora.LABELS)

    def sizes(self):
        return {'words': len(self.words) + 1, 'upos': len(self.upos), 'xpos': len(self.xpos),
                'labels': len(self.labels), 'names': len(self.names)}


def vary(forms, rng):
    """Now and then a headline, a shout or careless typing, so that case alone decides nothing."""
    r = rng.random()
    if r < 0.03:
        return [f.lower() for f in forms]
    if r < 0.05:
        return [f.upper() for f in forms]
    if r < 0.07:
        return [f[:1].upper() + f[1:] for f in forms]
    return forms


class Swaps:
    """Other names for the names of the training data, of the same type and number of words: of the data itself, and of
    the lists that the gazetteer is made of."""

    def __init__(self, sentences, actors, cities, persons):
        self.pool = {}
        for s in sentences:
            for start, end, kind in sorted(spans_of(s.get('names', ()))):
                self.add(kind, s['forms'][start:end])
        types = {gazetteer.PERSON: 'PER', gazetteer.ORGANISATION: 'ORG', gazetteer.GROUP: 'ORG', gazetteer.LAND: 'LOC'}
        gazetteer.read_actors(actors, lambda name, kind: kind in types and self.add(types[kind], gazetteer.words(name)))
        for city in cities:
            self.add('LOC', gazetteer.words(city))
        self.given, self.family = ([line.split('\t')[0] for line in open(persons, encoding='utf-8')
                                    if line.rstrip().endswith(kind)] for kind in ('given', 'family'))

    def add(self, kind, forms):
        self.pool.setdefault((kind, len(forms)), []).append(list(forms))

    def other(self, kind, size, rng):
        if kind == 'PER' and size <= 2 and rng.random() < 0.6:
            family = rng.choice(self.family)
            return [rng.choice(self.given), family] if size == 2 else [family if rng.random() < 0.7 else
                                                                       rng.choice(self.given)]
        return rng.choice(self.pool[kind, size])

    def apply(self, s, rng):
        """The forms of a sentence with some of its names exchanged"""
        forms = s['forms']
        if 'names' in s and rng.random() < 0.5:
            forms = list(forms)
            for start, end, kind in sorted(spans_of(s['names'])):
                if rng.random() < 0.6:
                    forms[start:end] = self.other(kind, end - start, rng)
        return forms


class Batches:
    def __init__(self, voc, sentences, lists, swaps=None, rng=None, size=4000):
        self.voc, self.sentences, self.lists, self.swaps, self.rng, self.size = voc, sentences, lists, swaps, rng, size
        self.cache = {}

    def row(self, form):
        if form not in self.cache:
            word = features.normal(form)
            self.cache[form] = (self.voc.words.get(word, 0), self.voc.vectors.get(word, 0), features.rows(form),
                                self.voc.count.get(word, 0))
        return self.cache[form]

    def listed(self, forms):
        """Rows of the gazetteer; in training now and then none, so that unlisted names are learned, too"""
        if self.rng and self.rng.random() < 0.3:
            return [0] * len(forms)
        return gazetteer.rows(self.lists, forms)

    def groups(self):
        order = list(range(len(self.sentences)))
        if self.rng:
            self.rng.shuffle(order)
        key = lambda i: ('given' in self.sentences[i], 'heads' in self.sentences[i], len(self.sentences[i]['forms']) // 3)
        order.sort(key=key)
        out, now, longest = [], [], 0
        for i in order:
            n = len(self.sentences[i]['forms'])
            if now and (max(longest, n) * (len(now) + 1) > self.size or key(i)[:2] != key(now[0])[:2]):
                out.append(now)
                now, longest = [], 0
            now.append(i)
            longest = max(longest, n)
        out.append(now)
        if self.rng:
            self.rng.shuffle(out)
        return out

    def make(self, group):
        ss = [self.sentences[i] for i in group]
        n = max(len(s['forms']) for s in ss)
        zero = lambda *more: torch.zeros(len(ss), n, *more, dtype=torch.long)
        b = {'words': zero(), 'vectors': zero(), 'rows': zero(len(TABLES)), 'mask': zero().bool(),
             'trees': 'given' in ss[0], 'given': zero()}
        b.update({k: zero() - 1 for k in ('upos', 'xpos', 'labels', 'heads', 'names')})
        if 'taught' in ss[0]:
            b['taught'] = {k: torch.zeros(len(ss), n, n + 1 if k == 'arcs' else p.shape[1])
                           for k, p in ss[0]['taught'].items()}
        for i, s in enumerate(ss):
            forms = vary(self.swaps.apply(s, self.rng), self.rng) if self.rng else s['forms']
            m = len(forms)
            rows = [self.row(f) for f in forms]
            words = [r[0] for r in rows]
            if self.rng:
                words = [0 if self.rng.random() < 0.25 / (0.25 + r[3]) + 0.05 else w for w, r in zip(words, rows)]
            b['words'][i, :m] = torch.tensor(words)
            b['vectors'][i, :m] = torch.tensor([r[1] for r in rows])
            b['rows'][i, :m] = torch.tensor([r[2] + [g] for r, g in zip(rows, self.listed(forms))])
            b['mask'][i, :m] = True
            if 'names' in s:
                b['names'][i, :m] = torch.tensor([self.voc.names.index(t) for t in s['names']])
            if b['trees']:
                b['given'][i, :m] = torch.tensor(s['given'])
            if 'heads' in s:
                b['heads'][i, :m] = torch.tensor(s['heads'])
                for k in ('upos', 'xpos', 'labels'):
                    b[k][i, :m] = torch.tensor(s['_' + k])
            for k, p in s.get('taught', {}).items():
                b['taught'][k][i, :m, :p.shape[1]] = torch.from_numpy(p.astype('f4'))
        return b


def number(sentences, voc):
    for s in sentences:
        s['given'] = s['heads']
        for k in ('upos', 'xpos', 'labels'):
            table = {t: i for i, t in enumerate(getattr(voc, k))}
            s['_' + k] = [table.get(t, -1) for t in s[k]]
