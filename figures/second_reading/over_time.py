"""Counting things over days."""

import calendar
import datetime
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

BEFORE_ALL = datetime.date.min


@dataclass(frozen=True)
class Reading:
    """A figure on a day: `value` (None: not known) and {key of a part: (amount, base)}; parts of nothing left away.

    The base of a part is None but for a share.
    """

    value: int | Decimal | None
    parts: dict = field(default_factory=dict)


class Series:
    """A figure over time: `reading_on(day)` is asked only for the days on which it may change, and once for each."""

    def __init__(self, days, reading_on):
        self.days = sorted(set(days))
        self._reading_on, self._read = reading_on, {}

    def on(self, day):
        index = bisect_right(self.days, day)
        known = self.days[index - 1] if index else BEFORE_ALL
        if known not in self._read:
            self._read[known] = self._reading_on(known)
        return self._read[known]


class Tally:
    """How many things are there on a day, by part.

    days_of(thing): the days on which it may come, go or become part of something else; part_on(thing, day): the part
    that it belongs to, None where it does not count. weight(thing): how many it stands for.
    """

    def __init__(self, things, days_of, part_on, weight=lambda thing: 1):
        changes = defaultdict(Counter)
        for thing in things:
            part = None
            for day in sorted(set(days_of(thing))):
                before, part = part, part_on(thing, day)
                changes[day][before] -= weight(thing)
                changes[day][part] += weight(thing)
        self.days, self._states, running = sorted(changes), [], Counter()
        for day in self.days:
            for part, change in changes[day].items():
                running[part] += change
            self._states.append({part: count for part, count in running.items() if count and part is not None})

    def on(self, day):
        """{part: how many}, without parts of nothing."""
        index = bisect_right(self.days, day)
        return self._states[index - 1] if index else {}

    def sum_on(self, day):
        return sum(self.on(day).values())


def counted(tally, *, in_parts=False):
    """The figure that counts what a Tally counts."""

    def reading(day):
        parts = tally.on(day)
        return Reading(sum(parts.values()), without_base(parts) if in_parts else {})

    return Series(tally.days, reading)


def shared(tally, base, *, in_parts=True):
    """The figure that says how many of `base` are in `tally`, in percent; both are Tallies by the same parts."""

    def reading(day):
        some, of = tally.on(day), base.on(day)
        parts = {part: (some.get(part, 0), of[part]) for part in of}
        return Reading(percent(sum(some.values()), sum(of.values())), parts if in_parts else {})

    return Series([*tally.days, *base.days], reading)


def without_base(parts):
    return {part: (count, None) for part, count in parts.items() if count}


def percent(some, of):
    """With one decimal, half up; None of nothing. In whole thousandths, so that nothing is rounded on the way."""
    if some is None or not of:
        return None
    return Decimal((2000 * some + of) // (2 * of)) / 10


def median(values):
    """The middle one; of an even number the mean of the middle two. None of nothing."""
    values = sorted(values)
    if not values:
        return None
    twice = values[(len(values) - 1) // 2] + values[len(values) // 2]
    return twice // 2 if twice % 2 == 0 else Decimal(twice) / 2


def months_later(day, months):
    """The same day so many calendar months later; the last of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
