"""The register summed by day, in SQL: a handful of queries whose results grow with days, never with rows.

`rules.py` computes every total, of any day, from these sums alone.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.db.models import Count, Sum

from agreements.models import Agreement, SigningRound, StatementFigure
from figures.sums.steps import Steps

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True, order=True)
class Point:
    """Evidence of a total: on `day` it stood at `total`, as a statement said or a printed number shows."""

    day: datetime.date
    total: int
    statement_id: int | None = None
    round_id: int | None = None


@dataclass(frozen=True)
class DaySums:
    """What the rules work on.

    signed: sizes of published rounds, by day of signing. recorded: agreements recorded, likewise.
    standing: companies with an open place (+1 when the first opens, −1 when the last closes).
    agreement_points, established_points: evidence of totals, in order of day and total.
    since: for the day of each established point, the known openings and closings after it, until the next point.
    """

    signed: Steps
    recorded: Steps
    standing: Steps
    agreement_points: list
    established_points: list
    since: dict


def read_day_sums():
    """The sums of the present register. Drafts, rounds without a date and undated statements take no part."""
    rounds = SigningRound.objects.published().filter(signed_on__isnull=False).order_by()
    established = _statement_points(StatementFigure.Measure.ESTABLISHED)
    return DaySums(
        signed=Steps(rounds.with_size().values_list("signed_on").annotate(total=Sum("size"))),
        recorded=Steps(
            Agreement.objects.public()
            .filter(round__signed_on__isnull=False)
            .order_by()
            .values_list("round__signed_on")
            .annotate(total=Count("pk"))
        ),
        standing=Steps(_rows("stood.sql", "standing.sql")),
        agreement_points=sorted(
            [*_statement_points(StatementFigure.Measure.AGREEMENTS), *_printed_points(rounds)], key=_order
        ),
        established_points=established,
        since=_since(_rows("moved.sql", "since.sql")),
    )


def _statement_points(measure):
    rows = StatementFigure.objects.evidence(measure).values_list("statement__as_of", "value", "statement_id")
    return sorted((Point(day, value, statement_id=pk) for day, value, pk in rows), key=_order)


def _printed_points(rounds):
    rows = rounds.printed().values_list("signed_on", "last_number", "pk")
    return [Point(day, total, round_id=pk) for day, total, pk in rows]


def _order(point):
    return point.day, point.total


def _since(rows):
    changes = {}
    for base, day, change in rows:
        changes.setdefault(base, []).append((day, change))
    return {base: Steps(pairs) for base, pairs in changes.items()}


def companies_moved(*, after, until):
    """(day, company, change) of each known opening and closing in these days that the sums `since` add up; +1 or −1."""
    return _rows("moved.sql", "moves.sql", days=(after, until))


def companies_standing(*, after, until):
    """(day, company, change) of each company that began or ceased to have an open place, as `standing` adds up."""
    return _rows("stood.sql", "moves.sql", days=(after, until))


def _rows(*files, days=None):
    """The rows of a query kept in files; SQLite gives days as text."""
    with connection.cursor() as cursor:
        cursor.execute("".join((SQL / file).read_text() for file in files), days)
        return [tuple(_as_day(value) for value in row) for row in cursor.fetchall()]


def _as_day(value):
    return datetime.date.fromisoformat(value) if isinstance(value, str) else value
