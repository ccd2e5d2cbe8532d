"""Both sides of a comparison, started, waited for and stopped: our program, a bare Django view, Datasette."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from benchmarks.results import PATIENCE, NotFinished

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "benchmarks"
LOGS = FOLDER / "logs"
BIN = Path(sys.executable).parent
# As `make run` starts it.
_GUNICORN = ("--worker-class", "gthread", "--threads", "4", "--no-control-socket", "--graceful-timeout", "5")
# Settings of whoever measures shall not be measured: an empty one is not set, and is not read from .env either.
_UNSET = ("SECRET_KEY", "CACHE_URL", "DEBUG", "ALLOWED_HOSTS", "HTTPS", "BEHIND_PROXY", "PAGE_CACHE_MB")
# What nobody waits for any more ends, and the next measure has the database for itself.
_POSTGRESQL = f"-c statement_timeout={PATIENCE}s -c client_connection_check_interval=1s"
_PIECE = 1 << 20


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes
    seconds: float


@dataclass(frozen=True)
class Server:
    """pid: of the process that was started; its workers are that one's children."""

    name: str
    port: int
    pid: int

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def ask(self, address, *, headers=None, patience=PATIENCE):
        """The Answer to one reader who waits for all of it; NotFinished after `patience` seconds."""
        begun, pieces = time.perf_counter(), []
        connection = HTTPConnection("127.0.0.1", self.port, timeout=patience)
        try:
            connection.request("GET", address, headers=headers or {})
            response = connection.getresponse()
            while piece := response.read(_PIECE):
                pieces.append(piece)
                if time.perf_counter() - begun > patience:
                    raise NotFinished(patience)
        except TimeoutError as error:
            raise NotFinished(patience) from error
        finally:
            connection.close()
        return Answer(response.status, dict(response.getheaders()), b"".join(pieces), time.perf_counter() - begun)

    def get(self, address, *, headers=None):
        """As `ask`, where anything but success is a fault of the measure."""
        answer = self.ask(address, headers=headers)
        if answer.status != 200:
            raise RuntimeError(f"{self.name} answers {answer.status} to {address}.")
        return answer

    def peak_memory(self):
        """The most memory that any of its workers has had so far, in bytes."""
        workers = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return max(_peak_memory(worker) for worker in workers)


def environment(database_url="", **settings):
    """Of a process of ours: nothing of the one that measures but where to find programs."""
    known = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    ours = {"DJANGO_SETTINGS_MODULE": "gwangju_ai.settings", "PGOPTIONS": _POSTGRESQL, "DATABASE_URL": database_url}
    return {**known, **dict.fromkeys(_UNSET, ""), **ours, **settings}


def run_module(module, *arguments, database_url="", **settings):
    """What `python -m module` printed; NotFinished where it runs longer than PATIENCE."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    given = environment(database_url, **settings)
    try:
        done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise NotFinished(PATIENCE) from error
    if done.returncode:
        raise RuntimeError(f"{module} failed:\n{done.stderr}")
    return done.stdout


def our_program(database_url, *, workers=2, **settings):
    """The program as `make run` serves it, on a register; `settings` are environment variables."""
    command = ["gunicorn", "gwangju_ai.wsgi", "--workers", str(workers), *_GUNICORN, "--bind", "127.0.0.1:{port}"]
    return _running("the register", command, environment(database_url, **settings), "/health/ready")


def bare_django(size):
    """A Django project without middleware, whose one view returns `size` constant bytes, under the same gunicorn."""
    command = ["gunicorn", "benchmarks.inside.bare", "--workers", "2", *_GUNICORN, "--bind", "127.0.0.1:{port}"]
    return _running("bare Django", command, environment(BODY_BYTES=str(size)), "/")


def datasette(file):
    """Datasette on a plain table. It has no workers: one process, with a thread for pages and three for queries.

    It is spared the facets that it would suggest, and gets the time that it needs for those asked for.
    """
    told = {"suggest_facets": "off", "facet_time_limit_ms": 60_000, "sql_time_limit_ms": 60_000, "max_csv_mb": 0}
    settings = [part for name, value in told.items() for part in ("--setting", name, str(value))]
    return _running("Datasette", ["datasette", "--immutable", file, "--port", "{port}", *settings], environment(), "/")


@contextmanager
def _running(name, command, given, ready):
    port, program = _free_port(), BIN / command[0]
    if not program.exists():
        raise SystemExit(f"benchmarks: {program} is missing. `make bench` installs it.")
    LOGS.mkdir(parents=True, exist_ok=True)
    arguments = [str(part).format(port=port) for part in command[1:]]
    with (LOGS / f"{name.replace(' ', '-')}.log").open("w") as log:
        process = subprocess.Popen([program, *arguments], cwd=ROOT, env=given, stdout=log, stderr=log)
        try:
            server = Server(name, port, process.pid)
            _wait_until(server, ready, process)
            yield server
        finally:
            _stop(process)


def _wait_until(server, address, process):
    for _attempt in range(300):
        if process.poll() is not None:
            break
        try:
            if server.ask(address).status == 200:
                return
        except OSError:  # not listening yet
            pass
        time.sleep(0.2)
    raise RuntimeError(f"{server.name} did not start; {LOGS.relative_to(ROOT)} says why.")


def _stop(process):
    process.terminate()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _peak_memory(pid):
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"Process {pid} does not say how much memory it had.")
