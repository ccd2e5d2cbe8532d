"""What the dashboard says of a day, put together from the rules; the page and nothing else reads it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from agreements.models import SigningRound, Statement, StatementFigure
from figures import itemised
from figures.breakdowns import with_bars
from figures.dashboard.chart import split
from figures.dashboard.over_time import draw_over_time
from figures.dashboard.still_here import StillHere, still_here
from figures.definitions import FIGURES
from figures.statements.checks import CHECKED, checked_numbers, checks_of, official_line
from figures.sums.rules import established_on, running_line

LATEST_ROUNDS = 3
LATEST_STATEMENTS = 6
NAMED_DAYS = 4
BREAKDOWNS = ("agreements_by_field", "established_by_district", "established_by_place_kind", "agreements_by_party")
POINTS = ("commitments_by_state", "commitments_overdue")
NOT_KNOWN = ("companies_without_representative", "companies_without_field")


@dataclass(frozen=True)
class Overview:
    """official: None where nobody said a number. bar: see _bar. years: (year, agreements, established) added in each.
    breakdowns, points: see with_bars. checks: (statement, {measure: Check}), the latest first. named_days: (day, words)
    to choose from. unknown: numbers by figure, and rows without a day."""

    official: object
    running: object
    bar: list
    over_time: object
    years: list
    breakdowns: list
    rounds: list
    checks: list
    named_days: list
    unknown: dict
    still_here: StillHere
    points: list


def overview(sums, day, today):
    """Everything the dashboard shows for `day`; the chart runs on to `today`."""
    official, running = official_line(day), running_line(sums, day)
    drawn = checked_numbers(sums)
    return Overview(
        official=official,
        running=running,
        bar=_bar(official, sums),
        over_time=draw_over_time(sums, drawn, day=day, today=today),
        years=_years(sums, day),
        breakdowns=[with_bars(FIGURES[key], sums, day) for key in BREAKDOWNS],
        rounds=_latest_rounds(day),
        checks=_latest_checks(sums, day),
        named_days=_named_days(drawn),
        unknown=_unknown(sums, day, running),
        still_here=still_here(day),
        points=[with_bars(FIGURES[key], sums, day) for key in POINTS],
    )


def _years(sums, day):
    """(year, agreements, established) added in each year up to `day`; each column adds up to its total on `day`."""
    added = [
        {part.key: part.value for part in FIGURES[key].explain(sums, day).parts}
        for key in ("agreements_by_year", "established_by_year")
    ]
    return [(year, *(parts.get(year, 0) for parts in added)) for year in sorted({*added[0], *added[1]})]


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
        .filter(as_of__lte=day, figures__measure__in=CHECKED)
        .distinct()
        .prefetch_related("figures")[:LATEST_STATEMENTS]
    )
    return [(statement, checks_of(statement, sums)) for statement in statements]


def _named_days(drawn):
    """The days of the latest official numbers with a base, as (day, words)."""
    figures = [checked.figure for checked in drawn]
    stated = [figure for figure in figures if figure.out_of and figure.certainty == StatementFigure.Certainty.EXACT]
    return [
        (figure.statement.as_of, _("%(value)s of %(out_of)s") % {"value": figure.value, "out_of": figure.out_of})
        for figure in reversed(stated[-NAMED_DAYS:])
    ]


def _unknown(sums, day, running):
    """What the register does not know on `day`: numbers, and the rows that no figure of a day counts."""
    return {
        **{key: FIGURES[key].explain(sums, day).value for key in NOT_KNOWN},
        "agreements_unnamed": running.agreements.unnamed,
        "established_unnamed": running.established.unnamed,
        "rounds_without_date": itemised.rounds_without_date(),
        "statements_without_day": itemised.statements_without_day(),
        "places_without_agreement": itemised.places_without_agreement(day),
    }
