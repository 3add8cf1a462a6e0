open('own.dates', 'w').write('month 13: Smarch\n')
