"""What officials said: the official line of a day, and every statement held against the register."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from agreements.models import Statement, StatementFigure
from common.rates import rate
from figures.sums.rules import Total, agreements_on, established_on, evidence_before
from sources.models import published_sources

Measure = StatementFigure.Measure
CHECKED = (Measure.AGREEMENTS, Measure.ESTABLISHED)


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
        .prefetch_related(published_sources("statement__sources"))
        .order_by("-statement__as_of", "-statement_id")
        .first()
    )
    return OfficialLine(figure.statement, figure) if figure else None


class Unchecked(models.TextChoices):
    """Why a stated number cannot be held against the register."""

    NO_DAY = "no_day", _("the day that it refers to is not known")
    NO_RULE = "no_rule", _("the register does not compute this measure")


class Verdict(models.TextChoices):
    """What came of holding a stated number against the register."""

    AGREED = "agreed", _("agrees")
    OFF = "off", _("differs")
    UNCHECKED = "unchecked", _("cannot be checked")


@dataclass(frozen=True)
class Check:
    """A stated number beside `total`, what the rules give for its day from the evidence before it.

    `total`, and with it `expected` and `difference` (stated less expected), are None where it cannot be checked;
    `reason` says why.
    """

    figure: StatementFigure
    total: Total | None

    @property
    def expected(self) -> int | None:
        return None if self.total is None else self.total.value

    @property
    def difference(self) -> int | None:
        return None if self.total is None else self.figure.value - self.total.value

    @property
    def verdict(self) -> Verdict:
        if self.total is None:
            return Verdict.UNCHECKED
        return Verdict.OFF if self.difference else Verdict.AGREED

    @property
    def reason(self) -> Unchecked | None:
        if self.total is not None:
            return None
        return Unchecked.NO_DAY if self.figure.statement.as_of is None else Unchecked.NO_RULE


def check(figure, sums):
    """Reconcile one stated number. `figure.statement` must be loaded."""
    day = figure.statement.as_of
    if day is None or figure.measure not in CHECKED:
        return Check(figure, None)
    if figure.measure == Measure.AGREEMENTS:
        return Check(figure, agreements_on(sums, day, evidence_before(sums.agreement_points, day)))
    return Check(figure, established_on(sums, day, evidence_before(sums.established_points, day)))


def checks_of(statement, sums):
    """{measure: Check} of the statement's numbers, which are best prefetched (`figures`)."""
    checks = {}
    for figure in statement.figures.all():
        figure.statement = statement
        checks[figure.measure] = check(figure, sums)
    return checks


def stated_numbers():
    """Every published stated number, the latest day first; those whose day is not known last."""
    order = [F("statement__as_of").desc(nulls_last=True), "-statement_id", "pk"]
    return StatementFigure.objects.public().select_related("statement").order_by(*order)


def stated_up_to(day):
    """The stated numbers of statements that speak of `day` or a day before: those that the ledger of `day` counts."""
    return stated_numbers().filter(statement__as_of__lte=day)


def stated_without_day():
    """The stated numbers of statements whose day is not known: they take no part."""
    return stated_numbers().filter(statement__as_of__isnull=True)


def checked_numbers(sums):
    """The Check of every stated number that can be checked, the earliest first."""
    figures = stated_numbers().filter(measure__in=CHECKED, statement__as_of__isnull=False)
    return [check(figure, sums) for figure in figures.order_by("statement__as_of", "statement_id", "pk")]


def unreconciled(sums):
    """The stated numbers that differ from what the register gives for their day, the earliest first."""
    return [checked for checked in checked_numbers(sums) if checked.difference]
