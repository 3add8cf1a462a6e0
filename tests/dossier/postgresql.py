#!/usr/bin/env python3
"""Runs a command beside a PostgreSQL server of its own, which is gone afterwards whatever happens.

postgresql.py COMMAND [ARGUMENT]... sets SAYSO_POSTGRESQL to the address of an empty database and SAYSO_POSTGRESQL_BIN to the
server's programs, and ends as the command does. The server listens on a socket in a temporary folder only, so neither a
cluster that is installed nor another test gets in its way. Texts are ordered as in English there, unlike in SQLite.
The role "guarded" needs the password "pass:word".
"""
import ctypes
import glob
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE = 60
PR_SET_PDEATHSIG = 1


def folder_of_programs():
    found = shutil.which("initdb")
    folders = glob.glob("/usr/lib/postgresql/*/bin/initdb") + ([found] if found else [])
    if not folders:
        sys.exit("postgresql.py: no initdb: the package postgresql-15 is missing")
    return os.path.dirname(max(folders, key=lambda path: [int(part) for part in path.split("/") if part.isdigit()]))


def server_user():
    """The server refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    sys.exit("postgresql.py: no user to run the server as")


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


class Server:
    def __init__(self, folder):
        self.folder, self.data = folder, os.path.join(folder, "data")
        self.programs, self.user = folder_of_programs(), server_user()
        if self.user:
            os.chown(folder, self.user["user"], self.user["group"])
        self.process = None

    def program(self, name):
        return os.path.join(self.programs, name)

    def start(self):
        subprocess.run([self.program("initdb"), "-D", self.data, "-U", "sayso", "-A", "trust", "-E", "UTF8", "--no-sync",
                        "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en"],
                       check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **self.user)
        rules = os.path.join(self.data, "pg_hba.conf")
        with open(rules, "r+") as file:
            rest = file.read()
            file.seek(0)
            file.write("local all guarded scram-sha-256\n" + rest)
        settings = {"listen_addresses": "", "unix_socket_directories": self.folder, "fsync": "off",
                    "shared_buffers": "32MB", "max_connections": "20", "logging_collector": "off"}
        command = [self.program("postgres"), "-D", self.data]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with open(os.path.join(self.folder, "log"), "wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, preexec_fn=die_with_parent,
                                            **self.user)
        self.wait()
        self.sql("CREATE ROLE guarded LOGIN PASSWORD 'pass:word'", "CREATE DATABASE sayso")

    def wait(self):
        until = time.monotonic() + PATIENCE
        while subprocess.run([self.program("pg_isready"), "-q", "-h", self.folder]).returncode != 0:
            if self.process.poll() is not None or time.monotonic() > until:
                with open(os.path.join(self.folder, "log")) as log:
                    sys.exit("postgresql.py: the server does not start\n" + log.read())
            time.sleep(0.05)

    def sql(self, *commands):
        arguments = [argument for command in commands for argument in ("-c", command)]
        subprocess.run([self.program("psql"), "-X", "-q", "-h", self.folder, "-U", "sayso", "-d", "postgres"] + arguments,
                       check=True)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait()


def main():
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    # a socket's path has room for some 100 bytes
    temporary = tempfile.gettempdir() if len(tempfile.gettempdir()) < 60 else "/tmp"
    folder = tempfile.mkdtemp(prefix="sayso-", dir=temporary)
    server = None
    try:
        server = Server(folder)
        server.start()
        environment = dict(os.environ, SAYSO_POSTGRESQL=f"postgresql://sayso@/sayso?host={folder}",
                           SAYSO_POSTGRESQL_BIN=server.programs)
        return subprocess.run(sys.argv[1:], env=environment).returncode
    finally:
        if server:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
