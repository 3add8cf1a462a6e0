"""Records of a few documents, written by hand, which the tests of exporting add to a dossier and then look for."""
import hashlib
import json


class Document:
    """A document and its records; spans are found by the words."""

    def __init__(self, id, text, **fields):
        self.id, self.text, self.lines, self.counts = id, text, [], {}
        self.named = {}
        self.record = {
            'kind': 'document', 'id': id, 'sha256': hashlib.sha256(text.encode()).hexdigest(),
            'input': {'path': 'made.jsonl', 'offset': None}, 'url': fields.get('url'),
            'outlet': {'name': fields.get('outlet'), 'country': fields.get('outlet_country')},
            'title': fields.get('title'), 'byline': fields.get('byline', []), 'published': fields.get('published'),
            'modified': None, 'language': 'en', 'text': text, 'mended': 0, 'blocks': [], 'media': [], 'dropped': []}

    def span(self, words):
        start = self.text.encode().index(words.encode())
        return [start, start + len(words.encode())]

    def next_id(self, letter):
        self.counts[letter] = self.counts.get(letter, 0) + 1
        return '%s#%s%d' % (self.id, letter, self.counts[letter])

    def entity(self, words, name, country, sector, type='PER', title=None):
        record = {'kind': 'entity', 'id': self.next_id('n'), 'doc': self.id, 'name': name, 'type': type,
                  'country': country, 'sector': sector,
                  'role': title and {'title': title, 'of': None, 'status': 'current'}, 'mentions': [self.span(words)]}
        self.lines.append(record)
        self.named[words] = {'text': words, 'span': self.span(words), 'entity': record['id'], 'name': name,
                             'country': country, 'sector': sector}

    def claim(self, source, cue, content, addressee=None, stance='reports', factuality='CT+', form='indirect'):
        record = {'kind': 'claim', 'id': self.next_id('c'), 'doc': self.id, 'source': self.named.get(source),
                  'addressee': self.named.get(addressee), 'cue': {'text': cue, 'span': self.span(cue)},
                  'content': {'text': content, 'spans': [self.span(content)]}, 'form': form, 'stance': stance,
                  'factuality': factuality, 'date': None, 'within': None, 'retracts': None}
        self.lines.append(record)
        return {'source': record['source'], 'cue': cue, 'form': form, 'stance': stance, 'factuality': factuality,
                'claim': record['id']}

    def event(self, type, cameo, trigger, actor=(), recipient=(), chain=(), also=(), **fields):
        def evidence(sentence, words):
            at = self.span(words)
            full = [self.text.encode().rfind(b'\n', 0, at[0]) + 1, self.text.encode().find(b'\n', at[0])]
            full[1] = full[1] if full[1] >= 0 else len(self.text.encode())
            return {'sentence': sentence, 'span': full, 'text': self.text.encode()[full[0]:full[1]].decode(), 'trigger': at}
        self.lines.append({
            'kind': 'event', 'id': self.next_id('e'), 'doc': self.id, 'type': type, 'mode': fields.get('mode'),
            'context': fields.get('context', []), 'cameo': cameo, 'score': fields.get('score', 0.0),
            'actor': [self.named[a] for a in actor], 'recipient': [self.named[r] for r in recipient],
            'place': fields.get('place'), 'date': fields.get('date'), 'counts': fields.get('counts'), 'aux': [],
            'factuality': fields.get('factuality', 'CT+'), 'according_to': list(chain),
            'evidence': evidence(fields.get('sentence', 0), trigger), 'rule': 'made.rules:1',
            'also': [{'factuality': 'Uu', 'according_to': list(c), 'evidence': evidence(s, w)} for s, w, c in also]})

    def write(self):
        return ''.join(json.dumps(r, ensure_ascii=False, separators=(',', ':')) + '\n' for r in [self.record] + self.lines)


def place(text, name, country, lat, lon, geonames, precision):
    return {'text': text, 'span': [0, 1], 'name': name, 'country': country, 'lat': lat, 'lon': lon, 'geonames': geonames,
            'precision': precision}


def documents():
    a = Document('a', 'General Örsan; "the Bear" met the minister & <aides> in Boise.\n'
                      'The officials told Al-Nahar that Ruritania bombed Ankh.\nRuritania did not bomb Ankh, a spokesman said.',
                 url='https://www.paper.example/2019/a?x=1&y=2', outlet='The Paper, Inc', outlet_country='USA',
                 published='2019-01-01T01:30:05+02:00', title='A\tmeeting', byline=['Ann; Bo', 'Cy'])
    a.entity('General Örsan; "the Bear"', 'Örsan; the Bear', 'TUR', ['MIL', 'GOV'], title='General')
    a.entity('the minister', 'Jo Do', 'ROU', ['GOV'], title='minister')
    a.entity('The officials', None, None, ['GOV'], type='ANON')
    a.entity('Al-Nahar', 'Al-Nahar', 'LBN', ['JRN'], type='ORG')
    a.entity('Ruritania', 'Ruritania', 'KOS', ['MIL'], type='LOC')
    a.entity('Ankh', 'Ankh', 'GBR', [], type='LOC')
    a.entity('a spokesman', 'a spokesman', 'UNO', ['JRN'], type='PER')
    told = a.claim('The officials', 'told', 'Ruritania bombed Ankh', addressee='Al-Nahar')
    denied = a.claim('a spokesman', 'said', 'Ruritania did not bomb Ankh', stance='denies', factuality='CT-')
    a.event('CONSULT', '040', 'met', ['General Örsan; "the Bear"', 'the minister'], mode='visit', score=4.0,
            context=['military', 'diplomatic'], place=place('Boise', 'Boise', 'USA', 43.6135, -116.20345, 5586437, 'city'))
    a.event('ASSAULT', '1951', 'bombed', ['Ruritania'], ['Ankh'], [told], [(2, 'bomb Ankh,', [denied])], mode='aerial',
            score=-9.5, sentence=1, factuality='Uu', date={'text': 'x', 'span': [0, 1], 'start': '2018-12-30', 'end': None},
            place=place('Ankh', 'England', 'GBR', 52.0, -1.0, 6269131, 'region'))
    b = Document('b', 'Two bodies sanctioned the rebels and the clerics.', published='2020-02-29', outlet='Wire')
    b.entity('Two bodies', 'Union', 'EUR', ['IGO'], type='ORG')
    b.entity('the rebels', 'rebels', 'SYR', ['REB', 'UNK', 'REL'], type='GROUP')
    b.entity('the clerics', 'clerics', None, ['REL'], type='GROUP')
    b.event('SANCTION', None, 'sanctioned', ['Two bodies'], ['the rebels', 'the clerics'], score=-6.0,
            place=place('Syria', 'Syria', 'SYR', 35.0, 38.0, 163843, 'country'))
    c = Document('c', 'Nobody did nothing.')
    c.entity('Nobody', 'Nobody', 'UNO', ['MIL'], type='GROUP')
    c.event('PROTEST', '141', 'did', ['Nobody'], score=-5.0)
    return [a, b, c]
