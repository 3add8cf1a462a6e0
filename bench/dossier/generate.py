#!/usr/bin/env python3
"""Writes records of made-up documents, as sayso code --all would, with the truth about them: the same seed gives the same bytes.

    bench/dossier/generate.py --documents 100000 --records FILE --truth FILE [--seed 1]

Stories are published, copied by other papers with their own bylines and last lines, brought up to date, and cut short; the same
happenings are told by several stories in other words. Some documents come in days after they were published.
The truth has one line for each document: its id, the number of its story, what it is (original, copy, update, cut), the number of
the happening that each of its events tells, and the source at the innermost end of each (null: the paper itself).
"""
import argparse
import datetime
import heapq
import json
import random

from story import Writer, article, filler, quote, report
from templates import AGENCIES, BOILERPLATE, COUNTRIES, FIRST, LAST, OUTLET_WORDS
from world import CODES, START, World

STORIES_A_DAY, HAPPENINGS_A_DAY = 110, 45
MINUTE, DAY = 60, 24 * 60 * 60


def copies_of(rng):
    """How many copies a story has: most none, a few dozens."""
    choice = rng.random()
    return 0 if choice < 0.6 else 1 if choice < 0.75 else 2 if choice < 0.85 else rng.randint(3, 6) if choice < 0.95 else rng.randint(8, 30)


def change(rng, sentences):
    """Exchanges, adds and removes sentences, between 5 and 30 of 100; what tells an event stays."""
    out = list(sentences)
    for _ in range(max(1, round(len(out) * rng.uniform(0.05, 0.30)))):
        at = rng.randrange(1, len(out) + 1)
        fresh = filler(rng) if rng.random() < 0.7 else quote(rng)
        choice = rng.random()
        free = at < len(out) and not out[at].event and not out[at].denial
        if choice < 0.4 and free:
            out[at] = fresh
        elif choice < 0.6 and free and len(out) > 6:
            del out[at]
        elif at == len(out) or not out[at].denial:
            out.insert(at, fresh)
    return out


def cut(rng, sentences):
    keep = max(4, round(len(sentences) * rng.uniform(0.4, 0.8)))
    return sentences[:keep]


class Press:
    """Papers that publish stories; documents wait in a heap until they come in."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.world = World(self.rng)
        self.waiting, self.stories, self.serial = [], 0, 0
        self.outlets = [('%s %s' % (city[0], self.rng.choice(OUTLET_WORDS)), code)
                        for code in CODES for city in COUNTRIES[code][5] for _ in range(2)]

    def publish(self, sentences, moment, truth, agency):
        rng = self.rng
        outlet, country = rng.choice(self.outlets)
        self.serial += 1
        title = sentences[0].text[:70].rsplit(' ', 1)[0]
        byline = '%s %s' % (rng.choice(FIRST), rng.choice(LAST))
        front = '%s\n\nBy %s, %s' % (title if truth['kind'] != 'copy' or rng.random() < 0.7 else outlet + ': ' + title, byline,
                                     agency if rng.random() < 0.6 else outlet)
        published = datetime.datetime.combine(START, datetime.time()) + datetime.timedelta(seconds=moment)
        shape = '%Y-%m-%dT%H:%M:%SZ' if truth['kind'] == 'original' or rng.random() < 0.9 else '%Y-%m-%d'
        fields = {'url': 'https://%s.example/%d' % (outlet.lower().replace(' ', '-'), self.serial),
                  'outlet': {'name': outlet, 'country': country}, 'title': title, 'byline': [byline],
                  'published': published.strftime(shape)}
        end = ' '.join(line.format(outlet=outlet, year=2016) for line in rng.sample(BOILERPLATE, rng.randint(0, 2)))
        late = rng.uniform(0, 3 * DAY) if rng.random() < 0.2 else rng.uniform(0, 2 * 60 * MINUTE)
        heapq.heappush(self.waiting, (moment + late, self.serial, front, sentences, end, fields, truth))

    def story(self, sentences, moment):
        rng, agency = self.rng, self.rng.choice(AGENCIES)
        self.stories += 1
        self.publish(sentences, moment, {'story': self.stories, 'kind': 'original'}, agency)
        for _ in range(copies_of(rng)):
            kind = rng.choices(('copy', 'update', 'cut'), (55, 30, 15))[0]
            told = sentences if kind == 'copy' else change(rng, sentences) if kind == 'update' else cut(rng, sentences)
            self.publish(told, moment + rng.uniform(2 * MINUTE, 1.5 * DAY), {'story': self.stories, 'kind': kind}, agency)

    def day(self, day, recent):
        """All stories of a day; `recent`: what happened on the days before."""
        rng = self.rng
        happened = self.world.day(day, HAPPENINGS_A_DAY)
        told = []
        for happening in happened:
            told += [happening] * min(8, 1 + int(rng.expovariate(0.75)))
        for happening in told:
            background = rng.sample(recent, min(len(recent), rng.choice((0, 1, 1, 2))))
            after = rng.choice((0, 0, 0, 1, 1, 2))
            moment = (day + after) * DAY + rng.uniform(0.5, 1) * DAY - 1
            self.story(article(rng, happening, [other for other in background if other is not happening], day + after), moment)
        for _ in range(max(0, STORIES_A_DAY - len(told))):
            self.story(report(rng), day * DAY + rng.uniform(0, DAY - 1))
        return happened

    def documents(self):
        """Without end, in the order in which they come in."""
        recent, day = [], 0
        while True:
            recent = (recent + self.day(day, recent))[-6 * HAPPENINGS_A_DAY:]
            day += 1
            while self.waiting and self.waiting[0][0] < day * DAY:
                yield heapq.heappop(self.waiting)[2:]


def innermost(sentence):
    chain = sentence.event['chain']
    return sentence.mentions[sentence.claims[chain[0]][0]][0].name if chain else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--documents', type=int, default=1000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--records', required=True)
    parser.add_argument('--truth', required=True)
    options = parser.parse_args()
    documents = Press(options.seed).documents()
    with open(options.records, 'w', encoding='utf-8') as records, open(options.truth, 'w', encoding='utf-8') as truths:
        for _ in range(options.documents):
            front, sentences, end, fields, truth = next(documents)
            writer = Writer()
            lines, happenings = writer.document(front, sentences, end, fields)
            records.write(lines)
            sources = [innermost(sentence) for sentence in sentences if sentence.event]
            truths.write(json.dumps(dict({'id': writer.id}, **truth, happenings=happenings, sources=sources)) + '\n')


if __name__ == '__main__':
    main()
