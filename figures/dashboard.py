"""What the dashboard says of a day, put together from the rules; the page and nothing else reads it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from agreements.models import SigningRound, Statement, StatementFigure
from common.partial_dates import PartialDate
from figures import itemised
from figures.breakdowns import bars
from figures.chart import draw_totals, split
from figures.definitions import FIGURES
from figures.rules import agreements_on, change_days, established_on, running_line
from figures.statements import check, official_line
from figures.still_here import StillHere, still_here

LATEST_ROUNDS = 3
LATEST_STATEMENTS = 6
NAMED_DAYS = 4
BREAKDOWNS = ("agreements_by_field", "established_by_district", "established_by_place_kind", "agreements_by_party")
DRAWN = (StatementFigure.Measure.AGREEMENTS, StatementFigure.Measure.ESTABLISHED)


@dataclass(frozen=True)
class Overview:
    official: object
    running: object
    bar: list
    charts: list
    series: list
    years: list
    breakdowns: list
    rounds: list
    checks: list
    named_days: list
    unknown: dict
    still_here: StillHere


def overview(sums, day, today):
    """Everything the dashboard shows for `day`; the chart runs on to `today`."""
    official, running = official_line(day), running_line(sums, day)
    drawn = _drawn_statements()
    series = [(when, *_values(sums, when)) for when in change_days(sums) if when <= today]
    return Overview(
        official=official,
        running=running,
        bar=_bar(official, sums),
        charts=[_chart(series, drawn, day, today, shape) for shape in ("wide", "narrow")],
        series=[row for row in series if row[0] <= day],
        years=_years(sums, day),
        breakdowns=[_breakdown(FIGURES[key], sums, day) for key in BREAKDOWNS],
        rounds=_latest_rounds(day),
        checks=_latest_checks(sums, day),
        named_days=_named_days(drawn),
        unknown=_unknown(day, running),
        still_here=still_here(day),
    )


def _values(sums, day):
    return agreements_on(sums, day).value, established_on(sums, day).value


def _breakdown(figure, sums, day):
    """(figure, its parts with their bars, the whole)."""
    explained = figure.explain(sums, day)
    return figure, bars(explained.parts), explained.value


def _years(sums, day):
    """(year, agreements, established) added in each year up to `day`; each column adds up to its total on `day`."""
    added = [
        {part.key: part.value for part in FIGURES[key].explain(sums, day).parts}
        for key in ("agreements_by_year", "established_by_year")
    ]
    return [(year, *(parts.get(year, 0) for parts in added)) for year in sorted({*added[0], *added[1]})]


def _drawn_statements():
    figures = StatementFigure.objects.public().filter(measure__in=DRAWN, statement__as_of__isnull=False)
    return list(figures.select_related("statement").order_by("statement__as_of", "pk"))


def _chart(series, drawn, day, today, shape):
    lines = {
        "agreements": [(when, agreements) for when, agreements, _established in series],
        "established": [(when, established) for when, _agreements, established in series],
    }
    marks = [
        (figure.statement.as_of, figure.value, figure.measure, figure.certainty, in_words(figure))
        for figure in drawn
        if figure.statement.as_of <= today
    ]
    return draw_totals(lines, marks, day=day, today=today, shape=shape)


def in_words(figure):
    """A stated number in words: day, who, what, out of how many, and how certain."""
    statement = figure.statement
    words = {"day": PartialDate.read(statement, "as_of").in_words(), "measure": figure.get_measure_display()}
    words |= {"value": figure.value, "out_of": figure.out_of, "by": statement.stated_by}
    text = _("%(day)s: %(measure)s %(value)s of %(out_of)s") if figure.out_of else _("%(day)s: %(measure)s %(value)s")
    parts = [text % words]
    if figure.certainty != StatementFigure.Certainty.EXACT:
        parts.append(figure.get_certainty_display())
    if statement.stated_by:
        parts.append(statement.stated_by)
    return ", ".join(parts)


def _bar(official, sums):
    """The official number in three parts that add up to its base: named by the register on that day, stated but not
    named, and not opened according to the statement. Nothing where no base was stated."""
    if official is None or not official.out_of:
        return []
    named = min(established_on(sums, official.statement.as_of).itemised, official.established)
    return split(
        [
            ("named", named),
            ("unnamed", official.established - named),
            ("rest", official.out_of - official.established),
        ]
    )


def _latest_rounds(day):
    rounds = SigningRound.objects.published().signed_by(day).with_size().prefetch_related("agreements__company")
    return list(rounds[:LATEST_ROUNDS])


def _latest_checks(sums, day):
    """The latest statements with their checked numbers: [(statement, {measure: check}), …]."""
    statements = (
        Statement.objects.published()
        .filter(as_of__lte=day, figures__measure__in=DRAWN)
        .distinct()
        .prefetch_related("figures")[:LATEST_STATEMENTS]
    )
    return [(statement, checks_of(statement, sums)) for statement in statements]


def checks_of(statement, sums):
    """{measure: Check} of the statement's numbers; reads `figures` from the prefetch."""
    checks = {}
    for figure in statement.figures.all():
        figure.statement = statement
        checks[figure.measure] = check(figure, sums)
    return checks


def _named_days(drawn):
    """The days of the latest official numbers with a base, as (day, words)."""
    stated = [figure for figure in drawn if figure.out_of and figure.certainty == StatementFigure.Certainty.EXACT]
    return [
        (figure.statement.as_of, _("%(value)s of %(out_of)s") % {"value": figure.value, "out_of": figure.out_of})
        for figure in reversed(stated[-NAMED_DAYS:])
    ]


def _unknown(day, running):
    """What the register does not know on `day`, in numbers."""
    companies = itemised.parties(day)
    return {
        "agreements_unnamed": running.agreements.unnamed,
        "established_unnamed": running.established.unnamed,
        "companies_without_representative": companies.filter(representatives__isnull=True).count(),
        "companies_without_field": companies.filter(field__isnull=True).count(),
        "rounds_without_date": itemised.rounds_without_date(),
        "statements_without_day": itemised.statements_without_day(),
        "places_without_agreement": itemised.places_without_agreement(day),
    }
