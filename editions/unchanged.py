"""What every public answer depends on besides its address: the present edition and the day; and the tag made of them.
Whoever has an answer with that tag has the present one."""

import datetime
import hashlib
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from editions.one_state import one_state
from editions.services import latest_edition

_read = ContextVar("present_read", default=None)
_LATEST = "SELECT number, made_at, is_synthetic FROM editions_edition ORDER BY number DESC LIMIT 1"


@dataclass(frozen=True)
class Present:
    """number: the present edition, 0 while nothing was published. made_at: when it was made, as the database writes
    it, for a register that is loaded anew counts from 1 again. is_synthetic: whether the register was made up. day:
    today."""

    number: int
    made_at: str
    is_synthetic: bool
    day: datetime.date

    def tag(self, *asked):
        """The ETag of the answer to `asked`.

        Weak: an answer always says the same, but not with the same bytes; some say when they were made, and some are
        compressed.
        """
        said = repr((self.number, self.made_at, self.day.isoformat(), *asked))
        return f'W/"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


def read_present():
    """The Present of the database, or of the state of it that is being read, by one query."""
    number, made_at, is_synthetic = _read_latest() or (0, "", False)
    return Present(number, str(made_at), bool(is_synthetic), timezone.localdate())


@contextmanager
def one_present():
    """A block that reads one state of the database, and the Present of that state, which nobody asks for again."""
    with one_state():
        present = read_present()
        token = _read.set(present)
        try:
            yield present
        finally:
            _read.reset(token)


def present_edition():
    """(number of the present edition, whether the register is synthetic), for whoever shows them; (0, False) while
    nothing was published."""
    present = _read.get()
    return latest_edition() if present is None else (present.number, present.is_synthetic)


def present_number():
    """The number of the present edition; 0 while nothing was published."""
    return present_edition()[0]


def _read_latest():
    """A connection that was lost while nobody asked is noticed here, without a query of its own for that."""
    if connection.in_atomic_block:
        return _fetch_latest()
    connection.health_check_done = True
    try:
        return _fetch_latest()
    except (InterfaceError, OperationalError):
        connection.close()
        return _fetch_latest()


def _fetch_latest():
    with connection.cursor() as cursor:
        cursor.execute(_LATEST)
        return cursor.fetchone()
