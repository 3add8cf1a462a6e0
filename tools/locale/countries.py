#!/usr/bin/env python3
"""Make data/locale/countries.txt from iso-codes: the country that the last part of a host name or a language tag stands for.

    tools/locale/countries.py [/usr/share/iso-codes/json/iso_3166-1.json] > data/locale/countries.txt

Lines: "de DEU" (ISO 3166-1 alpha-2 and alpha-3). "!tv TUV" is a country whose top-level domain is sold to all the world, so
that it says nothing of a site.
"""
import json
import sys

SOLD = set('ac ag ai am as bz cc cd cf cx dj fm ga gg gq gs im io la ly me ml ms mu nu pw sc sh sr st su tc tk to tv vc vg vu ws'.split())
OTHERS = {'uk': 'GBR', 'gov': 'USA', 'mil': 'USA', 'xk': 'KOS'}  # KOS: as data/en/actors has it


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/iso-codes/json/iso_3166-1.json'
    with open(path, encoding='utf-8') as file:
        countries = {c['alpha_2'].lower(): c['alpha_3'] for c in json.load(file)['3166-1']}
    countries.update(OTHERS)
    print('# Made by tools/locale/countries.py from iso-codes (LGPL 2.1 or later; facts only); do not edit.')
    for code, name in sorted(countries.items()):
        print(('!' if code in SOLD or code == 'co' else '') + code, name)


if __name__ == '__main__':
    main()
