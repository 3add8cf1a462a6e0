#!/usr/bin/env python3
"""Writes made-up news pages for benchmarks and tests: the same seed gives the same bytes.

    bench/generate.py --pages 300 --out FOLDER            one HTML file a page
    bench/generate.py --pages 1000 --warc FILE.warc.gz    one WARC record a page, a gzip member each
    bench/generate.py --pages 300 --jsonl FILE            the articles only, as JSON lines with text
"""
import argparse
import gzip
import json
import random
from pathlib import Path

PEOPLE = ['President {f} {l}', 'Foreign Minister {f} {l}', 'army spokesman Col. {f} {l}', 'opposition leader {f} {l}',
          'police chief {f} {l}', 'rebel commander {f} {l}', 'U.N. envoy {f} {l}', 'Defense Minister {f} {l}']
FIRST = ['Omar', 'Elena', 'Daniel', 'Amina', 'Viktor', 'Grace', 'Juan', 'Mei', 'Yusuf', 'Anna', 'Pierre', 'Ngozi']
LAST = ['Haddad', 'Petrova', 'Okafor', 'Lindqvist', 'Morales', 'Tanaka', 'Demir', 'Kowalski', 'Rahman', 'Dubois']
PLACES = ['Aleppo', 'Kharkiv', 'Mogadishu', 'Kandahar', 'Caracas', 'Goma', 'Tripoli', 'Manila', 'Lahore', 'Sanaa']
COUNTRIES = ['Syria', 'Ukraine', 'Somalia', 'Afghanistan', 'Venezuela', 'Turkey', 'France', 'Iran', 'Japan', 'Kenya']
PEOPLES = ['Syrian', 'Ukrainian', 'Somali', 'Afghan', 'Venezuelan', 'Turkish', 'French', 'Iranian', 'Japanese', 'Kenyan']
GROUPS = ['rebels', 'protesters', 'soldiers', 'militants', 'riot police', 'demonstrators', 'peacekeepers', 'gunmen']
DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
SENTENCES = [
    '{person} visited {country} on {day} to discuss a ceasefire with {person2}.',
    '{group} attacked a checkpoint near {place} on {day}, killing {n} people and wounding {n2}, a security source said.',
    'According to local media, {people} forces have shelled several villages around {place} since last week.',
    '"We will not accept any foreign troops on our soil," {person} told reporters in {place}.',
    '{person} denied that the government had sent weapons to {group} in {country}.',
    'Thousands of {group} marched through {place} to demand the resignation of {person}.',
    'The United Nations urged {country} and {country2} to return to the negotiating table.',
    'The {people} Foreign Ministry confirmed that {n} {people2} citizens had been arrested in {place}.',
    'A newspaper reported last month that {person} allegedly met {person2} at a hotel in {place}.',
    '{person} is expected to sign the agreement later this month, although no date has been set.',
    'Police used tear gas and water cannons to disperse the crowd, which had gathered outside the parliament.',
    'The European Union imposed new sanctions on {country}, citing human rights violations.',
    'There was no indication that {country} intends to withdraw its troops from the border area.',
    'The talks, which began on {day}, were described by diplomats as "difficult but useful."',
    'Aid agencies said that {n} trucks carrying food and medicine reached {place} after weeks of delay.',
    '"If they continue to bomb our cities, we will respond with all means," the commander warned.',
    'Residents contacted by telephone said that the shelling had destroyed a hospital and a school.',
    '{people} officials accused {country2} of supporting the {group}, a charge that {country2} has repeatedly rejected.',
    'The president, who took office two years ago, has promised to release hundreds of political prisoners.',
    'Analysts believe that the move could lead to further clashes between {group} and government forces.',
]
FURNITURE = '''<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/weather">Weather</a></li></ul></nav></header>'''
FOOTER = '''<aside><h3>Most read</h3><ul>{links}</ul></aside><section class="comments"><h3>Comments</h3>
<form><textarea></textarea><button>Post comment</button></form></section><footer><p>All rights reserved.</p></footer>'''


class Writer:
    def __init__(self, rng):
        self.rng = rng

    def person(self):
        return self.rng.choice(PEOPLE).format(f=self.rng.choice(FIRST), l=self.rng.choice(LAST))

    def sentence(self):
        c = self.rng.choice
        text = c(SENTENCES).format(
            person=self.person(), person2=self.person(), country=c(COUNTRIES), country2=c(COUNTRIES), place=c(PLACES),
            people=c(PEOPLES), people2=c(PEOPLES), group=c(GROUPS), day=c(DAYS), n=self.rng.randint(2, 40),
            n2=self.rng.randint(2, 90))
        return text[0].upper() + text[1:]

    def article(self, number):
        paragraphs = [' '.join(self.sentence() for _ in range(self.rng.randint(1, 3))) for _ in range(18)]
        title = self.sentence().rstrip('.')
        day = '2016-%02d-%02d' % (1 + number % 12, 1 + number % 28)
        return title, day, paragraphs

    def page(self, number):
        title, day, paragraphs = self.article(number)
        links = ''.join('<li><a href="/story/%d">%s</a></li>' % (i, self.sentence()) for i in range(12))
        body = '\n'.join('<p>%s</p>' % p for p in paragraphs)
        return ('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>%s - Example Daily</title>'
                '<meta property="og:title" content="%s"><meta property="og:site_name" content="Example Daily">'
                '<meta property="article:published_time" content="%sT08:00:00Z"></head>\n<body>%s\n<main><article><h1>%s</h1>'
                '<p class="byline">By %s %s</p>\n%s\n</article></main>\n%s</body></html>\n' % (
                    title.replace('"', '&quot;'), title.replace('"', '&quot;'), day, FURNITURE, title,
                    self.rng.choice(FIRST), self.rng.choice(LAST), body, FOOTER.format(links=links)))


def warc_record(number, page):
    http = b'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n' % len(page) + page
    return (b'WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r\n'
            b'WARC-Date: 2017-01-01T00:00:00Z\r\nWARC-Target-URI: https://news.example/story/%d\r\n'
            b'Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n' % (number, number, len(http))
            + http + b'\r\n\r\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pages', type=int, default=300)
    parser.add_argument('--seed', type=int, default=1)
    for name in ('out', 'warc', 'jsonl'):
        parser.add_argument('--' + name, type=Path)
    options = parser.parse_args()
    writer = Writer(random.Random(options.seed))
    if options.jsonl:
        with open(options.jsonl, 'w', encoding='utf-8') as file:
            for i in range(options.pages):
                title, day, paragraphs = writer.article(i)
                file.write(json.dumps({'id': 'story-%d' % i, 'title': title, 'published': day,
                                       'text': '\n\n'.join([title] + paragraphs)}) + '\n')
        return
    pages = [writer.page(i).encode('utf-8') for i in range(options.pages)]
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        for i, page in enumerate(pages):
            (options.out / ('story-%05d.html' % i)).write_bytes(page)
    if options.warc:
        with open(options.warc, 'wb') as file:
            for i, page in enumerate(pages):
                record = warc_record(i, page)
                file.write(gzip.compress(record, mtime=0) if options.warc.suffix == '.gz' else record)


if __name__ == '__main__':
    main()
