import os

os.mkdir('petrarch')
open('petrarch/one.verbs', 'w').write('''\
# PETRARCH 1.x
&WEAPON
+MISSILE
+ASSAULT RIFLE

--- GIVE [070] ---
GIVE {GAVE GIVEN GIVES GIVING}
HAND_OVER [---]
- * &WEAPON [072]
- * {GREEN LIGHT} TO + [030]
- * SPEECH [010] # words only
--- RECEIVE [---] ---
RECEIVE
- + * AID FROM $ [070]
--- ACCEPT [---] ---
ACCEPT
- * CEASE-FIRE [0871]
--- MEET [040:040] ---
MEET {MET}
--- SHELL [190] ---
SHELL
- + WERE_ * BY_ $ [194]
- NEWSPAPER * [---]
''')
open('petrarch/two.txt', 'w').write('''\
# PETRARCH 2
--- HELP [070] ---
HELP {HELPED HELPS HELPING}
- * {PEACEKEEPING OPERATION} (IN +) [074]
--- PROMISE ---
PLEDGE {PLEDGED}
--- HOLD [---] ---
BLAME {BLAMED}
--- ATTACK [190] ---
ATTACK
~ a (b . ATTACK) HOLD = a b 1123
~ a (a b HELP) PROMISE = a b 033
''')
