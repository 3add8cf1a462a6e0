import os
os.mkdir('petrarch')
open('petrarch/own.actors.txt', 'w').write('FLAVIA_TARLENHEIM_ [AUTGOV]\nRUPERT_HENTZAU_\n\t[AUTMIL 990230]\n')
open('petrarch/own.verbs', 'w').write('ZAP [190]\n- * X [999]\n')
