open('own.actors', 'w').write('Ruritania\n    kind: planet\n')
