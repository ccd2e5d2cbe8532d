"""What officials said: the official line of a day, and every statement held against the register."""

from dataclasses import dataclass
from decimal import Decimal

from agreements.models import Statement, StatementFigure
from common.rates import rate
from figures.rules import agreements_on, established_on, evidence_before

Measure = StatementFigure.Measure


@dataclass(frozen=True)
class OfficialLine:
    """The latest official number of established companies, in its own terms."""

    statement: Statement
    figure: StatementFigure

    @property
    def established(self) -> int:
        return self.figure.value

    @property
    def out_of(self) -> int | None:
        """The base that was said with it; None where none was said."""
        return self.figure.out_of

    @property
    def rate(self) -> Decimal | None:
        return rate(self.established, self.out_of)

    @property
    def is_about(self) -> bool:
        return self.figure.certainty == StatementFigure.Certainty.ABOUT


def official_line(day):
    """The latest statement up to `day` with an established number that is not disputed; None where there is none."""
    figure = (
        StatementFigure.objects.public()
        .filter(measure=Measure.ESTABLISHED, statement__as_of__lte=day)
        .exclude(certainty=StatementFigure.Certainty.DISPUTED)
        .select_related("statement")
        .prefetch_related("statement__sources")
        .order_by("-statement__as_of", "-statement_id")
        .first()
    )
    return OfficialLine(figure.statement, figure) if figure else None


@dataclass(frozen=True)
class Check:
    """A stated number beside what the rules give for its day from the evidence before it.

    `expected` and `difference` (stated less expected) are None where it cannot be checked: the statement has no day,
    or the measure is none that the register computes.
    """

    figure: StatementFigure
    expected: int | None

    @property
    def difference(self) -> int | None:
        return None if self.expected is None else self.figure.value - self.expected

    @property
    def verdict(self) -> str:
        if self.difference is None:
            return "unchecked"
        return "agreed" if self.difference == 0 else "off"


def check(figure, sums):
    """Reconcile one stated number. `figure.statement` must be loaded."""
    day, pk = figure.statement.as_of, figure.statement_id
    if day is None:
        return Check(figure, None)
    if figure.measure == Measure.AGREEMENTS:
        points = evidence_before(sums.agreement_points, pk, day)
        return Check(figure, agreements_on(sums, day, points).value)
    if figure.measure == Measure.ESTABLISHED:
        points = evidence_before(sums.established_points, pk, day)
        return Check(figure, established_on(sums, day, points).value)
    return Check(figure, None)


def unreconciled(sums):
    """The stated numbers that differ from what the register gives for their day, the earliest first."""
    figures = StatementFigure.objects.public().filter(
        measure__in=[Measure.AGREEMENTS, Measure.ESTABLISHED], statement__as_of__isnull=False
    )
    figures = figures.select_related("statement").order_by("statement__as_of", "statement_id", "pk")
    return [checked for checked in (check(figure, sums) for figure in figures) if checked.difference]
