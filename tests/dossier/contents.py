"""What is in a dossier, SQLite or PostgreSQL, without the keys that join its tables: two dossiers of the same documents are equal
in this, in whatever order and by however many programs they were added."""
import json
import os
import sqlite3
import subprocess

# Columns that refer to a row of a table without a constraint that says so, beside those that are named after it.
SOFT_REFERENCES = {("claim", "within"): "claim", ("claim", "retracts"): "claim"}
# How each database finds words and places: made out of the other columns.
INDEXES = ("document_words", "event_area")


class Sqlite:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)
        self.connection.row_factory = sqlite3.Row

    def tables(self):
        names = [row[0] for row in self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [name for name in names if not name.startswith(INDEXES)]

    def rows(self, table):
        return [{name: value.hex() if isinstance(value, bytes) else value for name, value in dict(row).items()}
                for row in self.connection.execute(f"SELECT * FROM {table}")]

    def references(self, table):
        return {row["from"]: row["table"] for row in self.connection.execute(f"PRAGMA foreign_key_list({table})")}

    def sound(self):
        return ([tuple(row) for row in self.connection.execute("PRAGMA integrity_check")] == [("ok",)] and
                not self.connection.execute("PRAGMA foreign_key_check").fetchall())


def query(address, sql):
    """The rows of a query, one JSON object each."""
    program = os.path.join(os.environ["SAYSO_POSTGRESQL_BIN"], "psql")
    done = subprocess.run([program, "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql, address], check=True,
                          stdout=subprocess.PIPE)
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


class Postgresql:
    def __init__(self, address):
        self.address = address

    def tables(self):
        return [row["name"] for row in query(self.address, "SELECT json_build_object('name', tablename) FROM pg_tables"
                                                           " WHERE schemaname = current_schema()")]

    def rows(self, table):
        rows = query(self.address, f"SELECT row_to_json(t) FROM {table} t")
        return [{name: value[2:] if isinstance(value, str) and value.startswith("\\x") else value
                 for name, value in row.items() if name != "words"} for row in rows]

    def references(self, table):
        rows = query(self.address, f"""
            SELECT json_build_object('from', a.attname, 'table', c.confrelid::regclass)
            FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE c.contype = 'f' AND c.conrelid = '{table}'::regclass""")
        return {row["from"]: row["table"] for row in rows}

    def sound(self):
        return True


def is_address(where):
    return where.startswith("postgresql://")


def contents(where):
    """{table: sorted rows}, where a key that refers to another row is what that row says."""
    database = Postgresql(where) if is_address(where) else Sqlite(where)
    assert database.sound(), where
    tables = {table: database.rows(table) for table in database.tables()}
    named = {table: table for table, rows in tables.items() if rows and "key" in rows[0]}
    references = {table: {**named, **database.references(table)} for table in tables}
    for (table, column), other in SOFT_REFERENCES.items():
        references[table][column] = other
    by_key = {table: {row["key"]: row for row in rows if "key" in row} for table, rows in tables.items()}

    def identity(table, key):
        """A row of records is known by its document and id, others by all that they say."""
        row = by_key[table][key]
        if table == "document":
            return [row["id"], row["origin"]]
        if "id" in row and "document" in row:
            return [identity("document", row["document"]), row["id"]]
        return plain(table, row)

    def value_of(table, name, value):
        if name in references[table] and value is not None:
            return identity(references[table][name], value)
        return int(value) if isinstance(value, float) and value.is_integer() else value

    def plain(table, row):
        return {name: value_of(table, name, value) for name, value in row.items() if name != "key"}

    return {table: sorted(json.dumps(plain(table, row), sort_keys=True) for row in rows) for table, rows in tables.items()}


def difference(wanted, actual):
    """The first difference for a person to read; None: there is none."""
    if sorted(wanted) != sorted(actual):
        return f"tables {sorted(wanted)} and {sorted(actual)}"
    for table in sorted(wanted):
        if wanted[table] != actual[table]:
            missing, more = set(wanted[table]) - set(actual[table]), set(actual[table]) - set(wanted[table])
            return (f"{table}: {len(wanted[table])} and {len(actual[table])} rows\n"
                    f"only in the first: {str(sorted(missing))[:2000]}\nonly in the second: {str(sorted(more))[:2000]}")
    return None
