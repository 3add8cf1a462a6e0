"""The network of src/syntax/: word and affix embeddings, five blocks of convolution and scan, and heads for UPOS, XPOS,
names, arcs (Dozat and Manning 2017, without the bilinear matrix) and relations."""
import math

import torch
from torch import nn
from torch.nn import functional as F

import features
import gazetteer

TABLES = features.TABLES + (('gazetteer', gazetteer.SIZE),)
BUCKETS = 21                                   # signed distance head - dependent, see bucket()
NAME_WIDTH = 64                                # of the layer under the names, which sees three words


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

    def forward(self, b):
        """Scores of tags and names; where b has trees, of arcs (n x n + 1, the root first), and a function that gives
        the scores of the relations to given heads"""
        x = self.encode(b)
        tagged = self.drop(x, 0.3, True)
        near = window(tagged * b['mask'].unsqueeze(-1))
        out = {'upos': self.upos(tagged), 'xpos': self.xpos(tagged),
               'names': self.names(self.drop(quick_gelu(self.names_mix(near)), 0.3))}
        if b['trees']:
            heads = torch.cat((self.root.expand(x.size(0), 1, -1), x), 1)
            out['arcs'] = self.arcs(x, heads, b['mask'])
            ldep = self.drop(self.label_dep(x), 0.3, True)
            lhead = self.drop(self.label_head(heads), 0.3, True)
            out['relations'] = lambda chosen: self.relations(ldep, lhead, chosen)
        return out

    def arcs(self, x, heads, mask):
        dep = self.drop(quick_gelu(self.arc_dep(x)), 0.3, True)
        head = self.drop(quick_gelu(self.arc_head(heads)), 0.3, True)
        where = torch.arange(x.size(1) + 1)
        distance = where[None, :] - where[1:, None]                   # head - dependent
        distance[:, 0] = 0
        near = bucket(distance)
        arcs = (dep @ head.transpose(1, 2)) * self.scale + self.arc_bias(head).transpose(1, 2)
        arcs = arcs + self.dep_distance(dep).gather(2, near.expand(x.size(0), -1, -1))
        arcs = arcs + self.head_distance(head).gather(2, near.t().expand(x.size(0), -1, -1)).transpose(1, 2)
        arcs = arcs.masked_fill(~F.pad(mask, (1, 0), value=True).unsqueeze(1), -1e9)
        return arcs.masked_fill((distance == 0) & (where[None, :] > 0), -1e9)

    def relations(self, ldep, lhead, chosen):
        picked = lhead.gather(1, chosen.unsqueeze(-1).expand(-1, -1, lhead.size(2)))
        where = torch.arange(1, chosen.size(1) + 1)
        far = torch.where(chosen > 0, chosen - where[None, :], torch.zeros_like(chosen))
        return self.label_out(quick_gelu(ldep + picked + self.label_distance(bucket(far))))
