import json
with open('x', 'w') as f:
    for name, size in (('a', 10), ('b', 5000), ('c', 20)):
        f.write(json.dumps({'id': name, 'text': 'word ' * size}) + '\n')
