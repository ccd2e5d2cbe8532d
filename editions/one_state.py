"""Many queries that see one state of the database, however long their answers take to be read."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

_open = ContextVar("one_state_open", default=False)


@contextmanager
def one_state():
    """Every query of this block sees the database as the first of them found it; no writer waits for it.

    Inside another such block, or a transaction of somebody else, it sees what that one sees. Nothing can be written.
    """
    if _open.get() or connection.in_atomic_block:
        yield
        return
    with _deferred() if connection.vendor == "sqlite" else _repeatable():
        token = _open.set(True)
        try:
            yield
        finally:
            _open.reset(token)


def in_one_state():
    """Whether all that is read here is of one state, which no publication changes meanwhile."""
    return _open.get()


def reads_kept_rows():
    """Whether what is read here stays so: a transaction that writes may still change it, or be taken back."""
    return _open.get() or not connection.in_atomic_block


@contextmanager
def _repeatable():
    with transaction.atomic():
        _run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _deferred():
    """Django begins every transaction of SQLite as a writer's (see settings); this one only reads."""
    _run("BEGIN DEFERRED")
    try:
        yield
    finally:
        _run("ROLLBACK")


def _run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
