open('m.sayso', 'wb')
