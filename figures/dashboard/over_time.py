"""The totals over time: the register's own lines, and on them every number that officials stated."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from agreements.models import StatementFigure
from common.partial_dates import PartialDate
from figures.dashboard.chart import Stated, draw_totals
from figures.statements.lines import verdict_in_words
from figures.sums.rules import agreements_on, change_days, established_on


@dataclass(frozen=True)
class OverTime:
    """charts: for wide and narrow screens. series: (day, agreements, established) of each day of change up to the day
    in question, for the table."""

    charts: list
    series: list


def draw_over_time(sums, checks, *, day, today):
    """The charts up to `today` with `day` marked; what is later than `day` is drawn quieter. `checks`: see
    `checked_numbers`; those of a later day than `today` are not drawn."""
    series = [
        (when, agreements_on(sums, when).value, established_on(sums, when).value)
        for when in change_days(sums)
        if when <= today
    ]
    lines = {
        "agreements": [(when, agreements) for when, agreements, _established in series],
        "established": [(when, established) for when, _agreements, established in series],
    }
    stated = [_stated(checked) for checked in checks if checked.figure.statement.as_of <= today]
    return OverTime(
        charts=[draw_totals(lines, stated, day=day, today=today, shape=shape) for shape in ("wide", "narrow")],
        series=[row for row in series if row[0] <= day],
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
