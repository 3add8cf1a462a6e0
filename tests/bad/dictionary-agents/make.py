open('own.agents', 'w').write('# a comment\nwizard = WIZARD\n')
