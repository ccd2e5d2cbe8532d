"""Queries that the ORM cannot say, kept in files that both databases read."""

import datetime
import re
from pathlib import Path

from django.db import connection

SQL = Path(__file__).parent / "sql"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def rows_of(*files, days=None):
    """The rows of the query that these files make together; `days` for its places."""
    with connection.cursor() as cursor:
        cursor.execute("".join((SQL / file).read_text() for file in files), days)
        return [tuple(_as_day(value) for value in row) for row in cursor.fetchall()]


def _as_day(value):
    """SQLite gives days as text; what is no day stays."""
    is_day = isinstance(value, str) and _DAY.fullmatch(value)
    return datetime.date.fromisoformat(value) if is_day else value
