#!/usr/bin/env python3
"""Make data/locale/dates.txt from CLDR: names of months, day periods and the order of numeric dates, in all languages.

    tools/locale/dates.py [/usr/share/unicode/cldr/common] > data/locale/dates.txt

Lines: "9 september de en ..." (a month), "am ..." and "pm ..." (halves of the day), "year", "month", "day" (signs behind
numbers, as in Chinese), "utc", "month-first" (languages and regions that write 9/15/2015). A name that stands for
different months in different languages has a line for each; the one with more languages comes first and is the default.
"""
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from pathlib import Path


def clean(name):
    """The name as one word in lower case, or None where it is not one."""
    name = unicodedata.normalize('NFC', name or '').lower().strip().rstrip('.')
    return name if len(name) > 1 and all(c.isalpha() or unicodedata.combining(c) for c in name) else None


def gregorian(path):
    root = ElementTree.parse(path).getroot()
    return root.find("dates/calendars/calendar[@type='gregorian']")


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else '/usr/share/unicode/cldr/common') / 'main'
    names = defaultdict(set)
    month_first = set()
    for path in sorted(folder.glob('*.xml')):
        calendar = gregorian(path)
        if calendar is None:
            continue
        tag = path.stem.lower().replace('_', '-')
        short = calendar.find("dateFormats/dateFormatLength[@type='short']/dateFormat/pattern")
        if short is not None and re.match(r"[^dy]*M.*d", short.text or ''):
            month_first.add(tag)
        if '-' in tag:
            continue
        for month in calendar.iterfind('months/monthContext/monthWidth/month'):
            name = clean(month.text)
            if name:
                names[month.get('type'), name].add(tag)
        for period in calendar.iterfind('dayPeriods/dayPeriodContext/dayPeriodWidth/dayPeriod'):
            name = clean(period.text)
            if name and period.get('type') in ('am', 'pm'):
                names[period.get('type'), name].add(tag)
    for sign in '年년':
        names['year', sign].add('zh ja' if sign == '年' else 'ko')
    for sign in '月월':
        names['month', sign].add('zh ja' if sign == '月' else 'ko')
    for sign in '日일':
        names['day', sign].add('zh ja' if sign == '日' else 'ko')
    for name in 'utc', 'gmt':
        names['utc', name].add('en')
    month_first.add('en-us')
    print('# Made by tools/locale/dates.py from CLDR (Unicode License v3); do not edit.')
    print('month-first ' + ' '.join(sorted(month_first)))
    for (kind, name), tags in sorted(names.items(), key=lambda item: (item[0][1], -len(item[1]), item[0][0])):
        print(kind, name, *sorted(tags))


if __name__ == '__main__':
    main()
