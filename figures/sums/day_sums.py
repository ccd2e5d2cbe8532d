"""The register summed by day, in SQL: a handful of queries whose results grow with days, never with rows.

`rules.py` computes every total, of any day, from these sums alone.
"""

import datetime
from dataclasses import dataclass, field

from django.db.models import Count, F, Sum, Window
from django.db.models.functions import RowNumber

from agreements.models import Agreement, SigningRound, StatementFigure
from figures.sums.parts import reading_of
from figures.sums.sql_files import rows_of
from figures.sums.steps import Steps, steps_by_part


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
    parts: what was read of `parts_of`.
    """

    signed: Steps
    recorded: Steps
    standing: Steps
    agreement_points: list
    established_points: list
    since: dict
    parts: dict = field(default_factory=dict)

    def parts_of(self, name):
        """{part: Steps} of a name in `parts.py`; read when it is asked for first, in the register of whoever asks."""
        if name not in self.parts:
            for read, steps in reading_of(name).read().items():
                self.parts[read] = steps
        return self.parts[name]

    def parts_on(self, name, day):
        """{part: how many on `day`}; parts of nothing are not in it."""
        found = {part: steps.up_to(day) for part, steps in self.parts_of(name).items()}
        return {part: count for part, count in found.items() if count}


def read_day_sums():
    """The sums of the present register. Drafts, rounds without a date and undated statements take no part."""
    return DaySums(
        signed=read_signed(),
        recorded=read_recorded(),
        standing=read_standing(),
        agreement_points=read_agreement_points(),
        established_points=read_established_points(),
        since=read_since(),
    )


def read_signed():
    return Steps(_dated_rounds().with_size().values_list("signed_on").annotate(total=Sum("size")))


def read_recorded():
    dated = Agreement.objects.public().filter(round__signed_on__isnull=False).order_by()
    return Steps(dated.values_list("round__signed_on").annotate(total=Count("pk")))


def read_standing():
    return Steps(rows_of("stood.sql", "standing.sql"))


def read_since():
    return steps_by_part(rows_of("moved.sql", "since.sql"))


def read_established_points():
    return _statement_points(StatementFigure.Measure.ESTABLISHED)


def read_agreement_points():
    """What was stated, and of the numbers printed for the rounds of a day the highest: no other can be a base."""
    return sorted([*_statement_points(StatementFigure.Measure.AGREEMENTS), *_printed_points()], key=_order)


def _dated_rounds():
    return SigningRound.objects.published().filter(signed_on__isnull=False).order_by()


def _statement_points(measure):
    rows = StatementFigure.objects.evidence(measure).values_list("statement__as_of", "value", "statement_id")
    return sorted((Point(day, value, statement_id=pk) for day, value, pk in rows), key=_order)


def _printed_points():
    highest = Window(RowNumber(), partition_by="signed_on", order_by=F("last_number").desc())
    rows = _dated_rounds().printed().annotate(place=highest).filter(place=1)
    return [Point(day, total, round_id=pk) for day, total, pk in rows.values_list("signed_on", "last_number", "pk")]


def _order(point):
    return point.day, point.total


def companies_moved(*, after, until):
    """(day, company, change) of each known opening and closing in these days that the sums `since` add up; +1 or −1."""
    return rows_of("moved.sql", "moves.sql", days=(after, until))


def companies_standing(*, after, until):
    """(day, company, change) of each company that began or ceased to have an open place, as `standing` adds up."""
    return rows_of("stood.sql", "moves.sql", days=(after, until))
