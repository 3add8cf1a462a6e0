#!/usr/bin/env python3
"""Runs what README.md and docs/questions.md show and compares what it prints, line by line.

    tests/readme/check.py PROGRAM MODEL              prints "ok N - command" or "not ok N - command"
    tests/readme/check.py PROGRAM MODEL --update     writes what is printed into the pages

A block of `console` has commands after "$ ", each followed by what it prints. A block of `sql`, `python` or `r` that is followed by
one of `text` is run, and prints that; SQL goes to the dossier that a command named last with -d. A page's blocks run one after
the other in a folder of its own, which has `examples` and `bench` in it.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ['README.md', 'docs/questions.md']
BLOCK = re.compile(r'(?P<console>```console\n(?P<session>.*?)```)|'
                   r'(?P<code>```(?P<language>sql|python|r)\n(?P<source>.*?)```\n\n```text\n)(?P<printed>.*?)```', re.S)
LANGUAGES = {'python': [sys.executable, '-'], 'r': ['Rscript', '--vanilla', '-']}
TAKE_NO_MODEL = ('export', 'merges')


class Page:
    def __init__(self, folder, program, model):
        self.folder, self.dossier = folder, None
        self.environment = dict(os.environ, LC_ALL='C.UTF-8', PATH='%s/bin:%s' % (folder, os.environ['PATH']))
        for name in ('examples', 'bench'):
            (folder / name).symlink_to(ROOT / name)
        (folder / 'bin').mkdir()
        (folder / 'bin' / 'sayso').write_text(
            '#!/bin/sh\ncommand=$1\nshift\ncase $command in\n%s) exec "%s" "$command" "$@" ;;\n'
            '*) exec "%s" "$command" --model "%s" "$@" ;;\nesac\n' % ('|'.join(TAKE_NO_MODEL), program, program, model))
        (folder / 'bin' / 'sayso').chmod(0o755)

    def run(self, command, text=''):
        done = subprocess.run(command, cwd=self.folder, input=text, capture_output=True, text=True, env=self.environment)
        if done.returncode != 0:
            return 'exit status %d: %s\n' % (done.returncode, done.stderr)
        return ''.join(line.rstrip() + '\n' for line in done.stdout.splitlines())

    def session(self, text):
        out = ''
        for line in text.splitlines():
            if line.startswith('$ '):
                self.dossier = (re.findall(r' -d (\S+)', line) or [self.dossier])[-1]
                out += line + '\n' + self.run(['sh', '-c', line[2:]])
        return out

    def block(self, match):
        """The block as it should be."""
        if match['console']:
            return '```console\n' + self.session(match['session']) + '```'
        shell = ['sqlite3', '-readonly', '-batch', '-column', '-header', self.dossier]
        return match['code'] + self.run(LANGUAGES.get(match['language'], shell), match['source']) + '```'


def main():
    program, model = map(os.path.abspath, sys.argv[1:3])
    number = wrong = 0
    for name in PAGES:
        text = (ROOT / name).read_text(encoding='utf-8')
        new, end = '', 0
        with tempfile.TemporaryDirectory() as folder:
            page = Page(Path(folder), program, model)
            for match in BLOCK.finditer(text):
                block = page.block(match)
                number += 1
                new += text[end:match.start()] + block
                end = match.end()
                if '--update' not in sys.argv:
                    right = block == match[0]
                    wrong += not right
                    what = (match['session'] or match['source']).split('\n')[0]
                    print('%s %d - %s: %s' % ('ok' if right else 'not ok', number, name, what))
                    if not right:
                        print('# it prints now:\n' + block)
        if '--update' in sys.argv:
            (ROOT / name).write_text(new + text[end:], encoding='utf-8')
    sys.exit(wrong > 0 or not number)


if __name__ == '__main__':
    main()
