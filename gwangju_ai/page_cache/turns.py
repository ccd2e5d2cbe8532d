"""One rendering at a time: of all who ask for a page that nobody has kept, the first renders it and the others wait."""

import time
from contextlib import contextmanager
from threading import Event, Lock

from django.core.cache import caches

# How long somebody waits for the rendering of another one, in seconds, before rendering it, too.
PATIENCE = 5
_GLANCE = 0.02


class Turns:
    def __init__(self):
        self._at_work = {}
        self._lock = Lock()

    @contextmanager
    def of(self, tag):
        """Whether nobody else is rendering it. If not, the block begins when that is done, or lasted too long."""
        with self._lock:
            other = self._at_work.get(tag)
            mine = self._at_work.setdefault(tag, Event())
        if other:
            other.wait(PATIENCE)
            yield False
            return
        try:
            with _turn_among_servers(f"turn-{tag}") as is_first:
                yield is_first
        finally:
            with self._lock:
                del self._at_work[tag]
            mine.set()


@contextmanager
def _turn_among_servers(name):
    """The same by the cache that they share; without one, every process is the first."""
    shared = caches["pages"]
    if shared.add(name, 1, PATIENCE):
        try:
            yield True
        finally:
            shared.delete(name)
        return
    until = time.monotonic() + PATIENCE
    while shared.get(name) is not None and time.monotonic() < until:
        time.sleep(_GLANCE)
    yield False
