"""A PostgreSQL and its streaming replica. The first keeps its data; the second is copied anew at every start."""

import os
import secrets
import shutil
import signal
import subprocess
from dataclasses import dataclass

import psycopg2

from deploy.cluster.programs import POSTGRES_USER, found
from deploy.cluster.server import HOST, ROOT, NotStarted, Server, as_user, surroundings

NAME = "register"
_SETTINGS = ROOT / "deploy" / "postgresql" / "register.conf"
# What is for a machine of its own is less here.
_HERE = {"shared_buffers": "128MB", "effective_cache_size": "512MB", "wal_keep_size": "256MB"}


@dataclass
class PostgreSQL(Server):
    password: str = ""

    @property
    def url(self):
        return f"postgres://{NAME}:{self.password}@{HOST}:{self.port}/{NAME}"

    def answers(self):
        try:
            return bool(self.ask("SELECT 1", database="postgres"))
        except psycopg2.OperationalError:
            return False

    def ask(self, statement, database=NAME):
        """The rows of an answer, each statement for itself."""
        given = {"host": HOST, "port": self.port, "user": NAME, "password": self.password, "connect_timeout": 3}
        connection = psycopg2.connect(dbname=database, **given)
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()


def primary(folder, port):
    """The database of `folder`, made where there is none yet; it is not started."""
    password = _password(folder)
    if not (folder / "primary" / "PG_VERSION").exists():
        given = folder / "primary-password"
        _own(given.write_text(password) and given)
        _own_folder(folder / "primary")
        command = ["initdb", "--pgdata", folder / "primary", "--username", NAME, "--pwfile", given]
        _run([*command, "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8"])
        given.unlink()
    return _server("primary", folder, port, password)


def replica(folder, port, of):
    """A copy of `of`, which runs; it is not started."""
    shutil.rmtree(folder / "replica", ignore_errors=True)
    _own_folder(folder / "replica")
    command = ["pg_basebackup", "--pgdata", folder / "replica", "--host", HOST, "--port", of.port, "--username", NAME]
    _run([*command, "--checkpoint", "fast", "--write-recovery-conf"], PGPASSWORD=of.password)
    return _server("replica", folder, port, of.password)


def _server(name, folder, port, password):
    data = folder / name
    shutil.copy(_SETTINGS, data / "register.conf")
    _own(data / "register.conf")
    settings = {**_HERE, "port": port, "listen_addresses": HOST, "unix_socket_directories": data}
    told = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    with (data / "postgresql.conf").open("r+") as written:
        if "register.conf" not in written.read():
            written.write("\ninclude = 'register.conf'\n")
    return PostgreSQL(
        name,
        port,
        folder,
        [found("postgres"), "-D", data, *told],
        user=POSTGRES_USER,
        stops_by=signal.SIGINT,
        password=password,
    )


def _password(folder):
    """Kept beside the database, readable by its owner alone."""
    file = folder / "password"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(20))
    return file.read_text()


def _own_folder(path):
    path.mkdir(mode=0o700)
    _own(path)


def _own(path):
    if POSTGRES_USER:
        shutil.chown(path, POSTGRES_USER, POSTGRES_USER)
    os.chmod(path, 0o700 if path.is_dir() else 0o600)


def _run(command, **environment):
    command = [found(command[0]), *map(str, command[1:])]
    given = {**surroundings(), **environment}
    done = subprocess.run(command, cwd="/", env=given, capture_output=True, text=True, **as_user(POSTGRES_USER))
    if done.returncode:
        raise NotStarted(f"{command[0]} failed: {done.stderr.strip()}")
