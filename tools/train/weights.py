"""Writes a trained network as the chunks that src/syntax/ reads. The input layer is folded into the embedding tables, so
that a word costs nine row additions."""
import numpy as np
import torch

import container
import features
from network import TABLES


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


def write(model, voc, path):
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
