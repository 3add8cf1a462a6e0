open('x', 'w').write('{"text":' + '[' * 100000 + '\n')
