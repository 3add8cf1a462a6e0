open('own.rules', 'w').write('FLY\n    no such thing\n')
