"""What an edition did to the figures: to the headline of a day, and to the totals of days gone by."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from common.parameters import kept_clocks
from figures.changes.days import TOTALS
from figures.definitions import FIGURES
from figures.headline import read_headline, side_by_side
from figures.self_check import days_named
from figures.sums.kept import kept, sums_of
from figures.sums.rules import change_days


def headlines(number, day):
    """(address, label, before, after) of the headline of `day` around edition `number`; an empty value: not known. The
    address is that of the figure as this edition knew it."""
    compared = side_by_side(headline_of(number - 1, day), headline_of(number, day))
    return [(_address(key, day, number), label, before, after) for key, label, before, after in compared]


def _address(key, day, number):
    return reverse("figures:figure-detail", args=[key]) + kept_clocks({}, as_of=day, edition=number)


def headline_of(number, day):
    """The Headline of `day` as edition `number` knew it; of 0, before anything was published."""
    return kept(number, f"headline-{day}", lambda: read_headline(sums_of(number), day))


def figures_moved(number):
    """(address, figure, day, before, after) of every figure to which edition `number` gave another value today or on
    a day that it names (`days_named`)."""
    moved = []
    for day in sorted(days_named(number)):
        before, after = values_of(number - 1, day), values_of(number, day)
        moved += [
            (_address(key, day, number), figure, day, before[key], after[key])
            for key, figure in FIGURES.items()
            if before[key] != after[key]
        ]
    return moved


def values_of(number, day):
    """{key: value} of all figures on `day` as edition `number` knew them."""
    sums = sums_of(number)
    return kept(number, f"values-{day}", lambda: {key: one.explain(sums, day).value for key, one in FIGURES.items()})


@dataclass(frozen=True)
class Period:
    """Days on which an edition moved a total by the same; `before` and `after` are those of the first of them."""

    first_day: datetime.date
    last_day: datetime.date
    before: int
    after: int

    @property
    def difference(self):
        return self.after - self.before


def periods_moved(number, until):
    """{key: periods} of each total of which edition `number` changed days up to `until`, the earliest first."""
    old, new = sums_of(number - 1), sums_of(number)
    moved = {key: _periods(total.on, old, new, until) for key, total in TOTALS.items()}
    return {key: periods for key, periods in moved.items() if periods}


def _periods(total_on, old, new, until):
    days = [day for day in sorted({*change_days(old), *change_days(new)}) if day <= until]
    ends = [*(day - datetime.timedelta(days=1) for day in days[1:]), until] if days else []
    spans = [
        (first, last, total_on(old, first).value, total_on(new, first).value)
        for first, last in zip(days, ends, strict=True)
    ]
    periods = []
    for difference, group in groupby(spans, key=lambda span: span[3] - span[2]):
        alike = list(group)
        if difference:
            first, _last, before, after = alike[0]
            periods.append(Period(first, alike[-1][1], before, after))
    return periods
