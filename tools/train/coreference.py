"""Reads texts in which mentions are marked with whom they mean: UD English GUM, and news of our own (data/coreference)."""
import gzip
import re
from collections import defaultdict

PRONOUNS = set('he him his himself she her hers herself they them their theirs themselves it its itself'.split())


def sentences(path):
    """(name of the document that it begins, begins a paragraph, rows) of each sentence"""
    document, paragraph = None, False
    rows = []
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            line = line.rstrip('\n')
            if line.startswith('# newdoc'):
                document = line.split('= ')[1]
            elif line.startswith('# newpar'):
                paragraph = True
            elif line and line[0] != '#':
                rows.append(line.split('\t'))
            elif not line and rows:
                yield document, paragraph, rows
                document, paragraph, rows = None, False, []


def lay_out(rows, text):
    """The text with the sentence behind it, and (row, start, end) in characters of each word"""
    words, end_of_token = [], 0
    for row in rows:
        if '-' in row[0]:                                             # a token of several words: they share its letters
            end_of_token = int(row[0].split('-')[1])
            at, after = len(text), '' if 'SpaceAfter=No' in row[9] else ' '
            text += row[1]
            token_end = len(text)
            text += after
        elif row[0].isdigit() and int(row[0]) <= end_of_token:
            start = max(text.find(row[1], at, token_end), at)
            at = min(start + len(row[1]), token_end)
            words.append((row, start, at))
        elif row[0].isdigit():
            words.append((row, len(text), len(text) + len(row[1])))
            text += row[1] + ('' if 'SpaceAfter=No' in row[9] else ' ')
    return text, words


def head_of(words, first, last):
    """The word of the span whose head is outside; `words` are of one sentence"""
    for i in range(first, last + 1):
        if not first <= int(words[i][0][6]) - 1 <= last:
            return i
    return first


def mentions(words):
    """(entity, first word, head) of each mention; GUM writes (3-person...  ... 3) in the last column"""
    opened, out = defaultdict(list), []
    for i, (row, _, _) in enumerate(words):
        found = re.search(r'Entity=([^|]+)', row[9])
        for part in re.findall(r'\([^()]+\)?|[^()]+\)', found[1]) if found else ():
            entity = part.strip('()').split('-')[0].split('[')[0]
            if part[0] == '(':
                opened[entity].append(i)
            if part[-1] == ')' and opened[entity]:
                first = opened[entity].pop()
                out.append((entity, first, i, head_of(words, first, i)))
    return out


class Mention:
    def __init__(self, entity, start, end, head, is_pronoun):
        """In characters; `head` is where its head begins, None: it is not known"""
        self.entity, self.start, self.end, self.head, self.is_pronoun = entity, start, end, head, is_pronoun


class Document:
    """A text and its mentions; closed, their places are in bytes, and `pronouns` has those mentions that are pronouns"""

    def __init__(self, name):
        self.name, self.text, self.mentions = name, '', []

    def close(self):
        byte = [0]
        for c in self.text:
            byte.append(byte[-1] + len(c.encode()))
        self.mentions.sort(key=lambda m: (m.start, -m.end))
        self.pronouns, self.before, of_entity = {}, {}, defaultdict(list)
        for m in self.mentions:
            third = m.is_pronoun and self.text[m.start:m.end].lower() in PRONOUNS
            m.start, m.end, m.head = byte[m.start], byte[m.end], None if m.head is None else byte[m.head]
            if third:
                self.pronouns[m.start], self.before[m.start] = m, list(of_entity[m.entity])
            of_entity[m.entity].append(m)
        return self

    def is_right(self, pronoun, head, coordinated):
        """Does what has its head there mean the same as the pronoun that begins there?"""
        if pronoun not in self.before:
            return False
        innermost = min((m for m in self.mentions if m.start <= head < m.end), key=lambda m: m.end - m.start, default=None)
        return any(m.head == head if m.head is not None else m is innermost or coordinated and m.start <= head < m.end
                   for m in self.before[pronoun])

    def has_noun(self, pronoun):
        return any(not m.is_pronoun for m in self.before.get(pronoun, ()))


def add_sentence(document, paragraph, rows):
    document.text = document.text.rstrip(' ') + ('' if not document.text else '\n\n' if paragraph else ' ')
    document.text, words = lay_out(rows, document.text)
    for entity, first, last, head in mentions(words):
        row, start, _ = words[head]
        document.mentions.append(Mention(entity, words[first][1], words[last][2], start, first == last and row[3] == 'PRON'))


def read_gum(path):
    out = []
    for name, paragraph, rows in sentences(path):
        if name:
            out.append(Document(name))
        add_sentence(out[-1], paragraph, rows)
    return [d.close() for d in out]


def read_marked(path):
    """Articles of a file of data/coreference; its README says how they are marked"""
    out = []
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line.startswith('# '):
            out.append(Document(line[2:].strip()))
        elif line.strip():
            add_marked(out[-1], line.strip(), '%s:%d' % (path, number))
    return [d.close() for d in out]


def add_marked(document, line, where):
    document.text += '\n\n' if document.text else ''
    opened = []
    for part in re.split(r'(\{\d+\||\})', line):
        if part.startswith('{'):
            opened.append((part[1:-1], len(document.text)))
        elif part == '}':
            if not opened:
                raise ValueError('%s: a } too many' % where)
            entity, start = opened.pop()
            is_pronoun = document.text[start:].lower() in PRONOUNS
            document.mentions.append(Mention(entity, start, len(document.text), None, is_pronoun))
        elif '{' in part or '|' in part:
            raise ValueError('%s: a mark without a number' % where)
        else:
            document.text += part
    if opened:
        raise ValueError('%s: a mark that is not closed' % where)
