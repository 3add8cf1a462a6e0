#!/usr/bin/env python3
"""sayso add with several writers that are killed and cut off, on SQLite and on PostgreSQL: what is in the dossier in the end is
what one undisturbed writer puts into a SQLite file. Run beside a server by postgresql.py.

program.py SAYSO [--documents N] [--kills N] [--seed N]
"""
import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

from contents import contents, difference, is_address

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAID = "The army attacked Homs on Monday, the foreign minister of Syria said. Turkey denied the report."
# What a database might stumble over.
ODD = [{"id": "address", "url": "https://example.com/" + "".join(chr(97 + i * i % 23) for i in range(9000)), "text": SAID},
       {"id": "signs", "text": "A\ttab, a \\N, a \\. and a NUL \0 in one line.\r\n" + SAID},
       {"id": "other scripts", "text": "\u05e9\u05dc\u05d5\u05dd \U0001f5de \U00020000-" + SAID},
       {"id": "name", "text": "The " + "Grand " * 900 + "Council met on Monday. " + SAID},
       {"id": "words", "text": " ".join(chr(0x20000 + i % 40000) for i in range(120000))},
       {"id": "empty", "text": ""},
       {"text": SAID}, {"text": SAID}]
ADDRESS = os.environ["SAYSO_POSTGRESQL"]
failures = 0


def check(right, name, detail=""):
    global failures
    failures += not right
    print(("ok" if right else "not ok"), name)
    if not right:
        print(detail, flush=True)


def check_contents(wanted, where, name):
    found = difference(wanted, contents(where))
    check(found is None, name, found)


def psql(*commands):
    program = os.path.join(os.environ["SAYSO_POSTGRESQL_BIN"], "psql")
    arguments = [argument for command in commands for argument in ("-c", command)]
    subprocess.run([program, "-X", "-q", "-o", "/dev/null", ADDRESS] + arguments, check=True)


class Trial:
    def __init__(self, sayso, folder, random_numbers):
        self.sayso, self.folder, self.random = sayso, folder, random_numbers
        self.count = 0

    def place(self, kind):
        """The name of a new dossier."""
        self.count += 1
        if kind == "sqlite":
            return os.path.join(self.folder, f"dossier{self.count}")
        psql(f"CREATE SCHEMA trial{self.count}")
        return f"{ADDRESS}&options=-csearch_path%3Dtrial{self.count}"

    def drop(self, where):
        """Makes room: hundreds of dossiers are more than a small disk has."""
        if is_address(where):
            psql("SET client_min_messages = warning", f"DROP SCHEMA {where.rsplit('%3D', 1)[1]} CASCADE")
            return
        for end in ("", "-wal", "-shm"):
            if os.path.exists(where + end):
                os.remove(where + end)

    def start(self, where, files, *options):
        return subprocess.Popen([self.sayso, "add", "-d", where, "--jobs", "2", *options, *files],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def add(self, where, files, *options):
        process = self.start(where, files, *options)
        out, complaints = process.communicate()
        return process.returncode, out, complaints

    def write_inputs(self, count):
        """Four files with a quarter of the made-up documents each, two of them with the odd ones, too."""
        records = os.path.join(self.folder, "records")
        subprocess.run([sys.executable, os.path.join(ROOT, "bench", "dossier", "generate.py"), "--documents", str(count),
                        "--records", records, "--truth", os.path.join(self.folder, "truth")], check=True)
        with open(records) as file:
            documents = [record for record in map(json.loads, file) if record["kind"] == "document"]
        lines = [{key: document[key] for key in ("url", "title", "published", "text")} for document in documents]
        paths = []
        for part in range(4):
            paths.append(os.path.join(self.folder, f"input{part}.jsonl"))
            with open(paths[-1], "w") as file:
                for line in lines[part::4] + (ODD if part == 2 else []):
                    file.write(json.dumps(line) + "\n")
        return paths


def write_records(trial, files):
    """The records of each file, in a file."""
    paths = [path + ".records" for path in files]
    for path, out in zip(files, paths):
        with open(out, "w") as file:
            subprocess.run([trial.sayso, "code", "--all", "--format", "jsonl", path], stdout=file, check=True)
    start = time.monotonic()
    trial.add(trial.place("sqlite"), paths, "--input", "records")
    trial.longest = 1.5 * (time.monotonic() - start)
    return paths


def try_one_writer(trial, files, wanted):
    where = trial.place("postgresql")
    code, out, complaints = trial.add(where, files)
    check(code == 0, "postgresql: one writer", complaints)
    check_contents(wanted, where, "postgresql: the same as in SQLite")
    code, out, complaints = trial.add(where, files)
    check(code == 0 and out.startswith("0 added, 0 replaced,"), "postgresql: the same documents again", out + complaints)
    return where


def export(trial, where):
    done = subprocess.run([trial.sayso, "export", "-d", where, "--format", "jsonl", "--all"], stdout=subprocess.PIPE, text=True)
    return done.returncode, sorted(done.stdout.split("\n"))


def try_export(trial, first, second):
    code, lines = export(trial, first)
    other_code, other_lines = export(trial, second)
    check(code == other_code == 0 and len(lines) > 100 and lines == other_lines, "export says the same of both",
          sorted(set(lines) ^ set(other_lines))[:2])


def try_recoding(trial, files, places):
    """Another dictionary is another coder: all is replaced, and once only."""
    dictionaries = os.path.join(trial.folder, "dictionaries")
    os.makedirs(dictionaries, exist_ok=True)
    with open(os.path.join(dictionaries, "own.agents"), "w") as file:
        file.write("")
    for where in places:
        documents = len(contents(where)["document"])
        code, out, complaints = trial.add(where, files, "--recode", "--dict", dictionaries)
        check(code == 0 and out.startswith(f"0 added, {documents} replaced, 1 known"), "coded again", out + complaints)
    found = difference(*map(contents, places))
    check(found is None, "coded again, the same in both", found)


def try_two_writers(trial, kind, files, wanted):
    where = trial.place(kind)
    writers = [trial.start(where, files), trial.start(where, files[::-1])]
    complaints = [writer.communicate()[1] for writer in writers]
    check([writer.returncode for writer in writers] == [0, 0], f"{kind}: two writers of the same documents", complaints)
    check_contents(wanted, where, f"{kind}: the same as by one")


def kill_some(trial, writers):
    """Some of them, at a random moment while they write; how many still did."""
    time.sleep(trial.random.uniform(0.02, trial.longest))
    victims = trial.random.choice(([0], [1], [0, 1]))
    for victim in victims:
        writers[victim].send_signal(signal.SIGKILL)
    for writer in writers:
        writer.communicate()
    return sum(writer.returncode == -signal.SIGKILL for writer in writers)


def go_on(trial, where, commands):
    """The same commands again, while somebody reads; what was wrong, or None."""
    writers = [trial.start(where, command, "--input", "records") for command in commands]
    while any(writer.poll() is None for writer in writers):
        reader = subprocess.run([trial.sayso, "export", "-d", where, "--kind", "document"], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True)
        if reader.returncode and "no dossier" not in reader.stderr and "unable to open" not in reader.stderr:
            return "a reader: " + reader.stderr
    complaints = [writer.communicate()[1] for writer in writers]
    return None if all(writer.returncode == 0 for writer in writers) else str(complaints)


def try_kills(trial, kind, files, wanted, kills):
    """In each round two writers of a new dossier are killed at a random moment, one or both, and started again."""
    commands = [files[:3], files[::-1][:3]]
    killed, wrong = 0, []
    for _ in range(kills):
        where = trial.place(kind)
        killed += kill_some(trial, [trial.start(where, command, "--input", "records") for command in commands])
        complaint = go_on(trial, where, commands) or difference(wanted, contents(where))
        wrong += [complaint] if complaint else []
        trial.drop(where)
    check(not wrong and killed, f"{kind}: {kills} rounds, {killed} writers killed, the same as undisturbed", wrong[:2])


def try_refusals(trial, files, wanted):
    """The server has no more room in the middle of a batch, then it ends connections: exit 1 with the reason, and nothing half."""
    where = trial.place("postgresql")
    path = f"SET search_path = trial{trial.count}"
    trial.add(where, files[:1])
    before = contents(where)
    psql(path, "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
               " RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$",
         "CREATE TRIGGER fill BEFORE INSERT ON telling EXECUTE FUNCTION fill()")
    code, out, complaints = trial.add(where, files)
    check(code == 1 and "No space left on device" in complaints and out.startswith("0 added"), "postgresql: a full disk",
          out + complaints)
    check_contents(before, where, "postgresql: nothing half added")
    psql(path, "DROP TRIGGER fill ON telling")
    cut_off(trial, where, files)
    code, out, complaints = trial.add(where, files)
    check(code == 0, "postgresql: going on after all of that", complaints)
    check_contents(wanted, where, "postgresql: the same as undisturbed")


def cut_off(trial, where, files):
    process = trial.start(where, files)
    while process.poll() is None:
        psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sayso'")
        time.sleep(0.05)
    complaints = process.communicate()[1]
    check(process.returncode == 1 and "connection" in complaints, "postgresql: a server that ends connections", complaints)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sayso")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(os.path.abspath(options.sayso), folder, random.Random(options.seed))
        files = trial.write_inputs(options.documents)
        undisturbed = trial.place("sqlite")
        code, out, complaints = trial.add(undisturbed, files)
        wanted = contents(undisturbed)
        expected = options.documents + len(ODD) - 1
        check(code == 0 and len(wanted["document"]) == expected and len(wanted["event"]) > 30,
              "sqlite: one writer", out + complaints)
        where = try_one_writer(trial, files, wanted)
        try_export(trial, undisturbed, where)
        try_recoding(trial, files, [undisturbed, where])
        coded = write_records(trial, files)
        for kind in ("sqlite", "postgresql"):
            try_two_writers(trial, kind, files, wanted)
            try_kills(trial, kind, coded, wanted, options.kills)
        try_refusals(trial, files, wanted)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
