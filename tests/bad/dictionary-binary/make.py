open('own.rules', 'wb').write(bytes(range(256)))
