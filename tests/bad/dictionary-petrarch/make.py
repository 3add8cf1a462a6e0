import os
os.mkdir('petrarch')
open('petrarch/verbs.txt', 'w').write('# verbs\n\n--- ACCEPT [030] ---\n- * AID [030]\n')
