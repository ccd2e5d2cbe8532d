"""What the tests that walk through every figure share: the days, and the value that rows give."""

import datetime
from statistics import median

from common.rates import rate
from figures.figure import Aggregate
from figures.rules import change_days

# The days of which the design states the totals.
STATED_DAYS = [
    "2020-06-30", "2020-08-31", "2020-09-30", "2021-07-20", "2021-12-16", "2022-03-22", "2022-03-23", "2023-12-31",
    "2025-04-15", "2025-11-30", "2026-01-16",
]  # fmt: skip


def days_to_walk(sums):
    """Every day of change, and the day before each."""
    changed = change_days(sums)
    return sorted({*changed, *(day - datetime.timedelta(days=1) for day in changed)})


def value_of(figure, rows):
    """What (amount, base) pairs give by the figure's aggregate; None where there are none and it is no plain count."""
    amounts = [amount for amount, _base in rows]
    if figure.aggregate == Aggregate.RATE:
        return rate(sum(amounts), sum(base for _amount, base in rows))
    if figure.aggregate == Aggregate.MEDIAN:
        return median(amounts) if amounts else None
    return sum(amounts)
