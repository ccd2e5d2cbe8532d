"""Many readers at once while the register is published again and again: `make readers MINUTES=5 READERS=200`.

Each asks for one address after the other, through nginx. An answer must show the edition that was acknowledged when it
was asked for, or a later one, and count what the services count in that edition, in every place where it counts.
"""

import gzip
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from threading import Event, Thread

from deploy.cluster.server import HOST
from tests.cluster.answers import ADDRESSES, Unreadable

# A busy machine is slow, not wrong.
PATIENCE = 300
SHARES = [asked.share for asked in ADDRESSES]


@dataclass
class Seen:
    """What all readers have seen. said: {(path, edition, counts): how many answers}."""

    seconds: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    stale: list = field(default_factory=list)
    said: Counter = field(default_factory=Counter)

    def mixed(self, recorded):
        """The answers that do not count what the services counted in the edition that they name."""
        return [said for said in self.said if not said[2] <= set(recorded.get(said[1], {}).items())]

    def faults(self, recorded):
        return [*self.errors, *self.stale, *self.mixed(recorded)]


class Reader(Thread):
    """Asks until `is_over`. Half of them keep what they got, and ask whether it still holds, as a browser does."""

    def __init__(self, number, port, publisher, seen, is_over):
        super().__init__(daemon=True)
        self.port, self.publisher, self.seen, self.is_over = port, publisher, seen, is_over
        self.chance, self.keeps, self.kept = random.Random(number), number % 2 == 0, {}
        self.headers = {"Accept-Encoding": "gzip"} if number % 3 else {}
        self.connection = None

    def run(self):
        while not self.is_over.is_set():
            [asked] = self.chance.choices(ADDRESSES, SHARES)
            least, begun = self.publisher.acknowledged, time.monotonic()
            try:
                headers, body = self._get(asked.path)
                edition, counts = asked.read(headers, body)
            except (OSError, HTTPException, Unreadable, ValueError, EOFError) as error:
                self.seen.errors.append(f"{asked.path}: {error!r}")
                self._hang_up()
                continue
            self.seen.seconds.append(time.monotonic() - begun)
            self.seen.said[asked.path, edition, counts] += 1
            if edition < least:
                self.seen.stale.append(f"{asked.path}: edition {edition} after {least} was published")
        self._hang_up()

    def _get(self, path):
        tag, *kept = self.kept.get(path, ("",))
        self.connection = self.connection or HTTPConnection(HOST, self.port, timeout=PATIENCE)
        self.connection.request("GET", path, headers={**self.headers, **({"If-None-Match": tag} if tag else {})})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status == 304 and kept:
            return kept
        if answer.status != 200:
            raise Unreadable(f"status {answer.status}")
        if answer.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        if self.keeps and answer.headers.get("ETag"):
            self.kept[path] = (answer.headers["ETag"], str(answer.headers), body)
        return str(answer.headers), body

    def _hang_up(self):
        if self.connection:
            self.connection.close()
        self.connection = None


class Reading:
    """A block in which `readers` read through nginx; `seen` is what they saw until it ended."""

    def __init__(self, cluster, publisher, readers):
        self.seen, self.is_over = Seen(), Event()
        port = cluster.nginx.port
        self.readers = [Reader(number, port, publisher, self.seen, self.is_over) for number in range(readers)]

    def __enter__(self):
        for reader in self.readers:
            reader.start()
        return self.seen

    def __exit__(self, *_error):
        self.is_over.set()
        for reader in self.readers:
            reader.join(PATIENCE + 10)


def publish_every(seconds, publisher, *, until):
    """Publishes until that moment of time.monotonic(); how long each publication took."""
    took, begun = [], time.monotonic()
    while time.monotonic() < until:
        before = time.monotonic()
        publisher.publish()
        took.append(time.monotonic() - before)
        next_one = begun + len(took) * seconds
        time.sleep(max(0, min(next_one, until) - time.monotonic()))
    return took
