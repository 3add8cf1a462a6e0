"""Reads the treebanks and name corpora into one list of sentences."""
import gzip
import json
import re

LABELS = ('O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC')
NAME = re.compile(r'NER=([^|]+)')
NO_LICENCE = {'BBC Online', 'unknown'}                        # of re3d: not free to ship


def read_conllu(path, names=False):
    """[{id, text, forms, lemmas, feats, upos, xpos, heads, labels}]; heads are 0 for the root; names are read from MISC"""
    out, now = [], None
    opener = gzip.open if str(path).endswith('.gz') else open
    for line in opener(path, 'rt', encoding='utf-8'):
        line = line.rstrip('\n')
        if line and now is None:
            now = {'id': None, 'text': '', 'rows': []}
        if line.startswith('#'):
            if line.startswith('# sent_id = '):
                now['id'] = line[12:]
            elif line.startswith('# text = '):
                now['text'] = line[9:]
        elif line:
            cells = line.split('\t')
            if cells[0].isdigit():
                now['rows'].append(cells)
        elif now:
            if now['rows']:
                out.append({'id': now['id'], 'text': now['text'], 'forms': [c[1] for c in now['rows']],
                            'lemmas': [c[2] for c in now['rows']], 'feats': [c[5] for c in now['rows']],
                            'upos': [c[3] for c in now['rows']], 'xpos': [c[4] for c in now['rows']],
                            'heads': [int(c[6]) for c in now['rows']], 'labels': [c[7] for c in now['rows']]})
                if names:
                    out[-1]['names'] = [m[1] if m else 'O' for m in (NAME.search(c[9]) for c in now['rows'])]
            now = None
    return out


def offsets(text, forms):
    """Where each form starts in the text, or None when they do not follow it"""
    at, out = 0, []
    for form in forms:
        found = text.find(form, at)
        if found < 0 or text[at:found].strip():
            return None
        out.append(found)
        at = found + len(form)
    return out


TOKEN = re.compile(r"\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|(?:[A-Za-z]\.){2,}|\w+|[^\w\s]")


def tag_names(text, forms, starts, spans):
    tags = ['O'] * len(forms)
    for span in spans:
        if span.get('optional'):
            continue
        inside = [i for i, s in enumerate(starts) if span['start'] <= s < span['end']]
        for n, i in enumerate(inside):
            tags[i] = ('B-' if n == 0 else 'I-') + span['type']
    return tags


def strip_lead(text, span):
    """re3d keeps articles in its names; we do not."""
    lead = re.match(r'(?:the|a|an)\s+', text[span['start']:span['end']], re.I)
    return dict(span, start=span['start'] + lead.end()) if lead else span


def read_names(path):
    """Sentences with names and no trees"""
    out = []
    for line in open(path, encoding='utf-8'):
        row = json.loads(line)
        if row.get('source') in NO_LICENCE:
            continue
        found = list(TOKEN.finditer(row['text']))
        forms, starts = [m.group() for m in found], [m.start() for m in found]
        spans = [strip_lead(row['text'], s) for s in row['spans']]
        if forms:
            out.append({'id': row['id'], 'text': row['text'], 'forms': forms,
                        'names': tag_names(row['text'], forms, starts, spans)})
    return out


def add_names(sentences, path):
    """Names of sentences that have trees, by their id"""
    spans = {r['id']: r for r in map(json.loads, open(path, encoding='utf-8'))}
    for s in sentences:
        row = spans.get(s['id'])
        starts = row and offsets(row['text'], s['forms'])
        if starts:
            s['names'] = tag_names(row['text'], s['forms'], starts, row['spans'])
