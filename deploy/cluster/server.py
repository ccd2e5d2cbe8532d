"""A server that is started, waited for, stopped or killed."""

import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
_ATTEMPTS, _GLANCE = 300, 0.2


class NotStarted(Exception):
    """A server that did not come up; its log says why."""


@dataclass
class Server:
    """stops_by: the signal that ends it without waiting for whoever reads."""

    name: str
    port: int
    folder: Path
    command: list
    environment: dict = field(default_factory=dict)
    user: str | None = None
    stops_by: int = signal.SIGTERM
    process: subprocess.Popen | None = None

    @property
    def log(self):
        return self.folder / f"{self.name}.log"

    def start(self):
        """In a session of its own: Ctrl-C is for the starter, which stops all in order."""
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [str(part) for part in self.command],
                cwd=ROOT,
                env={**surroundings(), **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **as_user(self.user),
            )
        for _attempt in range(_ATTEMPTS):
            if self.process.poll() is None and self.answers():
                return self
            if self.process.poll() is not None:
                break
            time.sleep(_GLANCE)
        self.stop()
        raise NotStarted(f"{self.name} did not start; {self.log} says why.")

    def answers(self):
        with socket.socket() as asking:
            return asking.connect_ex((HOST, self.port)) == 0

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(self.stops_by)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self):
        """At once, with all its workers, as if the power were gone."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def surroundings():
    """Of the starter's environment only where programs are found: its settings are not those of the servers."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}


def as_user(name):
    """Arguments of subprocess that give up the rights of root."""
    return {"user": name, "group": name, "extra_groups": []} if name else {}
