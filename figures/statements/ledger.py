"""The ledger of official totals on a day: every stated number held against the register, with what can be narrowed."""

from dataclasses import dataclass

from django.db.models import Q

from agreements.models import Statement
from figures.statements.checks import Measure, Verdict, check, stated_up_to, stated_without_day


@dataclass(frozen=True)
class Choice:
    """A value that the ledger can be narrowed to; `value` "" for all. `count`: stated numbers it would then show."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Ledger:
    """checks: the stated numbers up to the day, the latest first. undated: those whose day is not known, which the
    figures leave out. silent: statements that state no number (shown where nothing is narrowed)."""

    checks: list
    undated: list
    silent: list
    verdicts: list
    measures: list

    @property
    def count(self):
        """How many stated numbers it shows, with and without a day: as many as its files hold."""
        return len(self.checks) + len(self.undated)


def read_ledger(sums, day, verdict="", measure=""):
    """The ledger of `day`, narrowed to a verdict, a measure or both."""
    checks = [check(figure, sums) for figure in stated_up_to(day)]
    undated = [check(figure, sums) for figure in stated_without_day()]
    every = [*checks, *undated]
    is_narrowed = verdict or measure
    return Ledger(
        checks=_narrowed(checks, verdict, measure),
        undated=_narrowed(undated, verdict, measure),
        silent=[] if is_narrowed else list(_silent(day)),
        verdicts=[_choice(value, label, every, value, measure) for value, label in Verdict.choices],
        measures=[
            _choice(value, label, every, verdict, value)
            for value, label in Measure.choices
            if _narrowed(every, "", value)
        ],
    )


def _silent(day):
    known = Q(as_of__lte=day) | Q(as_of__isnull=True)
    return Statement.objects.published().filter(known, figures__isnull=True)


def _narrowed(checks, verdict, measure):
    return [
        checked
        for checked in checks
        if (not verdict or checked.verdict == verdict) and (not measure or checked.figure.measure == measure)
    ]


def _choice(value, label, checks, verdict, measure):
    return Choice(value, label, len(_narrowed(checks, verdict, measure)))
