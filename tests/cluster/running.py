"""A cluster for tests, on free ports and in a folder that goes with it; and one who publishes in it."""

import json
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

from deploy.cluster.cluster import Cluster
from deploy.cluster.server import HOST, ROOT, surroundings


@contextmanager
def running_cluster():
    """All readers are one client here."""
    with tempfile.TemporaryDirectory(prefix="register-cluster-") as folder:
        Path(folder).chmod(0o755)
        with Cluster(folder, free_ports(6), API_REQUESTS_PER_MINUTE="1000000") as cluster:
            yield cluster


def free_ports(count):
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _number in range(count)]
        for listener in sockets:
            listener.bind((HOST, 0))
        return [listener.getsockname()[1] for listener in sockets]


class Publisher:
    """acknowledged: the edition that was published last. recorded: {edition: {name: count}}, read by the services."""

    def __init__(self, process):
        self.process, self.recorded = process, {}
        self.acknowledged = self._record()

    def publish(self):
        """Publishes one more company with one agreement and one place; its edition."""
        self.process.stdin.write("publish\n")
        self.process.stdin.flush()
        self.acknowledged = self._answer()["edition"]
        return self._record()

    def _record(self):
        counted = self._answer()
        edition = counted.pop("edition")
        self.recorded[edition] = counted
        return edition

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("The publisher ended; what it said stands above.")
        return json.loads(line)


@contextmanager
def publishing_on(cluster):
    command = [sys.executable, "-m", "tests.cluster.publisher"]
    given = {**surroundings(), **cluster.environment, "DJANGO_SETTINGS_MODULE": "gwangju_ai.settings"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=given, **pipes) as process:
        yield Publisher(process)
        process.stdin.close()
