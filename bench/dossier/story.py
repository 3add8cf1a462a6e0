"""Stories: sentences with what they tell, and the documents that papers make of them."""
import hashlib
import json
import re

from templates import (ADJECTIVES, COUNTRIES, CUES, DAYS, DID, FIRST, LAST, MONTHS, PASSIVE, REPORTS, SAID, TAIL, WHAT, WHO)
from world import ALL_SOURCES, CODES, OUTLET_SOURCES, land_of, tell_date

SLOT = re.compile(r'\{(\w+)\}|\[([^\]]+)\]')
parsed = {}


def parts_of(template):
    """[(words before, slot or None, marked words or None)]"""
    if template not in parsed:
        parts, at = [], 0
        for match in SLOT.finditer(template):
            parts.append((template[at:match.start()], match.group(1), match.group(2)))
            at = match.end()
        parsed[template] = parts, template[at:]
    return parsed[template]


class Sentence:
    """A text of ASCII with spans that count from its start."""

    def __init__(self):
        self.text = ''
        self.mentions = []  # (Party, start, end)
        self.claims = []    # (source: mention, cue span, content span, stance, factuality, within: claim or None)
        self.event = None
        self.denial = None  # chain: this sentence tells the event of the sentence before it

    def fill(self, template, values):
        """Adds the filled template; a Party becomes a mention. Returns the spans of slots and, as '', of marked words."""
        spans, pieces, at = {}, [self.text], len(self.text)
        parts, rest = parts_of(template)
        for before, slot, marked in parts:
            value = values[slot] if slot else marked
            words = value if isinstance(value, str) else value.text
            start = at + len(before)
            at = start + len(words)
            pieces += (before, words)
            spans[slot or ''] = (start, at)
            if not isinstance(value, str):
                spans[slot] = (start, at, len(self.mentions))
                self.mentions.append((value, start, at))
        pieces.append(rest)
        self.text = ''.join(pieces)
        return spans

    def finish(self):
        self.text = self.text[0].upper() + self.text[1:]
        return self

    def attribute(self, content, source, outer, cue):
        """Says who says it; returns the chain as numbers of claims, from the innermost."""
        words, stance, factuality = cue
        spans = self.fill(', {source} [%s]' % words, {'source': source})
        within = None
        if outer:
            quoting = self.fill(', as [quoted] by {source}', {'source': outer})
            within = 1
        self.claims.append((spans['source'][2], spans[''], content, stance, factuality, within))
        if outer:
            self.claims.append((quoting['source'][2], quoting[''], content, 'reports', 'CT+', None))
        return [0, 1] if outer else [0]


def tell(rng, happening, published):
    """The sentences that tell a happening in words drawn anew."""
    sentence, kind = Sentence(), happening.kind
    actor, recipient = rng.choice(happening.actor), rng.choice(happening.recipient)
    place = happening.city if happening.tight or rng.random() < 0.8 else land_of(happening.city.country)
    words, start, end = tell_date(rng, happening, published)
    counts = {name: max(1, count + rng.choice((0, 0, 0, -1, 1))) for name, count in happening.counts.items()}
    template = rng.choice(kind[6])
    spans = sentence.fill(template if words else template.replace(' {date}', ''),
                          {'actor': actor, 'recipient': recipient, 'place': place.name, 'date': words,
                           'killed': str(counts['killed']), 'arrested': str(counts['arrested'])})
    chain, cue = [], rng.choice(CUES)
    if rng.random() < 0.75:
        source = happening.sources[happening.tellings % len(happening.sources)]
        outer = rng.choice(OUTLET_SOURCES) if rng.random() < 0.25 else None
        chain = sentence.attribute((0, len(sentence.text)), source, None if outer == source else outer, cue)
    sentence.text += '.'
    happening.tellings += 1
    sentence.event = {'happening': happening, 'actor': spans['actor'][2], 'recipient': spans['recipient'][2],
                      'place': (place, spans['place']) if 'place' in spans else None,
                      'date': (spans['date'], str(start), str(end)) if words else None, 'trigger': spans[''],
                      'counts': {name: counts[name] for name in counts if name in spans}, 'chain': chain}
    told = [sentence.finish()]
    if happening.denier and rng.random() < 0.5:
        told.append(deny(happening.denier))
    return told


def deny(denier):
    sentence = Sentence()
    spans = sentence.fill('{source} [denied] that anything of the kind had happened.', {'source': denier})
    content = (spans[''][1] + 1, len(sentence.text) - 1)
    sentence.claims.append((spans['source'][2], spans[''], content, 'denies', 'CT-', None))
    sentence.denial = [0]
    return sentence.finish()


def filler(rng):
    sentence, city = Sentence(), rng.choice(COUNTRIES[rng.choice(CODES)][5])[0]
    tail = rng.choice(TAIL).format(month=rng.choice(MONTHS), place=city, n=rng.randint(3, 99))
    sentence.text = '%s %s %s %s.' % (rng.choice(WHO), rng.choice(DID), rng.choice(WHAT), tail)
    return sentence


def quote(rng):
    sentence, thing = Sentence(), rng.choice(WHAT)
    spans = sentence.fill(rng.choice(SAID), {
        'passive': rng.choice(PASSIVE), 'thing': thing, 'thing_capital': thing[0].upper() + thing[1:],
        'adjective': rng.choice(ADJECTIVES), 'adjective2': rng.choice(ADJECTIVES), 'speaker': rng.choice(ALL_SOURCES)})
    cue = spans['']
    content = (0, spans['speaker'][0] - 2) if spans['speaker'][0] > 20 else (cue[1] + 1, len(sentence.text) - 1)
    stance, factuality = ('denies', 'CT-') if sentence.text[cue[0]:cue[1]] in ('denied', 'insisted') else ('reports', 'CT+')
    sentence.claims.append((spans['speaker'][2], cue, content, stance, factuality, None))
    return sentence.finish()


def article(rng, happening, background, published):
    """The sentences of a story: what happened, what is said about it, and what else there is to tell."""
    head, body = tell(rng, happening, published), [filler(rng) for _ in range(rng.randint(5, 12))]
    extra = [[quote(rng)] for _ in range(rng.randint(1, 4))] + [tell(rng, other, published) for other in background]
    for sentences in extra:
        at = rng.randint(0, len(body))
        while at < len(body) and body[at].denial:
            at += 1
        body[at:at] = sentences
    return head + body


def report(rng):
    """A report made of the words that all such reports share: another match, session or earthquake."""
    values = {letter: str(rng.randint(1, 90)) for letter in 'abcdefghijklmnopqrst'}
    for name in ('place', 'place2', 'place3', 'place4'):
        values[name] = rng.choice(COUNTRIES[rng.choice(CODES)][5])[0]
    for name in ('name', 'name2', 'name3', 'name4'):
        values[name] = rng.choice(LAST)
    values.update(first=rng.choice(FIRST), first2=rng.choice(FIRST), day=rng.choice(DAYS), day2=rng.choice(DAYS),
                  month=rng.choice(MONTHS), up=rng.choice(('up', 'down', 'higher', 'lower')), up2=rng.choice(('up', 'down')))
    sentences = []
    for template in rng.choice(REPORTS):
        sentence = Sentence()
        sentence.fill(template, values)
        sentences.append(sentence)
    return sentences


class Writer:
    """Writes the records of one document (docs/records.md)."""

    def __init__(self):
        self.lines, self.id, self.entities, self.mentions = [], '', {}, []

    def party(self, mention, offset):
        party, start, end = mention
        return {'text': self.text[offset + start:offset + end], 'span': [offset + start, offset + end],
                'entity': '%s#n%d' % (self.id, self.entities[party.name]), 'name': party.name, 'country': party.country,
                'sector': list(party.sectors)}

    def gather(self, sentences):
        found = {}
        for sentence, offset in sentences:
            for party, start, end in sentence.mentions:
                found.setdefault(party.name, (party, []))[1].append([offset + start, offset + end])
        for number, (name, (party, spans)) in enumerate(found.items(), 1):
            self.entities[name] = number
            role = {'title': party.office.lower(), 'of': COUNTRIES[party.country][0], 'status': 'current'} if party.office else None
            self.put({'kind': 'entity', 'id': '%s#n%d' % (self.id, number), 'doc': self.id, 'name': name, 'type': party.kind,
                      'country': party.country, 'sector': list(party.sectors), 'role': role, 'mentions': spans})

    def put(self, record):
        self.lines.append(json.dumps(record, separators=(',', ':')))

    def claims(self, sentences):
        """Numbers of the first claims of the sentences."""
        firsts, number = [], 1
        for sentence, offset in sentences:
            firsts.append(number)
            for source, cue, content, stance, factuality, within in sentence.claims:
                span = [offset + content[0], offset + content[1]]
                text = self.text[span[0]:span[1]]
                self.put({'kind': 'claim', 'id': '%s#c%d' % (self.id, number), 'doc': self.id,
                          'source': self.party(sentence.mentions[source], offset), 'addressee': None,
                          'cue': {'text': self.text[offset + cue[0]:offset + cue[1]], 'span': [offset + cue[0], offset + cue[1]]},
                          'content': {'text': text, 'spans': [span]}, 'form': 'direct' if text[0] == '"' else 'indirect',
                          'stance': stance, 'factuality': factuality, 'date': None,
                          'within': '%s#c%d' % (self.id, firsts[-1] + within) if within is not None else None, 'retracts': None})
                number += 1
        return firsts

    def telling(self, place, sentence, offset, first, chain, trigger):
        links = []
        for at in chain:
            source, cue, _, stance, factuality, _ = sentence.claims[at]
            links.append({'source': self.party(sentence.mentions[source], offset), 'cue': sentence.text[cue[0]:cue[1]],
                          'form': 'indirect', 'stance': stance, 'factuality': factuality, 'claim': '%s#c%d' % (self.id, first + at)})
        return {'factuality': 'Uu' if links else 'CT+', 'according_to': links,
                'evidence': {'sentence': place, 'span': [offset, offset + len(sentence.text)], 'text': sentence.text,
                             'trigger': [offset + trigger[0], offset + trigger[1]]}}

    def event(self, number, place, sentence, offset, first, also):
        told = sentence.event
        kind, counts = told['happening'].kind, told['counts']
        where, when = told['place'], told['date']
        record = {'kind': 'event', 'id': '%s#e%d' % (self.id, number), 'doc': self.id, 'type': kind[0], 'mode': kind[1], 'context': [],
                  'cameo': kind[2], 'score': kind[3], 'actor': [self.party(sentence.mentions[told['actor']], offset)],
                  'recipient': [self.party(sentence.mentions[told['recipient']], offset)], 'place': None, 'date': None,
                  'counts': {name: counts.get(name) for name in ('killed', 'injured', 'arrested')} if counts else None, 'aux': []}
        if where:
            spot, span = where
            record['place'] = {'text': spot.name, 'span': [offset + span[0], offset + span[1]], 'name': spot.name,
                               'country': spot.country, 'lat': spot.latitude, 'lon': spot.longitude, 'geonames': spot.geonames,
                               'precision': spot.precision}
        if when:
            span, start, end = when
            record['date'] = {'text': sentence.text[span[0]:span[1]], 'span': [offset + span[0], offset + span[1]], 'start': start,
                              'end': end}
        record.update(self.telling(place, sentence, offset, first, told['chain'], told['trigger']))
        record.update(rule='made-up.rules:1', also=also)
        self.put(record)

    def events(self, sentences, firsts):
        """Numbers of the happenings that the events tell, in their order."""
        happenings = []
        for i, (sentence, offset) in enumerate(sentences):
            if not sentence.event:
                continue
            also = []
            if i + 1 < len(sentences) and sentences[i + 1][0].denial:
                denial, at = sentences[i + 1]
                also.append(self.telling(i + 1, denial, at, firsts[i + 1], denial.denial, denial.claims[0][1]))
            happenings.append(sentence.event['happening'].number)
            self.event(len(happenings), i, sentence, offset, firsts[i], also)
        return happenings

    def document(self, front, sentences, end, fields):
        """The records of a document, as lines, and the happenings that its events tell."""
        texts, placed, at = [front], [], len(front)
        for i, sentence in enumerate(sentences):
            gap = '\n\n' if i % 3 == 0 else ' '
            placed.append((sentence, at + len(gap)))
            at += len(gap) + len(sentence.text)
            texts += (gap, sentence.text)
        self.text = ''.join(texts) + '\n\n' + end
        url = fields['url']
        self.id = hashlib.sha256((url + self.text).encode()).hexdigest()
        size = len(self.text)
        self.put(dict({'kind': 'document', 'id': self.id, 'sha256': self.id, 'input': {'path': 'made-up', 'offset': None}}, **fields,
                      modified=None, language='en', text=self.text, mended=0,
                      blocks=[{'span': [0, size], 'role': 'body', 'language': None, 'source': [0, size]}], media=[], dropped=[]))
        self.gather(placed)
        happenings = self.events(placed, self.claims(placed))
        return '\n'.join(self.lines) + '\n', happenings
