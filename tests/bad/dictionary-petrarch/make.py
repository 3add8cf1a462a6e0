import os
os.mkdir('petrarch')
open('petrarch/verbs.txt', 'w').write('# verbs\n\n--- ACCEPT [9] ---\n- * AID [030]\n')
