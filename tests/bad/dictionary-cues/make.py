open('own.cues', 'w').write('say\n    nonsense here\n')
