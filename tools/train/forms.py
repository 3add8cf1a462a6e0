"""Makes data/en/syntax/forms.txt: the inflected forms of verbs that the suffixes of lemmas.txt get wrong.

The treebanks that lemmas.txt is learned from lack many verbs of news ("shelled", "extradited", "boycotted"), and suffixes
guess wrong where English doubles or drops letters. The verbs come from the rules and cues of data/en, from the lists below and
from WordNet 3.0 (Debian's package wordnet-base), whose list of exceptions says which verbs double their last letter.

    python3 tools/train/forms.py --data data/en [--wordnet /usr/share/wordnet]
"""
import argparse
import re
from pathlib import Path

# base, past, participle
IRREGULAR = '''
arise arose arisen; be was were been; bear bore borne; beat beat beaten; become became become; begin began begun;
behold beheld beheld; bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled;
blow blew blown; break broke broken; breed bred bred; bring brought brought; broadcast broadcast broadcast;
build built built; burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen;
cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug;
do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed;
feel felt felt; fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown;
forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen; forget forgot forgotten;
forgive forgave forgiven; forgo forwent forgone; freeze froze frozen; get got gotten; give gave given; go went gone;
grind ground ground; grow grew grown; have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held;
hurt hurt hurt; keep kept kept; kneel knelt knelt; leap leapt leapt; know knew known; lay laid laid; lead led led; leave left left;
lend lent lent; let let let; lose lost lost; make made made; mean meant meant; meet met met; mislead misled misled;
mistake mistook mistaken; mow mowed mown; outbid outbid outbid; overcome overcame overcome; override overrode overridden;
overrun overran overrun; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown;
partake partook partaken; pay paid paid; put put put; quit quit quit; read read read; rebuild rebuilt rebuilt;
redo redid redone; retake retook retaken; rid rid rid; ride rode ridden; ring rang rung; rise rose risen; run ran run;
say said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken;
shed shed shed; shine shone shone; shoot shot shot; show showed shown; shrink shrank shrunk; shut shut shut;
sing sang sung; sink sank sunk; sit sat sat; slay slew slain; sleep slept slept; slide slid slid; sling slung slung;
slit slit slit; sow sowed sown; speak spoke spoken; speed sped sped; spend spent spent; spin spun spun;
split split split; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; stride strode stridden; strike struck struck; strive strove striven;
swear swore sworn; sweep swept swept; swell swelled swollen; swim swam swum; swing swung swung; take took taken;
teach taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown; thrust thrust thrust;
undergo underwent undergone; understand understood understood; undertake undertook undertaken; undo undid undone;
uphold upheld upheld; upset upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept wept;
win won won; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood;
wring wrung wrung; write wrote written'''
# Of more than one syllable, with the stress (or, in British spelling, an "l") at the end: they double.
DOUBLING = set('''abet abhor acquit admit allot annul avow cancel channel combat commit compel concur confer control
counsel defer deter dispel embed emit enrol enrol entrap equip excel expel extol forbid forget format fulfil gas handicap
impel incur infer input instil kidnap label level marshal model occur omit outbid outrun outwit panel patrol pedal permit
prefer propel quarrel rappel rebel rebut recap recur refer regret remit repel rival signal submit transfer transmit travel
trek tunnel unveil worship'''.split()) - {'unveil', 'combat'}
MORE = '''accompany achieve advance affect aim announce answer apply approach arrange assemble assert assess avoid await
belong border bury carry cause cease celebrate challenge change circulate claim climb collapse collect comment compare
compete complete conceal concern confirm consider consist continue contact contain convert convince count crash cross
damage decide declare decline decrease define delay deliver depend describe deserve design desire detect determine develop
die differ disappear discover display distribute divide earn elect embrace emerge employ encounter enjoy ensure enter
escape establish estimate evaluate examine exceed exclude exist expand expect experience explain explore export expose
express face fail fear finish flow focus follow gain generate gather happen hope identify ignore illustrate imagine
implement imply import improve include increase indicate influence inform insist install involve issue join judge jump
kneel land laugh launch learn lift listen live load lower maintain manage march mark marry matter measure mention miss
monitor mourn move murder note notice observe obtain offer operate organise organize originate own participate pass perform
persuade place play please point possess post practise prepare present preserve press prevent proceed process produce
progress promote protect prove publish pull pursue push raise reach react realise realize receive recommend record recover
reduce reflect regard regulate reject relate release rely remain remember remove repeat replace reply report represent
rescue resign resolve respond rest restore result retain retire return reveal review rush save scream search separate serve
settle share shift shout sign smuggle solve sound spark speculate stage stay step stop struggle study succeed suffer
suggest suppose surprise surround survive suspect talk target test touch tour trace track trade train travel treat trigger
try turn type understand unite update use vary view violate vote wait walk want warn watch welcome witness wonder work
worry'''.split()

VOWELS = 'aeiou'
LONGEST_SUFFIX = 6


def doubles(verb):
    if verb in DOUBLING:
        return True
    return bool(re.fullmatch(r'[^aeiou]*(qu)?[aeiou][^aeiouwxy]', verb)) and len(verb) > 2


def stem(verb):
    return verb + verb[-1] if doubles(verb) else verb


def past(verb):
    if verb.endswith('e'):
        return verb + 'd'
    if verb.endswith('y') and verb[-2] not in VOWELS:
        return verb[:-1] + 'ied'
    return (verb + 'k' if verb.endswith('ic') else stem(verb)) + 'ed'


def present(verb):
    if verb.endswith('y') and verb[-2] not in VOWELS:
        return verb[:-1] + 'ies'
    return verb + ('es' if re.search(r'(s|x|z|ch|sh|o)$', verb) else 's')


def gerund(verb):
    if verb.endswith('ie'):
        return verb[:-2] + 'ying'
    if verb.endswith('e') and not verb.endswith(('ee', 'oe', 'ye')):
        return verb[:-1] + 'ing'
    return (verb + 'k' if verb.endswith('ic') else stem(verb)) + 'ing'


def verbs_of(folder):
    """Verbs at the heads of rules, and words of @classes, which are verbs more often than not."""
    found = set(MORE)
    for path in sorted(folder.rglob('*.rules')):
        text = re.sub(r'\|\s*\n\s+', '|', path.read_text(encoding='utf-8'))
        for heads in re.findall(r'=\s+([a-z|\-\n ]+)/v\b', text):
            found |= {w.strip() for w in heads.split('|')}
        for words in re.findall(r'^@asked-\S+ = (.*)$|^@threat-\S+ = (.*)$', text, re.M):
            found |= {w.strip() for group in words for w in group.split('|')}
    found |= set((folder / 'syntax' / 'transitive.txt').read_text().split('\n', 2)[2].split())
    return {w for w in found if re.fullmatch(r'[a-z]{3,}(-[a-z]+)?', w)}


def rule(form, lemma):
    keep = 0
    while keep < min(len(form), len(lemma)) and form[keep] == lemma[keep]:
        keep += 1
    return (len(form) - keep, lemma[keep:]) if len(form) - keep < 10 else None


def forms_of(verb, irregular):
    """(tag, form) pairs"""
    pasts = irregular.get(verb, [past(verb)])
    return ([(tag, form) for form in pasts for tag in ('VBD', 'VBN')] + [('VBZ', present(verb)), ('VBG', gerund(verb))])


def wordnet_forms(folder):
    """{verb: (tag, form) pairs}: of verbs that WordNet has as one word"""
    exceptions = {}
    for line in (folder / 'verb.exc').read_text().splitlines():
        form, *verbs = line.split()
        for verb in verbs:
            exceptions.setdefault(verb, []).append(form)
    found = {}
    for line in (folder / 'index.verb').read_text().splitlines():
        verb = line.split(' ')[0]
        if re.fullmatch('[a-z]{3,}', verb):
            own = exceptions.get(verb, [])
            gerunds = [f for f in own if f.endswith('ing')] or [gerund(verb)]
            pasts = [f for f in own if not f.endswith(('ing', 's'))] or [past(verb)]
            found[verb] = [(t, f) for f in pasts for t in ('VBD', 'VBN')] + [('VBZ', present(verb))] + [('VBG', f) for f in gerunds]
    return found


def read_suffixes(path):
    """{(tag, suffix): (characters to cut, what to put behind)}"""
    rows = (line.split('\t') for line in path.read_text(encoding='utf-8').splitlines() if line[0] != '#')
    return {(row[0], row[1]): (int(row[2]), row[3]) for row in rows}


def guess(suffixes, tag, form):
    """The lemma by the longest suffix, as src/syntax/lemmas.c finds it."""
    keys = ['=' + form] + [form[len(form) - n:] for n in range(min(LONGEST_SUFFIX, len(form)), -1, -1)]
    cut, append = next((suffixes[tag, key] for key in keys if (tag, key) in suffixes), (0, ''))
    return form[:len(form) - cut] + append


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', type=Path, required=True)
    parser.add_argument('--wordnet', type=Path, default=Path('/usr/share/wordnet'))
    options = parser.parse_args()
    irregular = {parts[0]: parts[1:] for parts in (line.split() for line in IRREGULAR.split(';'))}
    own = {verb: forms_of(verb, irregular) for verb in sorted(verbs_of(options.data) | set(irregular))}
    others = {verb: forms for verb, forms in sorted(wordnet_forms(options.wordnet).items()) if verb not in own}
    suffixes = read_suffixes(options.data / 'syntax' / 'lemmas.txt')
    rows = {}
    for verb, forms in [*own.items(), *others.items()]:
        for tag, form in forms:
            rows.setdefault((tag, form), (rule(form, verb), verb))
    with open(options.data / 'syntax' / 'forms.txt', 'w', encoding='utf-8') as file:
        file.write('# Made by tools/train/forms.py from the verbs of the dictionaries, its own lists and WordNet 3.0.\n'
                   '# tag, "=" and the form, characters to cut, what to put behind\n')
        file.writelines('%s\t=%s\t%d\t%s\n' % (*key, *change) for key, (change, verb) in sorted(rows.items())
                        if change and guess(suffixes, *key) != verb)


if __name__ == '__main__':
    main()
