"""Many queries that see one state of the database, however long their answers take to be read."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_state():
    """Every query of this block sees the database as the first of them found it; no writer waits for it.

    Inside a transaction of somebody else, the block sees what that transaction sees. Nothing can be written.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        yield from _deferred()
    else:
        with transaction.atomic():
            _run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


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
