open('page.html', 'wb').write(b'\xff\xd8\xff\xe0' + b'<html>' * 100)
