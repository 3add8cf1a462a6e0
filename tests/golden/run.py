#!/usr/bin/env python3
"""Golden tests of the program.

    run.py SAYSO FOLDER            runs every case of the folder
    run.py SAYSO FOLDER NAME...    only these
    run.py --update SAYSO FOLDER [NAME...]    writes what the program prints as what is expected: look at the diff

A case is a folder with
    command   the arguments, as a shell would split them; run from the root of the source tree. Of several lines each is
              a run of its own, one after the other; the exit status is that of the last
    stdin     what is on standard input (none: nothing)
    make.py   run first, in a folder of its own that `command` calls $TMP: makes inputs that are too large to be kept
    stdout, stderr, exit    what is expected (none: nothing, nothing, 0). In stderr, $TMP stands for that folder.
    stdout.sha256    in place of a long stdout
"""
import difflib
import hashlib
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONG = 200_000      # bytes of output that are kept as a checksum only
SECONDS = 120       # for one case: none is meant to come near


def run(sayso, case):
    """{file of the case: bytes that the program gave for it}"""
    with tempfile.TemporaryDirectory() as tmp:
        if (case / 'make.py').exists():
            subprocess.run([sys.executable, case / 'make.py'], cwd=tmp, check=True)
        command = (case / 'command').read_text().replace('$TMP', tmp)
        stdin = (case / 'stdin').read_bytes() if (case / 'stdin').exists() else b''
        runs = [subprocess.run([sayso] + shlex.split(line), cwd=ROOT, input=stdin, capture_output=True,
                               timeout=SECONDS, env=dict(os.environ, LC_ALL='C.UTF-8', TZ='UTC'))
                for line in command.splitlines()]
        out, err = (b''.join(getattr(run, stream) for run in runs).replace(tmp.encode(), b'$TMP')
                    for stream in ('stdout', 'stderr'))
    got = {'stderr': err, 'exit': b'%d\n' % runs[-1].returncode if runs[-1].returncode else b''}
    if len(out) > LONG or (case / 'stdout.sha256').exists():
        got['stdout.sha256'] = hashlib.sha256(out).hexdigest().encode() + b'\n'
    else:
        got['stdout'] = out
    return got


def show(name, want, got):
    print('#   %s is not as expected:' % name)
    lines = [text.decode('utf-8', 'replace').splitlines() for text in (want, got)]
    for line in list(difflib.unified_diff(*lines, 'expected', 'printed', lineterm='', n=1))[:30]:
        print('#       ' + line[:400])


def check(sayso, case):
    got, right = run(sayso, case), True
    for name, text in got.items():
        want = (case / name).read_bytes() if (case / name).exists() else b''
        if want != text:
            right = False
            show(name, want, text)
    return right


def update(sayso, case):
    for name, text in run(sayso, case).items():
        if text:
            (case / name).write_bytes(text)
        else:
            (case / name).unlink(missing_ok=True)
    return True


def main():
    words = sys.argv[1:]
    do = update if words[:1] == ['--update'] else check
    words = words[1:] if do is update else words
    if len(words) < 2:
        sys.exit(__doc__)
    sayso, folder, names = os.path.abspath(words[0]), Path(words[1]).resolve(), words[2:]
    cases = sorted(p.parent for p in folder.glob('*/command') if not names or p.parent.name in names)
    failed = 0
    print('1..%d' % len(cases))
    for number, case in enumerate(cases, 1):
        right = do(sayso, case)
        failed += not right
        print('%s %d - %s' % ('ok' if right else 'not ok', number, case.name))
    sys.exit(1 if failed or not cases else 0)


if __name__ == '__main__':
    main()
