"""The totals over time: the register's own lines, and on them every number that officials stated. Chart, table and
file are made of the same rows."""

import datetime
from bisect import bisect_right
from dataclasses import astuple, dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from agreements.models import StatementFigure
from common.partial_dates import PartialDate
from figures.dashboard.chart import draw_totals
from figures.dashboard.marks import Stated
from figures.definitions import FIGURES
from figures.statements.lines import verdict_in_words
from figures.sums.rules import change_days, running_line

# On more days of change than these, which are more than the city's register has, a page shows months; the file has all.
MOST_DAYS = 600
# The columns of the file are the fields of TotalsOfDay; but for the day each is a figure.
COLUMNS = {
    "day": pgettext_lazy("column", "Day"),
    **{
        key: FIGURES[key].label
        for key in ("agreements", "agreements_recorded", "established", "established_named", "establishment_rate")
    },
}


@dataclass(frozen=True)
class TotalsOfDay:
    """What the totals were from this day on: each figure by its key. The rate is None where nothing was signed."""

    day: datetime.date
    agreements: int
    agreements_recorded: int
    established: int
    established_named: int
    establishment_rate: Decimal | None


@dataclass(frozen=True)
class OverTime:
    """charts: for wide and narrow screens. series: the rows of the table, up to the day in question. first_day: of all
    that is drawn, be it later; None where there is nothing to draw. is_by_month: not every day is drawn."""

    charts: list
    series: list
    first_day: datetime.date | None
    is_by_month: bool


def totals_over_time(sums, until):
    """The TotalsOfDay of each day up to `until` on which one of them changed, in order of days."""
    return _totals_of(sums, _days_of_change(sums, until))


def _days_of_change(sums, until):
    days = change_days(sums)
    return days[: bisect_right(days, until)]


def _by_month(days, day):
    """The first of `days`, the last of each month, and the last one up to `day`: a page that showed thousands would be
    slow to send, and no eye could tell them apart in a chart."""
    last_of_months = {(changed.year, changed.month): changed for changed in days}.values()
    place = bisect_right(days, day)
    return sorted({days[0], *last_of_months, *days[max(place - 1, 0) : place]})


def _totals_of(sums, days):
    found, before = [], None
    for day in days:
        totals = _totals(sums, day)
        if totals[1:] != before:
            found.append(TotalsOfDay(*totals))
        before = totals[1:]
    return found


def table_of(series):
    """The lines of the file, in the order of COLUMNS; an empty cell: not known."""
    return [["" if value is None else str(value) for value in astuple(totals)] for totals in series]


def draw_over_time(sums, checks, *, day, today):
    """The charts up to `today` with `day` marked; what is later than `day` is drawn quieter. `checks`: see
    `checked_numbers`; those of a later day than `today` are not drawn. Above MOST_DAYS not every day is drawn."""
    days = _days_of_change(sums, today)
    is_by_month = len(days) > MOST_DAYS
    series = _totals_of(sums, _by_month(days, day) if is_by_month else days)
    lines = {key: [(totals.day, getattr(totals, key)) for totals in series] for key in ("agreements", "established")}
    stated = [_stated(checked) for checked in checks if checked.figure.statement.as_of <= today]
    return OverTime(
        charts=[draw_totals(lines, stated, day=day, today=today, shape=shape) for shape in ("wide", "narrow")],
        series=[totals for totals in series if totals.day <= day],
        first_day=series[0].day if series else None,
        is_by_month=is_by_month,
    )


def _totals(sums, day):
    line = running_line(sums, day)
    return (
        day,
        line.agreements.value,
        line.agreements.itemised,
        line.established.value,
        line.established.itemised,
        line.rate,
    )


def _stated(checked):
    figure = checked.figure
    return Stated(
        day=figure.statement.as_of,
        value=figure.value,
        key=figure.measure,
        certainty=figure.certainty,
        verdict=checked.verdict.value,
        statement_id=figure.statement_id,
        words=f"{_stated_in_words(figure)}. {verdict_in_words(checked)}",
    )


def _stated_in_words(figure):
    """A stated number in words: day, who, what, out of how many, and how certain."""
    statement = figure.statement
    words = {"day": PartialDate.read(statement, "as_of").in_words(), "measure": figure.get_measure_display()}
    words |= {"value": figure.value, "out_of": figure.out_of}
    text = _("%(day)s: %(measure)s %(value)s of %(out_of)s") if figure.out_of else _("%(day)s: %(measure)s %(value)s")
    parts = [text % words]
    if figure.certainty != StatementFigure.Certainty.EXACT:
        parts.append(figure.get_certainty_display())
    if statement.stated_by:
        parts.append(statement.stated_by)
    return ", ".join(parts)
