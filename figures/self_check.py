"""Every figure by both ways, side by side: the published one, and the second reading that shares no code with it.

A figure is compared on the days on which anything changes and on the day before each: between them it stands still.
"""

import datetime
import time
from dataclasses import dataclass

from django.db.models import DateField
from django.utils import timezone

from agreements.models import Agreement
from common.progress import unwatched
from editions.history import rows_of_edition
from editions.past import register_at
from editions.services import latest_number
from figures.definitions import FIGURES
from figures.figure import Aggregate
from figures.second_reading.figures import read_figures
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import change_days
from figures.sums.touched import touched_between

ONE_DAY = datetime.timedelta(days=1)
# With more agreements, a publication checks only the part of the register that it touches.
MOST_AGREEMENTS = 10_000
# On more days than these a publication would keep somebody waiting; `manage.py check_figures` looks at all.
MOST_DAYS = 40


@dataclass(frozen=True)
class Difference:
    """Where the two ways part. `part`: "" for the value of the figure itself. first, second: a number, None for not
    known, or (amount, base) of a part of a rate."""

    key: str
    part: str
    day: datetime.date
    first: object
    second: object

    def __str__(self):
        name = f"{self.key}, {self.part}," if self.part else self.key
        first, second = number_as_text(self.first), number_as_text(self.second)
        return f"{name} on {self.day}: {first} by the first way, {second} by the second"


@dataclass(frozen=True)
class Result:
    """edition: the register that was checked. figures, days: how many. compared: how many values and parts."""

    edition: int
    figures: int
    days: int
    compared: int
    differences: list
    seconds: float


def check_figures(days=None, *, edition=None, progress=unwatched):
    """Compare every figure on `days`; None: on all days of change, the day before each, and today.

    edition: the number of a past edition to check; None: the present register.
    """
    started = time.perf_counter()
    with register_at(edition):
        sums, second = read_day_sums(), read_figures()
        days = _all_days(sums, second) if days is None else days
        pairs = [(key, day) for day in days for key in FIGURES]
        return _check(pairs, sums, second, edition or latest_number(), started, progress)


def check_edition(number):
    """Compare what the present edition touches: each figure on the days on which the edition gave it another value, of
    many such days on MOST_DAYS of them, the first and the last among them, for somebody waits;
    and every figure today, on the first and the last day that the edition names, and on the day before the first.

    Above MOST_AGREEMENTS, of the latter only the figures that it gave another value, and all of it over nothing but the
    companies and rounds that it touched: what they add to a sum is what the edition changed of it."""
    started = time.perf_counter()
    is_large = Agreement.objects.order_by()[MOST_AGREEMENTS : MOST_AGREEMENTS + 1].exists()
    touched = touched_between(number - 1, number) if is_large else None
    part = touched.both_only if touched else ()
    with register_at(number - 1, part):
        before = read_figures()
    with register_at(number if part else None, part):
        sums, second = read_day_sums(), read_figures()
        named, pairs = days_named(number), []
        for key in FIGURES:
            days = _spread(_days_apart(before[key], second[key]))
            pairs += [(key, day) for day in sorted(days | named) if days or not is_large]
        return _check(pairs, sums, second, number, started)


def _all_days(sums, second):
    days = set(change_days(sums)).union(*(series.days for series in second.values()))
    return sorted(_with_day_before(days) | {timezone.localdate()})


def _with_day_before(days):
    return {*days, *map(_day_before, days)}


def _day_before(day):
    """The first of all days has none before it and stands for it."""
    return day if day == datetime.date.min else day - ONE_DAY


def _days_apart(before, after):
    """The days on which a figure changes, and the days before, that it has another value on than before."""
    days = _with_day_before([*before.days, *after.days])
    return {day for day in days if before.on(day) != after.on(day)}


def _spread(days):
    """At most MOST_DAYS of the days, from the first to the last."""
    days = sorted(days)
    if len(days) <= MOST_DAYS:
        return set(days)
    return {days[(len(days) - 1) * step // (MOST_DAYS - 1)] for step in range(MOST_DAYS)}


def days_named(number):
    """The first and the last day that the rows of an edition name, the day before the first, and today."""
    named = {
        getattr(row, column.attname)
        for row in rows_of_edition(number)
        for column in row._meta.concrete_fields
        if type(column) is DateField
    } - {None}
    ends = {_day_before(min(named)), min(named), max(named)} if named else set()
    return ends | {timezone.localdate()}


def _check(pairs, sums, second, edition, started, progress=unwatched):
    compared, differences = 0, []
    for done, (key, day) in enumerate(pairs, start=1):
        progress(done, len(pairs))
        first = _numbers(FIGURES[key].explain(sums, day), FIGURES[key].aggregate)
        other = _numbers_read(second[key].on(day))
        parts = list(dict.fromkeys([*first, *other]))
        compared += len(parts)
        differences += [
            Difference(key, part, day, first.get(part), other.get(part))
            for part in parts
            if first.get(part) != other.get(part)
        ]
    return Result(
        edition,
        figures=len({key for key, _day in pairs}),
        days=len({day for _key, day in pairs}),
        compared=compared,
        differences=differences,
        seconds=time.perf_counter() - started,
    )


def _numbers(explanation, aggregate):
    """{"": value, key of a part: its number}; parts of nothing say nothing."""
    if aggregate == Aggregate.RATE:
        parts = {part.key: (part.value, part.base) for part in explanation.parts if part.base}
    else:
        parts = {part.key: part.value for part in explanation.parts if part.value}
    return {"": explanation.value, **parts}


def _numbers_read(reading):
    parts = {part: amount if base is None else (amount, base) for part, (amount, base) in reading.parts.items()}
    return {"": reading.value, **parts}


def number_as_text(number):
    """One side of a Difference: `94`, `69.6`, `3 / 5`; a dash for what is not known."""
    if isinstance(number, tuple):
        return " / ".join(str(part) for part in number)
    return "–" if number is None else str(number)
