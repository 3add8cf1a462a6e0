open('own.actors', 'wb').write(b'Ruritania\n    kind: country\n    also: R\xe9publique\n')
