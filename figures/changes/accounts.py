"""Why a figure is another one: the lines between its value on one day, as one edition knew it, and on another.

Two legs: first what the register learned about the first day, then what happened in the days after it, as the later
edition knows them. Every line is the step from one value to the next, so that the lines always add up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.rates import rate
from figures.changes.days import TOTALS, lines_of_days
from figures.changes.editions import lines_of_editions
from figures.changes.rows import accounts_of_rows, value_at
from figures.changes.span import Span
from figures.sums.kept import sums_of


class ChangesDoNotAddUp(RuntimeError):
    """The lines of a change give another difference than the figure: a fault of the program."""


class Leg(models.TextChoices):
    """Which of the two clocks moves: the edition first, then the day."""

    LEARNED = "learned", _("What the register learned")
    HAPPENED = "happened", _("What happened in the days after")


@dataclass(frozen=True)
class Account:
    """One sum: `before` + the lines learned = `between`, the first day at the later edition; that + the lines of what
    happened = `after`. ChangesDoNotAddUp where it is not so."""

    key: str
    label: str
    before: int
    between: int
    after: int
    learned: Sequence
    happened: Sequence

    def __post_init__(self):
        legs = (self.before, self.learned, self.between), (self.between, self.happened, self.after)
        for before, lines, after in legs:
            given = before + sum(line.amount for line in lines)
            if given != after:
                raise ChangesDoNotAddUp(f"{self.key}: the lines give {given}, the figure is {after}.")

    @property
    def difference(self):
        return self.after - self.before

    def legs(self):
        """(Leg, lines, sum of the lines) of each."""
        return [
            (Leg.LEARNED, self.learned, self.between - self.before),
            (Leg.HAPPENED, self.happened, self.after - self.between),
        ]


@dataclass(frozen=True)
class Changes:
    """A figure at both ends (None: not known) and the accounts of what it is made of: of a sum itself; of a rate its
    parts and what they are a share of; of a median how many it is the median of."""

    span: Span
    before: int | Decimal | None
    after: int | Decimal | None
    accounts: Sequence[Account]

    @property
    def difference(self) -> int | Decimal | None:
        return None if self.before is None or self.after is None else self.after - self.before


def changes_of(figure, span):
    """Why `figure` (of definitions.FIGURES) changed over `span`."""
    if figure.key in TOTALS:
        account = _account_of_total(figure.key, span)
        return Changes(span, account.before, account.after, [account])
    if figure.key == "establishment_rate":
        parts = [_account_of_total(key, span) for key in ("established", "agreements")]
        before, after = rate(*(part.before for part in parts)), rate(*(part.after for part in parts))
        return Changes(span, before, after, parts)
    accounts = [Account(*sums) for sums in accounts_of_rows(figure, span)]
    before = value_at(figure, span.first_edition, span.first_day)
    return Changes(span, before, value_at(figure, span.last_edition, span.last_day), accounts)


def _account_of_total(key, span):
    total = TOTALS[key]

    def value(edition, day):
        return total.on(sums_of(edition), day).value

    return Account(
        key,
        total.label,
        before=value(span.first_edition, span.first_day),
        between=value(span.last_edition, span.first_day),
        after=value(span.last_edition, span.last_day),
        learned=lines_of_editions(lambda edition: value(edition, span.first_day), key, span),
        happened=lines_of_days(total, span),
    )
