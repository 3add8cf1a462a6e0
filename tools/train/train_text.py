"""Trains where tokens and sentences end (src/text/): two linear classifiers over hashed features.

    OMP_NUM_THREADS=1 /usr/bin/python3 tools/train/train_text.py --data DATA --tables data/en/text --out data/en/text/text.weights

DATA has ud/. The features here and in src/text/features.c are the same, number for number.
"""
import argparse
import random
import re
from pathlib import Path

import numpy as np
import torch

import container
import corpora

BITS = 16
PLAIN = {'\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"', '\u2013': '-', '\u2014': '-'}
SPACE, NONE, LONGEST = 32, 1, 20


def hashed(feature, values):
    h = (2166136261 ^ feature) * 16777619 & 0xffffffff
    for v in values:
        h = (h ^ v) * 16777619 & 0xffffffff
    return (h ^ h >> 15) & (1 << BITS) - 1


def plain(c):
    c = PLAIN.get(c, c)
    if c.isspace():
        return SPACE
    if '0' <= c <= '9':
        return 48
    low = c.lower()
    return ord(low) if len(low) == 1 else ord(c)


def kind(c):
    c = PLAIN.get(c, c)
    if c.isspace():
        return SPACE
    if '0' <= c <= '9':
        return ord('d')
    low = c.lower()
    if len(low) == 1 and low != c:
        return ord('X')
    if (c.isascii() and c.isalpha()) or c.isalpha():
        return ord('x')
    return ord(c)


def is_candidate(a, b):
    """Between these kinds of characters a token may end."""
    letter = (ord('x'), ord('X'))
    return not (a in letter and b in letter or a == b == ord('d'))


class Text:
    def __init__(self, text, abbreviations):
        self.text = text
        self.p = [SPACE] * 4 + [plain(c) for c in text] + [SPACE] * 4
        self.q = [SPACE] * 4 + [kind(c) for c in text] + [SPACE] * 4
        self.n = len(text)
        self.abbreviations = abbreviations

    def chunk(self, i):
        """Start and end of the run without white space around character i"""
        start = end = i
        while start > 0 and self.q[start + 3] != SPACE:
            start -= 1
        while end < self.n and self.q[end + 4] != SPACE:
            end += 1
        return start, end

    def following(self, end):
        while end < self.n and self.q[end + 4] == SPACE:
            end += 1
        return self.q[end + 4] if end < self.n else NONE

    def abbreviation(self, start, end):
        """1: stands before a name; 2: may end a sentence; 0: no abbreviation. Of the text without a final period"""
        return self.abbreviations.get(self.text[start:end].lower().rstrip('.'), 0)

    def token_features(self, i, start, chunk):
        """Does a token end between characters i - 1 and i? It began at `start`, in the run `chunk`."""
        p, q, at = self.p, self.q, i + 4
        left = p[max(start, i - 12) + 4:at]
        right = p[at:min(chunk[1], i + 12) + 4]
        whole = p[chunk[0] + 4:chunk[1] + 4]
        odd = (64 in whole) + 2 * (47 in whole)
        return [hashed(1, p[at - 1:at + 1]), hashed(2, p[at - 2:at + 1]), hashed(3, p[at - 1:at + 2]),
                hashed(4, p[at - 2:at + 2]), hashed(5, p[at - 3:at + 1]), hashed(6, p[at - 1:at + 3]),
                hashed(7, p[at - 4:at + 1]), hashed(8, p[at - 1:at + 4]), hashed(9, q[at - 2:at + 2]),
                hashed(10, q[at - 4:at + 4]), hashed(11, left + [p[at]]), hashed(12, right + [p[at - 1]]),
                hashed(13, [self.abbreviation(start, i), p[at], q[at + 1], self.following(chunk[1])]),
                hashed(14, [odd, q[at - 1], q[at]]),
                hashed(15, [q[at - 1], p[at], p[at + 1] == SPACE, self.following(chunk[1])]),
                hashed(16, [i - start == 1, q[at - 1], p[at], p[at + 1]])]


def word_of(text, token):
    return text.p[token[0] + 4:min(token[1], token[0] + LONGEST) + 4]


def shape_of(text, token):
    out = []
    for k in text.q[token[0] + 4:min(token[1], token[0] + LONGEST) + 4]:
        if len(out) < 2 or out[-1] != k or out[-2] != k:
            out.append(k)
    return out


def sentence_features(text, tokens, t, begin, quotes, depth):
    """Does a sentence end behind token t? It began with token `begin`."""
    get = lambda k: tokens[t + k] if 0 <= t + k < len(tokens) else None
    w = {k: word_of(text, get(k)) if get(k) else [NONE] for k in (-1, 0, 1)}
    s = {k: shape_of(text, get(k)) if get(k) else [NONE] for k in (-1, 0, 1, 2)}
    gap = [tokens[t + 1][0] > tokens[t][1]]
    length = min(t - begin, 30) // 3
    state = [quotes % 2, depth > 0]
    a0, a1 = (text.abbreviation(*get(k)) if get(k) else 3 for k in (0, -1))
    join = lambda *parts: [v for part in parts for v in list(part) + [2]]
    last, first = w[0][-1:], s[1][:1]
    return [hashed(21, w[0]), hashed(22, w[1]), hashed(23, join(w[0], w[1])), hashed(24, join(w[-1], w[0])),
            hashed(25, join(w[0], s[1])), hashed(26, join(s[-1], s[0], s[1])), hashed(27, join(s[-1], w[0], s[1])),
            hashed(28, join(w[-1], w[0], s[1])), hashed(29, join(s[0], s[1], s[2])), hashed(30, join(w[0], s[1], gap)),
            hashed(31, gap), hashed(32, join([length], w[0])), hashed(33, join(state, w[0], first)),
            hashed(34, join(state, s[1], last)), hashed(35, join([a0, a1], last, first)),
            hashed(36, join(last, first, gap)), hashed(37, join([len(w[-1]) if len(w[-1]) < 4 else 4], last, first)),
            hashed(38, join(last, w[1], gap))]


def count_marks(text, token, quotes, depth):
    p = text.p[token[0] + 4:token[1] + 4]
    quotes += sum(c == 34 for c in p)
    depth = max(0, depth + sum(c in (40, 91) for c in p) - sum(c in (41, 93) for c in p))
    return quotes, depth


# ---------------------------------------------------------------- gold

def documents(path):
    """[(paragraphs)]: a paragraph is (text, [sentence: [(start, end) of surface tokens]])"""
    import gzip
    out, text, sentences = [], '', []
    glue = ''
    for block in re.split(r'\n\n+', gzip.open(path, 'rt', encoding='utf-8').read().strip('\n')):
        lines = block.split('\n')
        if any(l.startswith(('# newdoc', '# newpar')) for l in lines) and text:
            out.append((text, sentences))
            text, sentences, glue = '', [], ''
        rows = [l.split('\t') for l in lines if re.match(r'\d', l)]
        ranges = {}
        for r in rows:
            if '-' in r[0]:
                low, high = map(int, r[0].split('-'))
                ranges.update((k, (low, r)) for k in range(low, high + 1))
        tokens = []
        text += glue
        for r in rows:
            if not r[0].isdigit():
                continue
            low, row = ranges.get(int(r[0]), (int(r[0]), r))
            if low != int(r[0]):
                continue
            tokens.append((len(text), len(text) + len(row[1])))
            text += row[1]
            glue = '' if 'SpaceAfter=No' in row[9] else ' '
            text += glue
        text = text[:len(text) - len(glue)]
        sentences.append(tokens)
    out.append((text, sentences))
    return out


def token_instances(paragraphs, abbreviations):
    for text, sentences in paragraphs:
        t = Text(text, abbreviations)
        for tokens in sentences:
            for n, (start, end) in enumerate(tokens):
                stop = end + 1 if end < len(text) and t.q[end + 4] != SPACE else end
                for i in range(start + 1, stop):
                    if is_candidate(t.q[i + 3], t.q[i + 4]) and SPACE not in (t.q[i + 3], t.q[i + 4]):
                        yield t.token_features(i, start, t.chunk(i)), float(i == end)


def sentence_instances(paragraphs, abbreviations):
    for text, sentences in paragraphs:
        t = Text(text, abbreviations)
        tokens = [x for s in sentences for x in s]
        ends, at = set(), 0
        for s in sentences:
            at += len(s)
            ends.add(at - 1)
        begin = quotes = depth = 0
        for n in range(len(tokens) - 1):
            quotes, depth = count_marks(t, tokens[n], quotes, depth)
            yield sentence_features(t, tokens, n, begin, quotes, depth), float(n in ends)
            if n in ends:
                begin, quotes, depth = n + 1, 0, 0


def lower_some(paragraphs, rng):
    """Careless writing: one paragraph in thirty without capitals"""
    return [(p[0].lower(), p[1]) if rng.random() < 0.033 and len(p[0].lower()) == len(p[0]) else p for p in paragraphs]


# ---------------------------------------------------------------- training

def fit(instances, epochs):
    pairs = list(instances)
    width = len(pairs[0][0])
    x = torch.tensor([f for f, _ in pairs])
    y = torch.tensor([g for _, g in pairs])
    weights = torch.nn.EmbeddingBag(1 << BITS, 1, mode='sum')
    torch.nn.init.zeros_(weights.weight)
    optimizer = torch.optim.Adagrad(weights.parameters(), lr=0.2)
    for epoch in range(epochs):
        order, total = torch.randperm(len(pairs)), 0.0
        for part in order.split(256):
            optimizer.zero_grad()
            loss = torch.nn.functional.binary_cross_entropy_with_logits(weights(x[part]).squeeze(1), y[part])
            (loss + 2e-6 * weights.weight[x[part].flatten()].pow(2).sum() / width).backward()
            optimizer.step()
            total += loss.item() * len(part)
        print('  epoch %d loss %.5f of %d' % (epoch + 1, total / len(pairs), len(pairs)), flush=True)
    return weights.weight.detach().squeeze(1)


def measure(name, weights, instances):
    both = pred = gold = 0
    for features, y in instances:
        guess = weights[torch.tensor(features)].sum().item() > 0
        both, pred, gold = both + (guess and y > 0), pred + guess, gold + (y > 0)
    print('%s: F1 %.2f of %d' % (name, 200 * both / (pred + gold), gold), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', type=Path, required=True)
    parser.add_argument('--tables', type=Path, required=True)
    parser.add_argument('--out', type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    rng = random.Random(1)
    abbreviations, group = {}, 0
    for line in open(options.tables / 'abbreviations.txt', encoding='utf-8'):
        line = line.split('#')[0].strip()
        if line.startswith('['):
            group = 1 if line == '[before names]' else 2
        else:
            abbreviations.update((w.lower(), group) for w in line.split())
    train = [p for n in ('ewt', 'gum') for p in documents(options.data / 'ud' / (n + '-train.conllu.gz'))]
    train = lower_some(train, rng)
    dev = {n: documents(options.data / 'ud' / (n + '-dev.conllu.gz')) for n in ('ewt', 'gum')}
    out = {}
    for name, make, epochs in (('token', token_instances, 8), ('sentence', sentence_instances, 8)):
        weights = fit(make(train, abbreviations), epochs)
        for n, paragraphs in dev.items():
            measure(name + ' ends in ' + n, weights, make(paragraphs, abbreviations))
        out['text/%s.weights' % name] = container.tensor_i8(weights.numpy())
    container.write(options.out, out)


if __name__ == '__main__':
    main()
