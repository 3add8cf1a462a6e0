#!/usr/bin/env python3
"""Runs the commands that README.md shows and compares what they print, line by line.

    tests/readme/check.py PROGRAM MODEL              prints "ok N - command" or "not ok N - command"
    tests/readme/check.py PROGRAM MODEL --update     writes what they print into README.md
"""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r'(```console\n\$ (sayso [^\n]*)\n)(.*?)(```)', re.S)


def printed(program, model, command):
    """The output of the command; `sayso` is the program under test, which takes its own model."""
    line = re.sub(r'^sayso (\w+)', r'"$PROGRAM" \1 --model "$MODEL"', command)
    done = subprocess.run(['sh', '-c', line], cwd=ROOT, capture_output=True, text=True,
                          env=dict(os.environ, PROGRAM=program, MODEL=model))
    if done.returncode != 0:
        return 'exit status %d: %s\n' % (done.returncode, done.stderr)
    return ''.join(l.rstrip() + '\n' for l in done.stdout.splitlines())


def main():
    program, model = map(os.path.abspath, sys.argv[1:3])
    page = ROOT / 'README.md'
    text = page.read_text(encoding='utf-8')
    if '--update' in sys.argv:
        new = BLOCK.sub(lambda m: m[1] + printed(program, model, m[2]) + m[4], text)
        page.write_text(new, encoding='utf-8')
        return
    wrong = 0
    blocks = list(BLOCK.finditer(text))
    for number, block in enumerate(blocks, 1):
        right = block[3] == printed(program, model, block[2])
        wrong += not right
        print('%s %d - README.md: %s' % ('ok' if right else 'not ok', number, block[2]))
        if not right:
            print('# it prints now:\n' + printed(program, model, block[2]))
    sys.exit(wrong > 0 or not blocks)


if __name__ == '__main__':
    main()
