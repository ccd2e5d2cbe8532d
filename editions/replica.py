"""Reading from a streaming copy of the database, where there is one and it has the present edition (ADR 22)."""

import logging
import time
from contextlib import contextmanager

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connection, connections

from editions.unchanged import one_present, read_present

logger = logging.getLogger(__name__)

REPLICA = "replica"
# For how long a copy that failed is left alone, in seconds.
PAUSE = 5
_WORDS_APART = 60


class _Rest:
    """Of the whole process: every thread has a connection of its own, and all lead to the same server."""

    until = said_at = 0.0


def read_from_replica(make):
    """(Present, `make(present)`), all of it read from one state of the replica; None where there is no replica, where
    it lags behind the edition that the primary has now, or where it fails."""
    if REPLICA not in settings.DATABASES or time.monotonic() < _Rest.until or connection.in_atomic_block:
        return None
    expected = read_present()
    try:
        with _on_replica(), one_present() as present:
            return (present, make(present)) if present == expected else None
    except Error as error:
        _let_rest(error)
        return None


@contextmanager
def _on_replica():
    """In this block the replica is the database of this thread, also for whoever writes SQL of his own."""
    primary = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connections[REPLICA]
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = primary


def _let_rest(error):
    now = time.monotonic()
    _Rest.until = now + PAUSE
    if not _Rest.said_at or now - _Rest.said_at > _WORDS_APART:
        _Rest.said_at = now
        logger.warning("The replica does not answer, so that the primary is asked: %s", str(error).strip())
