"""What the dashboard says of a day, put together from the rules; the page and nothing else reads it."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Prefetch
from django.utils.translation import gettext as _

from agreements.models import Agreement, SigningRound, Statement, StatementFigure
from common.rates import rate
from companies.tables import name_in_language, names_read
from figures.dashboard.chart import split
from figures.dashboard.over_time import draw_over_time
from figures.dashboard.parts import shortened
from figures.dashboard.still_here import StillHere, still_here
from figures.definitions import FIGURES
from figures.statements.checks import CHECKED, checked_numbers, checks_of, official_line
from figures.sums.rules import established_on, running_line

LATEST_ROUNDS = 3
NAMED_PARTIES = 3
LATEST_STATEMENTS = 4
NAMED_DAYS = 3
# The day of the report that the register began with: it is always among the days to choose from.
FOUNDING_DAY = datetime.date(2022, 3, 23)
BREAKDOWNS = ("agreements_by_field", "established_by_district", "established_by_place_kind", "agreements_by_party")
NOT_KNOWN = ("companies_without_representative", "companies_without_field")
LEFT_OUT = ("rounds_without_date", "statements_without_day", "places_without_agreement")


@dataclass(frozen=True)
class Meter:
    """How many of a total the register can name. key: the figure of those named; of: the figure of all."""

    key: str
    of: str
    named: int
    value: int

    @property
    def rate(self) -> Decimal | None:
        return rate(self.named, self.value)

    @property
    def share(self) -> str:
        """The length of the meter in percent, as SVG takes it."""
        return str(self.rate)


@dataclass(frozen=True)
class Since:
    """What the register's totals have more than the official line said (less: below zero); rate in percentage
    points."""

    agreements: int
    established: int
    rate: Decimal


@dataclass(frozen=True)
class Signing:
    """A round with the names of its first parties; rest: how many parties it has beside them."""

    round: SigningRound
    names: list

    @property
    def rest(self):
        return self.round.size - len(self.names)


@dataclass(frozen=True)
class Overview:
    """official: None where nobody said a number. since, bar, points: see _since, _bar, _points.
    years: (year, agreements, established) added in each. checks: (statement, {measure: Check}), the latest first.
    named_days: (day, words) to choose from. unknown: numbers by figure. left_out: (figure, how many rows) that no
    figure of a day counts."""

    official: object
    running: object
    since: Since | None
    bar: list
    meters: list
    over_time: object
    years: list
    breakdowns: list
    signings: list
    checks: list
    named_days: list
    unknown: dict
    left_out: list
    still_here: StillHere
    points: tuple

    @property
    def knows_nothing(self):
        """Whether neither an agreement nor an opening is known up to the day."""
        return not (self.running.agreements.value or self.running.established.value)


def overview(sums, day, today):
    """Everything the dashboard shows for `day`; the chart runs on to `today`."""
    official, running = official_line(day), running_line(sums, day)
    drawn = checked_numbers(sums)
    return Overview(
        official=official,
        running=running,
        since=_since(official, running),
        bar=_bar(official, sums),
        meters=_meters(running),
        over_time=draw_over_time(sums, drawn, day=day, today=today),
        years=_years(sums, day),
        breakdowns=[shortened(FIGURES[key], FIGURES[key].explain(sums, day)) for key in BREAKDOWNS],
        signings=_latest_signings(day),
        checks=_latest_checks(sums, day),
        named_days=_named_days(drawn, today),
        unknown=_unknown(sums, day, running),
        left_out=_left_out(sums, day),
        still_here=still_here(sums, day),
        points=_points(sums, day),
    )


def _since(official, running):
    """The Since of a day; None where no base was stated, or none is known to the register."""
    if official is None or not official.out_of or running.rate is None:
        return None
    return Since(
        running.agreements.value - official.out_of,
        running.established.value - official.established,
        running.rate - official.rate,
    )


def _meters(running):
    totals = [
        ("agreements_recorded", "agreements", running.agreements),
        ("established_named", "established", running.established),
    ]
    return [Meter(key, of, total.itemised, total.value) for key, of, total in totals if total.value]


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


def _latest_signings(day):
    """The latest first, as everywhere; said without "nulls last", for these have a day, so that an index gives them."""
    named = Agreement.objects.named().prefetch_related(*names_read("company__"))
    parties = Prefetch("agreements", named, to_attr="named")
    rounds = SigningRound.objects.published().signed_by(day).with_size().prefetch_related(parties)
    rounds = rounds.order_by("-signed_on", F("last_number").desc(nulls_last=True), "-pk")[:LATEST_ROUNDS]
    return [
        Signing(round, [name_in_language(party.company) for party in round.named[:NAMED_PARTIES]]) for round in rounds
    ]


def _latest_checks(sums, day):
    """The latest statements with their checked numbers: [(statement, {measure: check}), …]."""
    statements = (
        Statement.objects.published()
        .filter(as_of__lte=day, figures__measure__in=CHECKED)
        .distinct()
        .prefetch_related("figures")[:LATEST_STATEMENTS]
    )
    return [(statement, checks_of(statement, sums)) for statement in statements]


def _named_days(drawn, today):
    """The days of the latest official numbers with a base, and the founding day, as (day, words), the latest first."""
    figures = [checked.figure for checked in drawn if checked.figure.statement.as_of <= today]
    stated = [figure for figure in figures if figure.out_of and figure.certainty == StatementFigure.Certainty.EXACT]
    days = {
        figure.statement.as_of: _("%(value)s of %(out_of)s") % {"value": figure.value, "out_of": figure.out_of}
        for figure in stated
    }
    latest = sorted(days, reverse=True)[:NAMED_DAYS]
    named = [*latest, *({FOUNDING_DAY} & set(days) - set(latest))]
    return [(day, days[day]) for day in named]


def _unknown(sums, day, running):
    """What the register does not know on `day`, as numbers."""
    return {
        **{key: FIGURES[key].explain(sums, day).value for key in NOT_KNOWN},
        "agreements_unnamed": running.agreements.unnamed,
        "established_unnamed": running.established.unnamed,
    }


def _left_out(sums, day):
    counted = [(FIGURES[key], FIGURES[key].explain(sums, day).value) for key in LEFT_OUT]
    return [(figure, count) for figure, count in counted if count]


def _points(sums, day):
    """(agreed points, how many of them have a known state)."""
    explained = FIGURES["commitments_by_state"].explain(sums, day)
    return explained.value, sum(part.value for part in explained.parts if not part.is_unknown)
