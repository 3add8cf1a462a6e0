#!/usr/bin/env python3
"""How many of the events that news tells are coded: sentences of every type and mode, written for this from what PLOVER and
CAMEO cover before anybody looked at the rules, and sentences (NONE) where the same words tell no event.

The files hold, parted by tabs: type, mode (none: it has none; -: any), actors parted by ; or -, recipients or -, sentence. Rules were mended with
the first, third, fifth row of each in view; the second, fourth, sixth are unseen, and no rule may be written from them.
Counts rows where an event of the type is coded, where it has that mode, where its actors and recipients are those, and rows
of NONE with any event.

    bench/coverage/coverage.py [--build build] [--show]     --show lists what is missed of the seen rows
"""
import argparse
import json
import subprocess
from collections import Counter
from pathlib import Path


def coded(options, sentences):
    """the events of each sentence"""
    lines = ''.join(json.dumps({'id': str(i), 'published': '2021-06-01', 'text': s}) + '\n' for i, s in enumerate(sentences))
    done = subprocess.run([options.build / 'sayso', 'code', '--model', options.build / 'en.sayso', '--input', 'jsonl',
                           '--format', 'jsonl', '-'], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    events = [[] for _ in sentences]
    for record in map(json.loads, done.stdout.decode('utf-8').splitlines()):
        if record['kind'] == 'event':
            events[int(record['doc'])].append(record)
    return events


def same(wanted, parties):
    """Each of the wanted phrases lies in one of the parties' or holds it, and there are as many."""
    wanted = [] if wanted == '-' else [phrase.strip().lower() for phrase in wanted.split(';')]
    parties = [' '.join(party['text'].split()).lower() for party in parties]
    return len(wanted) == len(parties) and all(any(w in p or p in w for p in parties) for w in wanted)


def judge(row, events):
    """which of 'type', 'mode', 'parties' are found"""
    kind, mode, actors, recipients, _ = row
    of_type = [e for e in events if e['type'] == kind]
    return {'type': bool(of_type), 'mode': any(mode in ('-', e['mode'] or 'none') for e in of_type),
            'parties': any(same(actors, e['actor']) and same(recipients, e['recipient']) for e in of_type)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=Path, default=Path('build'))
    parser.add_argument('--show', action='store_true')
    options = parser.parse_args()
    total = {'seen': Counter(), 'unseen': Counter()}
    print('%-10s %-7s %5s %6s %6s %8s   %s' % ('', '', 'rows', 'type', 'mode', 'parties', 'NONE with an event'))
    for path in sorted(Path(__file__).parent.glob('*.tsv')):
        rows = [line.split('\t') for line in path.read_text(encoding='utf-8').splitlines()]
        counts = {'seen': Counter(), 'unseen': Counter()}
        for i, (row, events) in enumerate(zip(rows, coded(options, [row[4] for row in rows]))):
            part = 'unseen' if i % 2 else 'seen'
            if row[0] == 'NONE':
                counts[part].update({'none': 1, 'false': bool(events)})
            else:
                found = judge(row, events)
                counts[part].update({'rows': 1, **found})
                if options.show and part == 'seen' and not found['parties']:
                    print('  ', *row, [(e['type'], e['mode'], e['rule']) for e in events], sep=' | ')
        for part, c in counts.items():
            total[part].update(c)
            show(path.stem, part, c)
    for part, c in total.items():
        show('all', part, c)


def show(name, part, c):
    print('%-10s %-7s %5d %6.3f %6.3f %8.3f   %d of %d' % (name, part, c['rows'], *(c[k] / c['rows'] for k in (
        'type', 'mode', 'parties')), c['false'], c['none']))


if __name__ == '__main__':
    main()
