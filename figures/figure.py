"""What a published figure is made of. Every page, file and answer that shows a figure reads it from here."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from django.db import models
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.partial_dates import PartialDate


class Unit(models.TextChoices):
    """What a value counts; it decides how the value is written."""

    AGREEMENTS = "agreements", _("agreements")
    COMPANIES = "companies", _("companies")
    ROUNDS = "rounds", _("signing rounds")
    STATEMENTS = "statements", _("official statements")
    POINTS = "points", _("agreed points")
    NUMBERS = "numbers", _("agreement numbers")
    STATED = "stated_numbers", _("stated numbers")
    PERCENT = "percent", _("percent")
    DAYS = "days", _("days")


class Aggregate(models.TextChoices):
    """How the value follows from the rows behind it."""

    SUM = "sum", _("the sum of the rows")
    RATE = "rate", _("the sum of the rows as a percentage of their bases")
    MEDIAN = "median", _("the median of the rows")


READ_AT_ONCE = 1000
_DAY_WORDS = {
    "agreement": _("signed"),
    "commitment": _("signed"),
    "company": _("first signed"),
    "round": _("signed"),
    "statement": pgettext_lazy("statement", "refers to"),
}


@dataclass(frozen=True)
class Row:
    """One row behind a figure.

    record, pk: which row of the register (`company`, 12); "" and None for what the register cannot name.
    amount: what it adds to the value (for a median: its value). base: for a rate, what it adds to the base.
    part: the part of a breakdown that it belongs to. label, address: how it is called, and its page ("" for none).
    day: the day it counts from, as far as known; None where it has none.
    """

    record: str
    pk: int | None
    label: str
    amount: int = 1
    base: int | None = None
    part: str = ""
    address: str = ""
    day: PartialDate | None = None
    note: str = ""

    @property
    def clocks(self):
        """What its page is to be asked instead of the reader's own day: a day of change leads to that day."""
        return {"as_of": str(self.day)} if self.record == "day" else {}

    @property
    def day_words(self):
        """What happened on its day, as far as that is the same for all rows of its record."""
        return _DAY_WORDS.get(self.record, "")


class Rows(Sequence):
    """The rows behind a figure, read when they are asked for: those of a query, then `others`.

    `as_row` makes a Row of an object of the query. Slices read only what they show.
    """

    def __init__(self, query=(), as_row: Callable | None = None, others: Iterable[Row] = ()):
        self.query, self.as_row, self.others = query, as_row, list(others)

    @cached_property
    def _found(self):
        return self.query.count() if isinstance(self.query, models.QuerySet) else len(self.query)

    def __len__(self):
        return self._found + len(self.others)

    def __getitem__(self, index):
        if isinstance(index, int):
            return self[index : index + 1][0]
        start, stop, _step = index.indices(len(self))
        named = [self.as_row(found) for found in self.query[start:stop]]
        return named + self.others[max(start - self._found, 0) : max(stop - self._found, 0)]

    def __iter__(self) -> Iterator[Row]:
        is_query = isinstance(self.query, models.QuerySet)
        for found in self.query.iterator(chunk_size=READ_AT_ONCE) if is_query else self.query:
            yield self.as_row(found)
        yield from self.others

    def of_part(self, key):
        """The rows of one part. A query that says the `part` of its rows is asked; other rows are looked through."""
        others = [row for row in self.others if row.part == key]
        if isinstance(self.query, models.QuerySet) and "part" in self.query.query.annotations:
            return Rows(self.query.filter(part=key), self.as_row, others)
        return Rows(others=[row for row in self if row.part == key])


@dataclass(frozen=True)
class Line:
    """One step of how a value came about. The amounts of all lines add up to the value. `address`: its evidence."""

    words: str
    amount: int
    day: PartialDate | None = None
    address: str = ""


@dataclass(frozen=True)
class LeftOut:
    """Rows that a figure does not count, and why. `key` names the reason in files, `reason` says it to a reader.

    day_words: what happened on the day of its rows; "" where that is as usual for their records (`Row.day_words`).
    """

    key: str
    reason: str
    rows: Rows
    day_words: str = ""


def when_asked(make, *arguments):
    """The lines or reasons that `make(*arguments)` gives, made when somebody reads them: a list of values does not."""
    return SimpleLazyObject(partial(make, *arguments))


@dataclass(frozen=True)
class Part:
    """One part of a breakdown; `is_unknown` for what is not known. The parts add up to the figure's value; for a rate,
    `value` is counted out of `base`, and both add up to what the rate is computed from."""

    key: str
    label: str
    value: int
    is_unknown: bool = False
    base: int | None = None


@dataclass(frozen=True)
class Explanation:
    """A figure on a day: its value (None: not known), how it came about, and its rows.

    lines: empty where the value is nothing but a count of its rows. itemised: how many of the value the register can
    name, None where the question does not arise. base: what a share is of, or of how many a median is, in words.
    """

    value: int | Decimal | None
    rows: Rows
    lines: Sequence[Line] = ()
    itemised: int | None = None
    left_out: Sequence[LeftOut] = ()
    parts: Sequence[Part] = ()
    base: str = ""


@dataclass(frozen=True)
class Figure:
    """A published number: its key in addresses, what it counts in words, and `explain(sums, day)`, which computes it.

    rule: how it is computed. base: what it starts from, or is a share of. left_out: what is not counted.
    version, set_on: of the rule; a rule that changes gets the next version and its day, and docs/adr says why.
    """

    key: str
    label: str
    definition: str
    rule: str
    base: str
    left_out: str
    unit: Unit
    explain: Callable[..., Explanation]
    aggregate: Aggregate = Aggregate.SUM
    version: int = 1
    set_on: datetime.date = datetime.date(2026, 11, 22)
