open('x.html', 'w').write('<html><body>' + '<div>' * 1_000_000 + '<p>At the bottom of it all, the minister said, there is one sentence to be read.</p>')
