#!/usr/bin/env python3
"""Reads what `sayso export` writes with readers of its own, column by column, and compares it with the records.

    tests/export/check.py PROGRAM

With SAYSO_POSTGRESQL the dossier is that database, which must be empty (tests/dossier/postgresql.py), else a file.
The columns are those of the codebooks: GDELT Event Codebook 2.0 (2015), POLECAT (doi:10.7910/DVN/AJGVIT), ICEWS
(doi:10.7910/DVN/28075), GraphML (http://graphml.graphdrawing.org).
"""
import csv
import io
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

from records import documents

PROGRAM, ROOT = sys.argv[1], Path(__file__).resolve().parents[2]
GOLDSTEIN = {'040': 1.0, '1951': -10.0, '160': -4.0, '141': -6.5}
QUAD = {'040': 1, '1951': 4, '160': 4, '141': 4}


def fill(dossier, texts):
    for text in texts:
        subprocess.run([PROGRAM, 'add', '-d', dossier, '--input', 'records', '-'], input=text.encode(), check=True,
                       capture_output=True)


def export(dossier, *words):
    done = subprocess.run([PROGRAM, 'export', '-d', dossier, *words], capture_output=True)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout.decode('utf-8')


def records(*kinds):
    return [r for d in documents() for r in d.lines if r['kind'] in kinds]


def ids(text):
    return [json.loads(line)['id'] for line in text.splitlines()]


def pairs(event):
    """Actor and recipient of each line; in a consultation without a recipient everybody meets everybody."""
    if len(event['actor']) > 1 and not event['recipient'] and (event['cameo'] or '').startswith('04'):
        return list(itertools.permutations(event['actor'], 2))
    return list(itertools.product(event['actor'] or [None], event['recipient'] or [None]))


def lines(text, columns, header):
    rows = [line.split('\t') for line in text.split('\n')[:-1]]
    assert text.endswith('\n')
    if header:
        assert rows.pop(0) == columns, 'header'
    for row in rows:
        assert len(row) == len(columns), (len(row), row)
    return [dict(zip(columns, row)) for row in rows]


# ---- JSON lines and CSV

def test_jsonl(dossier):
    assert export(dossier, '--all') == ''.join(d.write() for d in documents())
    for kind in ('event', 'claim', 'entity'):
        assert [json.loads(l) for l in export(dossier, '--kind', kind).splitlines()] == records(kind), kind
    both = [json.loads(l) for l in export(dossier, '--kind', 'event,claim').splitlines()]
    assert both == records('event', 'claim')


def test_mentions(dossier):
    got = [json.loads(l) for l in export(dossier, '--kind', 'mention').splitlines()]
    want = [(e['id'], e['name'], span) for e in records('entity') for span in e['mentions']]
    assert [(m['entity'], m['name'], m['span']) for m in got] == want
    texts = {d.id: d.text.encode() for d in documents()}
    assert all(texts[m['doc']][m['span'][0]:m['span'][1]].decode() == m['text'] for m in got)
    rows = list(csv.DictReader(io.StringIO(export(dossier, '--kind', 'mention', '-f', 'csv'), newline='')))
    assert [(r['entity'], r['text'], int(r['start'])) for r in rows] == [(m['entity'], m['text'], m['span'][0]) for m in got]


def joined(values):
    return ';'.join('' if v is None else v.replace(';', ',') for v in values)


def test_csv(dossier):
    rows = list(csv.DictReader(io.StringIO(export(dossier, '-f', 'csv'), newline='')))
    for row, event in zip(rows, records('event'), strict=True):
        assert row['id'] == event['id'] and row['cameo'] == (event['cameo'] or '')
        assert row['actor_name'] == joined(a['name'] for a in event['actor'])
        assert row['actor_sector'] == joined(' '.join(a['sector']) for a in event['actor'])
        assert row['according_to'] == joined(l['source']['name'] or '' for l in event['according_to'])
        assert row['evidence'] == event['evidence']['text'] and row['trigger_end'] == str(event['evidence']['trigger'][1])
        assert row['tellings'] == str(1 + len(event['also'])) and float(row['score']) == event['score']
        assert (float(row['place_lat']) if row['place_lat'] else None) == (event['place'] or {}).get('lat')
    rows = list(csv.DictReader(io.StringIO(export(dossier, '-f', 'csv', '--kind', 'document'), newline='')))
    for row, document in zip(rows, documents(), strict=True):
        assert row['text'] == document.text and row['byline'] == joined(document.record['byline'])


# ---- GDELT

ACTOR = 'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code'.split()
GEO = 'Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID'.split()
EVENTS = ('GLOBALEVENTID SQLDATE MonthYear Year FractionDate'.split() + ['Actor1' + c for c in ACTOR] +
          ['Actor2' + c for c in ACTOR] + 'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale '
          'NumMentions NumSources NumArticles AvgTone'.split() + ['Actor1Geo_' + c for c in GEO] +
          ['Actor2Geo_' + c for c in GEO] + ['ActionGeo_' + c for c in GEO] + ['DATEADDED', 'SOURCEURL'])
MENTIONS = ('GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID '
            'Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone '
            'MentionDocTranslationInfo Extras').split()
assert len(EVENTS) == 61 and len(MENTIONS) == 16

# What each column may hold, by its name; what is not named here is text.
GDELT_TYPES = {
    r'GLOBALEVENTID': r'\d{1,16}', r'SQLDATE': r'(\d{8})?', r'MonthYear': r'(\d{6})?', r'Year': r'(\d{4})?',
    r'FractionDate': r'(\d{4}\.\d+)?', r'IsRootEvent': r'[01]', r'EventCode': r'\d{3,4}', r'EventBaseCode': r'\d{3}',
    r'EventRootCode': r'(0[1-9]|1\d|20)', r'QuadClass': r'[1-4]', r'GoldsteinScale': r'-?\d+\.\d+',
    r'Num\w+': r'[1-9]\d*', r'AvgTone': r'(-?\d+\.\d+)?', r'Actor[12]Geo_Type': r'0', r'ActionGeo_Type': r'[0-5]',
    r'\w+_Lat|\w+_Long': r'(-?\d+\.\d+)?', r'\w+Geo_CountryCode': r'([A-Z]{2})?', r'Actor[12]CountryCode': r'([A-Z]{3})?',
    r'Actor[12]Type[123]Code': r'([A-Z]{3})?', r'Actor[12]Code': r'([A-Z]{3})*', r'DATEADDED': r'(\d{14})?',
    r'(Event|Mention)TimeDate': r'(\d{14})?', r'MentionType': r'[12]', r'SentenceID': r'[1-9]\d*',
    r'Act\w+CharOffset': r'-1|\d+', r'InRawText': r'1', r'Confidence': r'', r'MentionDocLen': r'\d+'}


def check_types(rows):
    for row in rows:
        for column, value in row.items():
            for name, pattern in GDELT_TYPES.items():
                if re.fullmatch(name, column):
                    assert re.fullmatch(pattern, value), (column, value)


def test_gdelt_events(dossier):
    rows = lines(export(dossier, '-f', 'gdelt-events'), EVENTS, header=False)
    check_types(rows)
    assert len({row['GLOBALEVENTID'] for row in rows}) == len(rows)
    want = [(event, pair) for event in records('event') for pair in pairs(event)]
    for row, (event, (actor, recipient)) in zip(rows, want, strict=True):
        code = event['cameo'] or '160'
        assert (row['EventCode'], row['EventBaseCode'], row['EventRootCode']) == (code, code[:3], code[:2])
        assert float(row['GoldsteinScale']) == GOLDSTEIN[code] and int(row['QuadClass']) == QUAD[code]
        assert row['Actor1Name'] == (actor['name'] if actor else '')
        assert row['Actor2Name'] == (recipient['name'] if recipient else '')
        assert int(row['NumMentions']) == 1 + len(event['also'])
        place = event['place']
        assert row['ActionGeo_Lat'] == (str(place['lat']) if place else '')
        assert row['ActionGeo_Long'] == (str(place['lon']) if place else '')


def test_gdelt_values(dossier):
    rows = lines(export(dossier, '-f', 'gdelt-events'), EVENTS, header=False)
    met, back, bombed, rebels, clerics, nobody = rows
    assert (met['SQLDATE'], met['DATEADDED']) == ('20190101', '20181231233005')     # in UTC
    assert (bombed['SQLDATE'], bombed['MonthYear'], bombed['Year']) == ('20181230', '201812', '2018')
    assert abs(float(bombed['FractionDate']) - (2018 + (11 * 30 + 30) / 365)) < 1e-4
    assert (met['Actor1Code'], met['Actor1CountryCode'], met['Actor1Type1Code'], met['Actor1Type2Code']) == \
        ('TURMILGOV', 'TUR', 'MIL', 'GOV')
    assert (met['Actor2Code'], back['Actor1Code']) == ('ROMGOV', 'ROMGOV')           # CAMEO's Romania
    assert (bombed['Actor1Code'], bombed['Actor2Code']) == ('KSVMIL', 'GBR')
    assert (rebels['Actor1Code'], rebels['Actor1CountryCode'], rebels['Actor1Type1Code']) == ('EURIGO', 'EUR', 'IGO')
    assert (rebels['Actor2Code'], rebels['Actor2Type2Code'], clerics['Actor2Code']) == ('SYRREBREL', 'REL', 'REL')
    assert (clerics['Actor1KnownGroupCode'], nobody['Actor1Code'], nobody['Actor1KnownGroupCode']) == ('', 'IGOUNOMIL', 'UNO')
    assert (met['ActionGeo_Type'], met['ActionGeo_FullName'], met['ActionGeo_CountryCode']) == ('3', 'Boise, United States', 'US')
    assert (bombed['ActionGeo_Type'], bombed['ActionGeo_FullName'], bombed['ActionGeo_CountryCode']) == \
        ('5', 'England, United Kingdom', 'UK')
    assert (rebels['ActionGeo_Type'], rebels['ActionGeo_FullName'], rebels['ActionGeo_FeatureID']) == ('1', 'Syria', 'SY')
    assert (nobody['ActionGeo_Type'], nobody['SQLDATE'], nobody['DATEADDED'], nobody['Actor2Code']) == ('0', '', '', '')
    assert met['SOURCEURL'] == 'https://www.paper.example/2019/a?x=1&y=2' and nobody['SOURCEURL'] == ''


def test_gdelt_mentions(dossier):
    events = lines(export(dossier, '-f', 'gdelt-events'), EVENTS, header=False)
    rows = lines(export(dossier, '-f', 'gdelt-mentions'), MENTIONS, header=False)
    check_types(rows)
    want = [telling for event in records('event') for _ in pairs(event) for telling in [event] + event['also']]
    texts = {d.id: d for d in documents()}
    for row, telling in zip(rows, want, strict=True):
        assert int(row['SentenceID']) == telling['evidence']['sentence'] + 1
        assert int(row['ActionCharOffset']) == telling['evidence']['trigger'][0]
    assert [g for g, _ in itertools.groupby(r['GLOBALEVENTID'] for r in rows)] == [e['GLOBALEVENTID'] for e in events]
    first, bombed, denied = rows[0], rows[2], rows[3]
    assert (first['MentionType'], first['MentionSourceName'], first['MentionIdentifier']) == \
        ('1', 'paper.example', 'https://www.paper.example/2019/a?x=1&y=2')
    assert int(first['MentionDocLen']) == len(texts['a'].text)
    assert int(bombed['Actor1CharOffset']) == texts['a'].span('Ruritania')[0] and denied['Actor1CharOffset'] == '-1'
    assert (rows[4]['MentionType'], rows[4]['MentionSourceName'], rows[4]['MentionIdentifier']) == ('2', 'Wire', 'b')


# ---- POLECAT and ICEWS

POLECAT = ('Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|'
           'Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|'
           'Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|'
           'Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|'
           'GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|'
           'Story Locations|Language|Version').split('|')
ICEWS = ('Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|'
         'Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|'
         'Longitude').split('|')


def test_polecat(dossier):
    rows = lines(export(dossier, '-f', 'polecat'), POLECAT, header=True)
    for row, event in zip(rows, records('event'), strict=True):
        assert (row['Event ID'], row['Event Type'], row['Event Mode']) == (event['id'], event['type'], event['mode'] or '')
        assert float(row['Intensity']) == event['score'] and row['Contexts'] == ';'.join(event['context'])
        for side, of in (('Actor', event['actor']), ('Recipient', event['recipient'])):
            assert row[side + ' Name'] == joined(p['name'] for p in of)
            assert row[side + ' Country'] == joined(p['country'] for p in of)
            assert row['Primary %s Sector' % side] == joined((p['sector'] + [''])[0] for p in of)
            assert row[side + ' Sectors'] == joined(','.join(p['sector']) for p in of)
            assert row[side + ' Name Raw'] == joined(p['text'] for p in of) and row['Wikipedia %s ID' % side] == ''
        assert row['GeoNames ID'] == (str(event['place']['geonames']) if event['place'] else '')
    met, bombed, sanctioned, nobody = rows
    assert (met['Quad Code'], bombed['Quad Code']) == ('VERBAL COOPERATION', 'MATERIAL CONFLICT')
    assert (met['Actor COW'], bombed['Actor COW'], bombed['Recipient COW']) == ('TUR;ROM', 'KOS', 'UKG')
    assert met['Actor Title'] == 'General;minister' and met['City'] == 'Boise' and bombed['Province'] == 'England'
    assert (met['Event Date'], bombed['Event Date'], met['Publication Date']) == ('2019-01-01', '2018-12-30', '2019-01-01')
    assert met['Story People'] == 'Örsan, the Bear;Jo Do;a spokesman' and met['Story Organizations'] == 'Al-Nahar'
    assert met['Story Locations'] == 'Ruritania;Ankh' and met['Source'] == 'The Paper, Inc'
    assert sanctioned['Story People'] == '' and nobody['Story Organizations'] == '' and nobody['Event Date'] == ''


def test_icews(dossier):
    rows = lines(export(dossier, '-f', 'icews'), ICEWS, header=True)
    want = [(event, pair) for event in records('event') for pair in pairs(event)]
    for row, (event, (actor, recipient)) in zip(rows, want, strict=True):
        code = event['cameo'] or '160'
        assert (row['Event ID'], row['CAMEO Code'], row['Story ID']) == (event['id'], code, event['doc'])
        assert float(row['Intensity']) == GOLDSTEIN[code]
        assert int(row['Sentence Number']) == event['evidence']['sentence'] + 1
        assert row['Source Name'] == (actor['name'] if actor else '')
        assert row['Target Name'] == (recipient['name'] if recipient else '')
        assert row['Latitude'] == (str(event['place']['lat']) if event['place'] else '')
    assert (rows[0]['Source Country'], rows[0]['Target Country'], rows[0]['Country']) == ('Turkey', 'Romania', 'United States')
    assert rows[0]['Source Sectors'] == 'Military,Government' and rows[0]['City'] == 'Boise'
    assert rows[2]['Event Text'] == 'Employ precision-guided aerial munitions' and rows[2]['Province'] == 'England'
    assert rows[3]['Source Sectors'] == 'European Union,International Government Organization'
    assert rows[0]['Publisher'] == 'The Paper, Inc'


# ---- GraphML

def test_graphml(dossier):
    space = '{http://graphml.graphdrawing.org/xmlns}'
    root = xml.fromstring(export(dossier, '-f', 'graphml'))
    assert root.tag == space + 'graphml'
    keys = {k.get('id'): k for k in root.findall(space + 'key')}
    graph = root.find(space + 'graph')
    assert graph.get('edgedefault') == 'directed'
    data = {}
    for element in graph:
        for item in element.findall(space + 'data'):
            assert keys[item.get('key')].get('for') == element.tag.replace(space, '')
        data[element.get('id')] = {item.get('key'): item.text for item in element.findall(space + 'data')}
    nodes = {n.get('id'): data[n.get('id')].get('name') for n in graph.findall(space + 'node')}
    assert len(nodes) == len(graph.findall(space + 'node')) == len(set(nodes.values()))
    edges = [(nodes[e.get('source')], nodes[e.get('target')], data[e.get('id')]) for e in graph.findall(space + 'edge')]
    assert [(s, t, d['kind'], d['role'], d['id'], d['stance'], d['factuality']) for s, t, d in edges] == [
        ('The officials', 'Al-Nahar', 'claim', 'addressee', 'a#c1', 'reports', 'CT+'),
        ('The officials', 'Ruritania', 'claim', 'mentioned', 'a#c1', 'reports', 'CT+'),
        ('The officials', 'Ankh', 'claim', 'mentioned', 'a#c1', 'reports', 'CT+'),
        ('The officials', 'Ruritania', 'event', 'actor', 'a#e2', 'reports', 'CT+'),
        ('The officials', 'Ankh', 'event', 'recipient', 'a#e2', 'reports', 'CT+'),
        ('a spokesman', 'Ruritania', 'event', 'actor', 'a#e2', 'denies', 'CT-'),
        ('a spokesman', 'Ankh', 'event', 'recipient', 'a#e2', 'denies', 'CT-')]
    assert edges[3][2]['date'] == '2018-12-30' and edges[3][2]['link'] == '0'
    assert edges[0][2]['url'] == 'https://www.paper.example/2019/a?x=1&y=2'
    assert edges[0][2]['content'] == 'Ruritania bombed Ankh'


# ---- tables

def table(name, columns):
    rows = [line.split('\t') for line in (ROOT / 'data/codes' / name).read_text('utf-8').splitlines() if line[0] != '#']
    assert rows == sorted(rows, key=lambda row: row[0].encode()), name
    assert all(len(row) == columns and all(row) for row in rows), name
    assert len({row[0] for row in rows}) == len(rows), name
    return {row[0]: row[1:] for row in rows}


def test_tables(_):
    """The tables of codes are sorted, as they are searched, and know all that records can have."""
    countries, cameo = table('countries.txt', 5), table('cameo.txt', 3)
    sectors, plover = table('sectors.txt', 3), table('plover.txt', 2)
    iso = {line.split()[1] for line in (ROOT / 'data/locale/countries.txt').read_text().splitlines() if line[0] != '#'}
    assert iso <= set(countries), iso - set(countries)
    for column in (0, 1):       # of two countries none has the same code
        codes = [row[column] for row in countries.values() if row[column] != '-']
        assert len(codes) == len(set(codes))
    assert all(code in cameo for code, in plover.values()) and len(plover) == 16
    assert all(code[:2] in cameo for code in cameo) and len([c for c in cameo if len(c) == 2]) == 20
    assert all(-10 <= float(score) <= 10 for score, _ in cameo.values())
    used = {code for rules in (ROOT / 'data/en/events').glob('*.rules')
            for code in re.findall(r'^[A-Z]+(?:/[a-z-]+)? (\d{3,4})\b', rules.read_text('utf-8'), re.M)}
    assert used and used <= set(cameo), used - set(cameo)


# ---- filters and order

FILTERS = [
    ('--since 2019-01-01', 'a#e1 a#e2 b#e1'),      # a#e2 has an open end
    ('--since 2019-01-02', 'a#e2 b#e1'),
    ('--until 2018-12-31', 'a#e2'),
    ('--until 2018-12-29', ''),
    ('--country ROU', 'a#e1'),
    ('--country GBR,SYR', 'a#e2 b#e1'),
    ('--actor-country EUR', 'b#e1'),
    ('--recipient-country GBR --recipient-country SYR', 'a#e2 b#e1'),
    ('--sector REL', 'b#e1'),
    ('--sector RE', None),
    ('--type ASSAULT,PROTEST', 'a#e2 c#e1'),
    ('--place boise', 'a#e1'),
    ('--place 6269131 --place Syria', 'a#e2 b#e1'),
    ('--box 40,-120,50,-110', 'a#e1'),
    ('--box -90,30,90,-110', 'a#e1 b#e1'),         # over the 180th meridian
    ('--box 50,0,40,1', None),
    ('--source AL-NAHAR', ''),
    ('--source "a spokesman"', 'a#e2'),
    ('--factuality Uu', 'a#e2'),
    ('--factuality X', None),
    ('--corroboration disputed', 'a#e2'),
    ('--corroboration "single source,denied"', 'a#e1 b#e1 c#e1'),
    ('--corroboration single', None),
    ('--kind claim --corroboration denied', None),
    ('--outlet "the paper, inc"', 'a#e1 a#e2'),
    ('--words rebels', 'b#e1'),
    ('--words "the rebels" --words clerics', 'b#e1'),
    ('--words "clerics rebels"', ''),
    ('--country ROU --type ASSAULT', ''),
    ('--kind claim --source "a spokesman"', 'a#c2'),
    ('--kind claim --country LBN', 'a#c1'),
    ('--kind claim --factuality CT-', 'a#c2'),
    ('--kind claim --since 2019-01-02', ''),
    ('--kind document --type PROTEST', 'c'),
    ('--kind document --until 2019-12-31', 'a'),
    ('--kind document', 'a b c'),
]


def test_filters(dossier):
    import shlex
    for filter, want in FILTERS:
        done = subprocess.run([PROGRAM, 'export', '-d', dossier, *shlex.split(filter)], capture_output=True)
        if want is None:
            assert done.returncode == 2 and done.stderr, filter
        else:
            assert done.returncode == 0, (filter, done.stderr)
            assert ids(done.stdout.decode()) == want.split(), (filter, ids(done.stdout.decode()))


def test_order(dossier):
    """The same bytes, whatever the order in which the documents came, and in which kind of database they are."""
    with tempfile.TemporaryDirectory() as folder:
        other = str(Path(folder) / 'other')
        fill(other, [d.write() for d in reversed(documents())])
        for words in (['--all'], ['-f', 'csv'], ['-f', 'polecat'], ['-f', 'gdelt-events'], ['-f', 'gdelt-mentions'],
                      ['-f', 'icews'], ['-f', 'graphml'], ['--kind', 'mention']):
            assert export(dossier, *words) == export(other, *words), words


def main():
    wrong = 0
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    with tempfile.TemporaryDirectory() as folder:
        dossier = os.environ.get('SAYSO_POSTGRESQL') or str(Path(folder) / 'dossier')
        fill(dossier, [d.write() for d in documents()])
        print('1..%d' % len(tests))
        for number, (name, test) in enumerate(tests, 1):
            try:
                test(dossier)
                print('ok %d - %s' % (number, name))
            except AssertionError as error:
                wrong += 1
                line = error.__traceback__
                while line.tb_next:
                    line = line.tb_next
                print('not ok %d - %s\n# line %d: %s' % (number, name, line.tb_lineno, error))
    sys.exit(wrong > 0)


if __name__ == '__main__':
    main()
