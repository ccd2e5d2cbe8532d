"""What the tests that walk through every figure share: the days, and the value that rows give."""

import datetime
from statistics import median

from django.db import connection

from common.rates import rate
from figures.figure import Aggregate
from figures.sums.rules import change_days

# PostgreSQL runs the same queries as SQLite, which walks all days before it: every eighth day is enough there.
EVERY = 8 if connection.vendor == "postgresql" else 1


def days_to_walk(sums):
    """Every day of change, and the day before each."""
    changed = change_days(sums)[::EVERY]
    return sorted({*changed, *(day - datetime.timedelta(days=1) for day in changed)})


def value_of(figure, rows):
    """What (amount, base) pairs give by the figure's aggregate. Only what officials said has no value without rows."""
    amounts = [amount for amount, _base in rows]
    if not amounts and figure.key == "official_established":
        return None
    if figure.aggregate == Aggregate.RATE:
        return rate(sum(amounts), sum(base for _amount, base in rows))
    if figure.aggregate == Aggregate.MEDIAN:
        return median(amounts) if amounts else None
    return sum(amounts)
