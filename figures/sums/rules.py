"""The rules of the published totals, in plain Python over day sums: no database, no clock.

agreements(D): the latest evidence point up to D (of one day the greatest), plus the sizes of the rounds signed since.
established(D): the latest statement up to D, plus known openings and less known closings since.
Both are never less than what the register can itemise, and are that alone where there is no evidence up to D.
Every day counts as a whole: what happens on D is in the figure of D; a place is not open on the day it closes.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from common.rates import rate
from figures.sums.day_sums import Point


@dataclass(frozen=True)
class Total:
    """A total on a day: `value`; `itemised`, the part the register can name; `base`, the evidence it rests on (None
    where there is none); `since`, what came and went after the base."""

    value: int
    itemised: int
    base: Point | None
    since: int

    @property
    def unnamed(self):
        """How many of the total the register cannot name."""
        return self.value - self.itemised


@dataclass(frozen=True)
class RunningLine:
    """How many of the agreements up to a day have an open place in the city, by the register's rules."""

    agreements: Total
    established: Total

    @property
    def rate(self) -> Decimal | None:
        return rate(self.established.value, self.agreements.value)


def agreements_on(sums, day, points=None):
    """The total of agreements on `day`; `points` replaces the evidence (for reconciliation)."""
    base = _latest(sums.agreement_points if points is None else points, day)
    since = sums.signed.between(base.day, day) if base else sums.signed.up_to(day)
    return _total(base, since, sums.recorded.up_to(day))


def established_on(sums, day, points=None):
    """The total of companies with an open place on `day`; `points` replaces the evidence (for reconciliation)."""
    base = _latest(sums.established_points if points is None else points, day)
    flows = sums.since.get(base.day) if base else None
    return _total(base, flows.up_to(day) if flows else 0, sums.standing.up_to(day))


def running_line(sums, day):
    """Both totals on `day`, and with them the share opened."""
    return RunningLine(agreements_on(sums, day), established_on(sums, day))


def change_days(sums):
    """Every day on which a total may change, in order."""
    days = {point.day for point in [*sums.agreement_points, *sums.established_points]}
    for steps in [sums.signed, sums.recorded, sums.standing, *sums.since.values()]:
        days |= set(steps.days)
    return sorted(days)


def evidence_before(points, day):
    """The evidence that a statement of `day` is checked against: what stood before it, and the numbers printed for
    rounds of its day; no statement of that day, be it itself or another."""
    before = bisect_left(points, day, key=attrgetter("day"))
    until = bisect_right(points, day, key=attrgetter("day"))
    return points[:before] + [point for point in points[before:until] if point.round_id]


def _latest(points, day):
    """The point with the latest day up to `day`, and of those the one with the greatest total."""
    index = bisect_right(points, day, key=attrgetter("day"))
    return points[index - 1] if index else None


def _total(base, since, itemised):
    counted = (base.total if base else 0) + since
    return Total(max(counted, itemised), itemised, base, since)
