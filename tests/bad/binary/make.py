open('x', 'wb').write(bytes(range(256)) * 40)
