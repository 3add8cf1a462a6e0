"""The words of the made-up world: countries, people, sources, outlets, and what is written about them.

In a sentence, {slot} is filled in; [words] are the trigger of the event or the cue of the claim that it holds.
"""

# ISO code: name, adjective, latitude, longitude, GeoNames id, capital and other cities (name, latitude, longitude, id).
COUNTRIES = {
    'SYR': ('Syria', 'Syrian', 35.0, 38.0, 163843, [('Damascus', 33.51, 36.29, 170654), ('Aleppo', 36.20, 37.16, 170063), ('Homs', 34.73, 36.71, 169577)]),
    'UKR': ('Ukraine', 'Ukrainian', 49.0, 32.0, 690791, [('Kyiv', 50.45, 30.52, 703448), ('Kharkiv', 49.99, 36.23, 706483), ('Mariupol', 47.07, 37.50, 701822)]),
    'RUS': ('Russia', 'Russian', 60.0, 100.0, 2017370, [('Moscow', 55.75, 37.62, 524901), ('Grozny', 43.31, 45.69, 558418), ('Kazan', 55.79, 49.12, 551487)]),
    'IRN': ('Iran', 'Iranian', 32.0, 53.0, 130758, [('Tehran', 35.69, 51.42, 112931), ('Isfahan', 32.65, 51.67, 418863), ('Mashhad', 36.30, 59.61, 124665)]),
    'TUR': ('Turkey', 'Turkish', 39.0, 35.0, 298795, [('Ankara', 39.92, 32.85, 323786), ('Istanbul', 41.01, 28.95, 745044), ('Diyarbakir', 37.91, 40.22, 316541)]),
    'IRQ': ('Iraq', 'Iraqi', 33.0, 44.0, 99237, [('Baghdad', 33.34, 44.40, 98182), ('Mosul', 36.34, 43.12, 99072), ('Basra', 30.51, 47.78, 99532)]),
    'EGY': ('Egypt', 'Egyptian', 27.0, 30.0, 357994, [('Cairo', 30.06, 31.25, 360630), ('Alexandria', 31.20, 29.92, 361058), ('Suez', 29.97, 32.53, 359796)]),
    'NGA': ('Nigeria', 'Nigerian', 10.0, 8.0, 2328926, [('Abuja', 9.06, 7.49, 2352778), ('Maiduguri', 11.85, 13.16, 2331447), ('Lagos', 6.45, 3.39, 2332459)]),
    'KEN': ('Kenya', 'Kenyan', 1.0, 38.0, 192950, [('Nairobi', -1.28, 36.82, 184745), ('Mombasa', -4.05, 39.66, 186301), ('Garissa', -0.46, 39.64, 197745)]),
    'PAK': ('Pakistan', 'Pakistani', 30.0, 70.0, 1168579, [('Islamabad', 33.72, 73.04, 1176615), ('Karachi', 24.86, 67.01, 1174872), ('Quetta', 30.18, 67.00, 1167528)]),
    'IND': ('India', 'Indian', 22.0, 79.0, 1269750, [('New Delhi', 28.64, 77.22, 1261481), ('Mumbai', 19.07, 72.88, 1275339), ('Srinagar', 34.09, 74.81, 1255634)]),
    'VEN': ('Venezuela', 'Venezuelan', 8.0, -66.0, 3625428, [('Caracas', 10.49, -66.88, 3646738), ('Maracaibo', 10.64, -71.61, 3633009), ('Valencia', 10.16, -68.01, 3625549)]),
    'COL': ('Colombia', 'Colombian', 4.0, -73.25, 3686110, [('Bogota', 4.61, -74.08, 3688689), ('Cali', 3.44, -76.52, 3687925), ('Medellin', 6.25, -75.56, 3674962)]),
    'FRA': ('France', 'French', 46.0, 2.0, 3017382, [('Paris', 48.85, 2.35, 2988507), ('Marseille', 43.30, 5.38, 2995469), ('Lyon', 45.75, 4.85, 2996944)]),
    'DEU': ('Germany', 'German', 51.5, 10.5, 2921044, [('Berlin', 52.52, 13.41, 2950159), ('Hamburg', 53.55, 9.99, 2911298), ('Dresden', 51.05, 13.74, 2935022)]),
    'JPN': ('Japan', 'Japanese', 35.69, 139.75, 1861060, [('Tokyo', 35.69, 139.69, 1850147), ('Osaka', 34.69, 135.50, 1853909), ('Naha', 26.21, 127.68, 1856035)]),
    'CHN': ('China', 'Chinese', 35.0, 105.0, 1814991, [('Beijing', 39.91, 116.40, 1816670), ('Shanghai', 31.22, 121.46, 1796236), ('Urumqi', 43.80, 87.60, 1529102)]),
    'ETH': ('Ethiopia', 'Ethiopian', 8.0, 38.0, 337996, [('Addis Ababa', 9.02, 38.75, 344979), ('Mekele', 13.50, 39.48, 331038), ('Gondar', 12.60, 37.47, 336372)]),
    'SDN': ('Sudan', 'Sudanese', 16.0, 30.0, 366755, [('Khartoum', 15.55, 32.53, 379252), ('Nyala', 12.05, 24.88, 367308), ('Kassala', 15.46, 36.40, 372753)]),
    'PHL': ('Philippines', 'Philippine', 13.0, 122.0, 1694008, [('Manila', 14.60, 120.98, 1701668), ('Davao', 7.07, 125.61, 1715348), ('Marawi', 8.00, 124.29, 1701054)]),
}
FIRST = 'Omar Elena Daniel Amina Viktor Grace Juan Mei Yusuf Anna Pierre Ngozi Tariq Irina Samuel Leila Boris Ruth Diego Hana'.split()
LAST = ('Haddad Petrova Okafor Lindqvist Morales Tanaka Demir Kowalski Rahman Dubois Khalil Sorokin Mwangi Farouk Ibanez '
        'Nakamura Yilmaz Novak Chaudhry Laurent Aziz Volkov Kamau Nasser Herrera Ishida Aydin Horvath Siddiqui Moreau').split()
OFFICES = [('President', 'GOV'), ('Foreign Minister', 'GOV'), ('Defense Minister', 'GOV'), ('Interior Minister', 'GOV'),
           ('opposition leader', 'OPP'), ('army chief', 'MIL')]
FORCES = [('{adj} forces', 'MIL'), ('{adj} troops', 'MIL'), ('the {adj} army', 'MIL'), ('{adj} police', 'COP'),
          ('{adj} rebels', 'REB'), ('{adj} protesters', 'CVL')]
# Who tells of events: name, country, sectors.
SOURCES = ([('%s State News Agency' % country[1], iso, ['JRN']) for iso, country in COUNTRIES.items()] +
           [('%s Foreign Ministry' % country[1], iso, ['GOV']) for iso, country in COUNTRIES.items()] +
           [('%s Human Rights Observatory' % country[1], iso, ['NGO']) for iso, country in COUNTRIES.items()] +
           [('Gulf Herald', 'ARE', ['JRN']), ('Northern Courier', 'GBR', ['JRN']), ('Atlantic Wire', 'USA', ['JRN']),
            ('World Relief Committee', 'NGO', ['NGO']), ('United Nations', 'UNO', ['GOV'])])
CUES = [('said', 'reports', 'CT+'), ('reported', 'reports', 'CT+'), ('confirmed', 'confirms', 'CT+'), ('announced', 'reports', 'CT+'),
        ('claimed', 'alleges', 'PR+')]
AGENCIES = ['Atlantic Wire', 'Meridian Press', 'Orbit News Service', 'Continental Press Agency']
OUTLET_WORDS = ['Times', 'Herald', 'Post', 'Tribune', 'Courier', 'Gazette', 'Observer', 'Chronicle', 'Mirror', 'Star']

# Type, mode, CAMEO code, score, who acts and suffers (force, person or country), and how it is told.
EVENTS = [
    ('ASSAULT', 'heavy-weapons', '194', -9.5, 'force', 'country', [
        '{actor} [shelled] positions of {recipient} near {place} {date}, killing at least {killed} people',
        'At least {killed} people died {date} when {actor} [fired rockets] at forces loyal to {recipient} around {place}',
        'Heavy guns of {actor} [pounded] outposts held by {recipient} in the outskirts of {place} {date}, leaving {killed} dead',
        'A barrage that {actor} [launched] against {recipient} {date} killed {killed} residents in {place}']),
    ('ASSAULT', 'explosives', '183', -9.0, 'force', 'force', [
        '{actor} [bombed] a convoy of {recipient} in {place} {date} and killed {killed}',
        'A roadside [bomb] planted by {actor} in {place} {date} tore through a column of {recipient}, leaving {killed} dead',
        '{killed} members of {recipient} were killed in {place} {date} in an [explosion] set off by {actor}']),
    ('PROTEST', 'demo', '141', -5.0, 'crowd', 'country', [
        'Thousands of {actor} [marched] against the government of {recipient} through {place} {date}',
        '{actor} filled the central square of {place} {date} and [demonstrated] against {recipient}',
        'A [rally] of {actor} against {recipient} brought traffic in {place} to a halt {date}']),
    ('COERCE', 'arrest', '173', -7.0, 'force', 'crowd', [
        '{actor} [arrested] {arrested} {recipient} in {place} {date}',
        'In {place}, {actor} [detained] {arrested} {recipient} {date}',
        '{arrested} {recipient} were [taken into custody] by {actor} in {place} {date}']),
    ('CONSULT', 'visit', '042', 4.0, 'person', 'person', [
        '{actor} [visited] {recipient} in {place} {date}',
        '{actor} flew to {place} {date} and was [received] by {recipient}',
        '{actor} held [talks] with {recipient} in {place} {date} that lasted four hours']),
    ('CONSULT', 'phone', '041', 1.5, 'person', 'person', [
        '{actor} [telephoned] {recipient} {date}',
        '{actor} spoke with {recipient} in a [call] {date}']),
    ('AGREE', None, '057', 2.5, 'person', 'person', [
        '{actor} and {recipient} [signed an agreement] on border crossings in {place} {date}',
        'A [deal] on water and transit was struck by {actor} with {recipient} in {place} {date}']),
    ('SANCTION', 'discontinue', '163', -6.0, 'country', 'country', [
        '{actor} [imposed sanctions] on banks of {recipient} {date}',
        'Exports to {recipient} were [embargoed] by {actor} {date}',
        '{actor} [froze] the assets of companies from {recipient} {date}']),
    ('ACCUSE', 'disapprove', '111', -2.0, 'person', 'country', [
        '{actor} [criticised] {recipient} {date} over the treatment of migrants',
        'In sharp words, {actor} [condemned] {recipient} {date}',
        '{recipient} was [blamed] by {actor} {date} for the collapse of the truce']),
    ('THREATEN', 'violence', '138', -3.5, 'person', 'country', [
        '{actor} [threatened] {recipient} with air strikes {date}',
        '{actor} [warned] {date} that bases of {recipient} could be hit at any time']),
    ('AID', None, '073', 10.0, 'country', 'country', [
        '{actor} [delivered] tents and medicine to {recipient} through {place} {date}',
        'Trucks with [relief] from {actor} for {recipient} reached {place} {date}']),
    ('RETREAT', 'withdraw', '087', 8.0, 'force', 'country', [
        '{actor} [withdrew] from positions inside {recipient} around {place} {date}',
        'A [pullout] of {actor} from {recipient} began at {place} {date}']),
    ('MOBILIZE', 'troops', '154', -6.5, 'country', 'country', [
        '{actor} [moved tanks] towards its border with {recipient} near {place} {date}',
        'Reserves were [called up] by {actor} {date} as tension with {recipient} grew']),
]

# Sentences that tell no event. Their parts are drawn independently, so two articles share few runs of words.
WHO = ['Shopkeepers', 'Two retired judges', 'Farmers from the valley', 'Hospital staff', 'Members of the chamber of commerce', 'Diplomats',
       'Several village elders', 'Teachers', 'A group of exiled writers', 'Lorry drivers', 'Economists at the central bank', 'Engineers',
       'The families of the missing', 'Students', 'Analysts in the capital', 'Customs officers', 'Local councillors', 'Dock workers',
       'Parish volunteers', 'Lawyers for the detainees', 'Bus conductors', 'Former ministers', 'Bakers', 'Pharmacists',
       'Radio presenters', 'Nurses', 'Surveyors', 'Fishermen from the delta', 'Election monitors', 'Owners of small hotels']
DID = ['have complained for weeks about', 'played down', 'were divided over', 'had long predicted', 'welcomed', 'are still waiting for news of',
       'showed little interest in', 'described in detail', 'voiced doubts about', 'have grown used to', 'pointed to', 'kept notes on',
       'expected nothing from', 'drew attention to', 'were surprised by', 'blamed the weather for', 'talked at length about', 'recalled',
       'put their hopes in', 'refused to discuss', 'had petitions ready against', 'made light of', 'were alarmed at', 'had prepared for',
       'joked about', 'quietly measured', 'shrugged off', 'tried to explain', 'disputed', 'were the first to notice']
WHAT = ['the price of bread', 'power cuts in the northern districts', 'a shortage of cement', 'the closure of two bridges', 'the new customs tariff',
        'rumours of a reshuffle', 'the long queue at the checkpoints', 'the state of the hospitals', 'a leaked draft of the budget',
        'the missing files', 'the arrival of the rains', 'plans for a second railway line', 'the exchange rate', 'the census',
        'empty shelves', 'the fate of the museum', 'an outbreak of measles', 'the salaries of civil servants', 'the harvest',
        'fuel coupons', 'unpaid pensions', 'the condition of the road to the coast', 'the curriculum', 'night flights', 'a dam upstream',
        'school fees', 'the port concession', 'the new voter roll', 'a quarrel over grazing rights', 'the water tower']
TAIL = ['as the talks dragged on', 'even though the shops were open', 'while the generators hummed outside', 'and few expect that to change soon',
        'according to a survey from {month}', 'in a letter to the governor of {place}', 'on the road between {place} and the border',
        'before the holiday in {month}', 'after a cold {month}', 'which has {n} thousand inhabitants', 'a habit that goes back {n} years',
        'in spite of {n} complaints', 'with {n} signatures so far', 'at a cost of {n} million', 'for the {n}th week in a row',
        'to the annoyance of the mayor of {place}', 'although nobody in {place} would say so aloud', 'until the end of {month}',
        'two streets from the parliament', 'during a debate that ended after midnight', 'without giving figures', 'for reasons of their own',
        'with some irony', 'under a grey sky', 'in a town of {n} hundred houses', 'by a margin of {n} votes', 'over sweet tea',
        'next to a burned-out bus', 'in front of {n} cameras', 'across {n} districts']
# What somebody says, whose source and cue are a claim.
SAID = ['"We will not be {passive} by {thing}," {speaker} [told] reporters.', '{speaker} [said] that {thing} was "{adjective}".',
        '{speaker} [denied] that {thing} had been {passive}.', '"{thing_capital} is {adjective}, and we know it," {speaker} [said].',
        'There was no truth in reports about {thing}, {speaker} [insisted].', '{speaker} [described] {thing} as {adjective} and {adjective2}.']
PASSIVE = ['intimidated', 'delayed', 'bought', 'forgotten', 'postponed', 'distracted', 'weakened', 'sold', 'abandoned', 'exhausted']
ADJECTIVES = ['unhelpful', 'overdue', 'historic', 'a matter for the courts', 'manageable', 'shameful', 'predictable', 'temporary', 'costly', 'brave',
              'premature', 'encouraging', 'a mistake', 'our right', 'a step forward', 'inevitable', 'a private matter', 'illegal']
MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

# Reports that share most of their words and have nothing to do with each other: hard negatives.
REPORTS = [
    ['Stocks in {place} closed {up} on {day}, with the main index at {a}.{b} points after a session in which {c} million shares changed hands.',
     'Shares of {name} Holdings were {up} {d}.{e} percent at {f}.{g} and those of {name2} Industries {up2} {h}.{i} percent.',
     'The currency traded at {j}.{k} to the dollar, compared with {l}.{m} at the previous close.',
     'Brent crude was at {n}.{o} dollars a barrel and gold at {p} dollars an ounce, dealers in {place} said.',
     'Of {q} companies traded, {r} rose, {s} fell and {t} were unchanged, according to the exchange.',
     'Investors now look to figures on inflation that are due on {day2}, brokers at {name3} Securities said.'],
    ['{place} beat {place2} {a}-{b} on {day} in front of {c} spectators, with goals from {name} in minute {d} and {name2} in minute {e}.',
     'The visitors had {f} percent of the ball and {g} corners but only {h} shots on target, and saw {i} yellow cards.',
     'Coach {first} {name3} brought on {first2} {name4} after {j} minutes and praised a team that has now won {k} of {l} matches.',
     'The home side stands at place {m} with {n} points, {o} behind the leaders, and plays {place3} on {day2}.',
     'Attendance this season has been {p} on average, up {q}.{r} percent, the league said.'],
    ['A magnitude {a}.{b} earthquake struck {c} kilometres off {place} on {day} at {d}:{e} local time, at a depth of {f} kilometres.',
     'No damage was reported and no tsunami warning was issued, the seismological institute in {place2} said.',
     'In the past {g} days there have been {h} earthquakes of magnitude {i}.{j} or greater centred nearby.',
     'Residents of {place3}, {k} kilometres away, reported weak shaking, and {l} reports had come in by {m}:{n}.',
     'The largest of these, of magnitude {o}.{p}, was felt as far as {place4} in {month}.'],
]
BOILERPLATE = [
    'Sign up for the morning newsletter of the {outlet} and get the ten stories that matter in your inbox before breakfast.',
    'Copyright {year} {outlet}. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
    'The {outlet} is committed to correcting errors. Write to the readers\' editor if you have spotted one in this article.',
    'Reporting by the staff of the {outlet}; editing by the night desk. Our standards: the trust principles of the {outlet} group.']
