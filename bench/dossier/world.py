"""What happens in the made-up world, who takes part in it and who tells of it."""
import datetime
from dataclasses import dataclass, field

from templates import COUNTRIES, DAYS, EVENTS, FIRST, FORCES, LAST, OFFICES, SOURCES

START = datetime.date(2016, 1, 4)
CODES = sorted(COUNTRIES)


@dataclass(frozen=True)
class Party:
    """One way to name somebody."""
    text: str
    name: str
    kind: str
    country: str
    sectors: tuple
    office: str = None


@dataclass(frozen=True)
class Place:
    name: str
    country: str
    latitude: float
    longitude: float
    geonames: int
    precision: str


@dataclass
class Happening:
    number: int
    kind: tuple
    day: int
    city: Place
    actor: list      # Parties: different ways to name the same one
    recipient: list
    tight: bool      # something like it happened on another day or elsewhere: only exact tellings keep them apart
    counts: dict
    sources: list
    denier: Party = None
    tellings: int = field(default=0)


def country_of(code):
    return Party(COUNTRIES[code][0], COUNTRIES[code][0], 'LOC', code, ('GOV',))


def land_of(code):
    name, _, latitude, longitude, geonames, _ = COUNTRIES[code]
    return Place(name, code, latitude, longitude, geonames, 'country')


def source_of(name, country, sectors):
    return Party('the ' + name, name, 'ORG', country, tuple(sectors))


ALL_SOURCES = [source_of(*source) for source in SOURCES]
OUTLET_SOURCES = [source for source in ALL_SOURCES if source.sectors == ('JRN',)]


class World:
    """Makes happenings, day after day; keeps those of the last days, of which is still told."""

    def __init__(self, rng):
        self.rng = rng
        self.count = 0
        self.planned = {}  # day: happenings
        self.people = {(code, office): '%s %s' % (rng.choice(FIRST), rng.choice(LAST)) for code in CODES for office, _ in OFFICES}

    def party(self, sort, code):
        name, adjective = COUNTRIES[code][:2]
        if sort == 'country':
            return [country_of(code)]
        if sort == 'person':
            office, sector = self.rng.choice(OFFICES)
            person = self.people[code, office]
            sectors = ('GOV',) if sector == 'GOV' else (sector,)
            return [Party('%s %s %s' % (adjective, office, person), person, 'PER', code, sectors, office),
                    Party('%s of %s' % (person, name), person, 'PER', code, sectors, office), country_of(code)]
        text, sector = FORCES[-1] if sort == 'crowd' else self.rng.choice(FORCES[:-1])
        text = text.format(adj=adjective)
        group = Party(text, text, 'GROUP', code, (sector,))
        return [group] if sector in ('REB', 'CVL') else [group, group, country_of(code)]

    def city(self, code):
        name, latitude, longitude, geonames = self.rng.choice(COUNTRIES[code][5])
        return Place(name, code, latitude, longitude, geonames, 'city')

    def happening(self, day, kind, city, actor, recipient, tight):
        rng = self.rng
        self.count += 1
        made = Happening(self.count, kind, day, city, actor, recipient, tight,
                         {'killed': rng.randint(2, 60), 'arrested': rng.randint(3, 90)},
                         rng.sample(ALL_SOURCES, rng.choice((1, 1, 2, 3, 4))))
        if rng.random() < 0.08:
            made.denier = rng.choice([source for source in ALL_SOURCES if source not in made.sources])
        self.planned.setdefault(day, []).append(made)

    def happen(self, day):
        """Something happens, and often the like of it elsewhere or some days later."""
        rng = self.rng
        kind = rng.choice(EVENTS)
        first, second = rng.sample(CODES, 2)
        scene = second if kind[4] in ('force', 'person') else first
        city, actor, recipient = self.city(scene), self.party(kind[4], first), self.party(kind[5], second)
        again, elsewhere = rng.random() < 0.25, rng.random() < 0.2 and all('{place}' in way for way in kind[6])
        self.happening(day, kind, city, actor, recipient, again or elsewhere)
        if again:
            self.happening(day + rng.randint(3, 9), kind, city, actor, recipient, True)
        if elsewhere:
            other = self.city(scene)
            while other == city:
                other = self.city(scene)
            self.happening(day, kind, other, actor, recipient, True)

    def day(self, day, count):
        """What happens on this day, `count` things or a few more."""
        while len(self.planned.get(day, ())) < count:
            self.happen(day)
        return self.planned.pop(day)


def date_of(day):
    return START + datetime.timedelta(days=day)


def tell_date(rng, happening, published):
    """Words for the day, and the first and last day that they mean; three times None: it is not told."""
    day, choice = date_of(happening.day), rng.random()
    if choice < 0.65 or happening.tight:
        return 'on ' + DAYS[day.weekday()] if published - happening.day < 7 else day.strftime('on %B %d'), day, day
    if choice < 0.82:
        start = day - datetime.timedelta(days=rng.randint(0, 2))
        end = min(start + datetime.timedelta(days=2), date_of(published))
        return 'between %s and %s' % (DAYS[start.weekday()], DAYS[end.weekday()]), start, end
    if choice < 0.94:
        start = day - datetime.timedelta(days=day.weekday())
        return 'in the week of ' + start.strftime('%B %d'), start, start + datetime.timedelta(days=6)
    return '', None, None
