"""Frozen figures: what a figure was on a day, as an edition knew it.

Computed from the history of that edition, a card says the same whenever it is opened. Its checksum, which is also taken
over the rows behind the value, lets anybody see that it does.
"""

import datetime
import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from common.partial_dates import PartialDate, Precision
from editions.models import Edition
from figures.figure import Figure
from figures.values import in_words

_TEX = {"\\": r"\textbackslash{}"} | {mark: rf"\{mark}" for mark in "&%$#_{}"}


@dataclass(frozen=True)
class Card:
    """A figure on `as_of` as `edition` knew it.

    itemised: how many of the value the register can name, None where that is no question; rows: how many rows stand
    behind the value.
    """

    figure: Figure
    value: int | Decimal | None
    itemised: int | None
    as_of: datetime.date
    edition: Edition
    base: str
    rows: int
    rows_checksum: str

    @property
    def statement(self):
        """What the checksum is taken of: one line of JSON, the same in every language."""
        return json.dumps(
            {
                "figure": self.figure.key,
                "rule": self.figure.version,
                "as_of": self.as_of.isoformat(),
                "edition": self.edition.number,
                "edition_made_at": self.edition.made_at.astimezone(datetime.UTC).isoformat(timespec="seconds"),
                "value": None if self.value is None else str(self.value),
                "itemised": self.itemised,
                "rows": self.rows,
                "rows_sha256": self.rows_checksum,
            }
        )

    @property
    def checksum(self):
        return hashlib.sha256(self.statement.encode()).hexdigest()

    @property
    def value_in_words(self):
        """The value, and beside it what it is a share of, or how many of it the register can name."""
        value = in_words(self.value, self.figure.unit)
        if self.base:
            return f"{value} ({self.base})"
        if self.itemised is None:
            return value
        named = in_words(self.itemised, self.figure.unit)
        return _("%(value)s (by name in the register: %(named)s)") % {"value": value, "named": named}

    def citation(self, address):
        """One sentence that names what was said, when, by which edition, and where it stands."""
        return _(
            "%(site)s. “%(label)s”: %(value)s as of %(day)s (edition %(edition)d of %(published)s, rule version "
            "%(rule)d). %(address)s"
        ) % self._words(address)

    def bibtex(self, address):
        """The same as an entry of a bibliography."""
        words = {name: tex(str(value)) for name, value in self._words(address).items()}
        note = _("Edition %(edition)s of %(published)s, rule version %(rule)s, SHA-256 %(checksum)s") % {
            **words,
            "checksum": self.checksum,
        }
        return (
            f"@misc{{gwangju-ai-{self.figure.key}-{self.as_of:%Y%m%d}-{self.edition.number},\n"
            f"  title = {{{{{words['site']}: {words['label']}, {words['value']}, {words['day']}}}}},\n"
            f"  year = {{{self.edition.made_on.year}}},\n"
            f"  note = {{{note}}},\n"
            f"  url = {{{address}}}\n"
            "}"
        )

    def _words(self, address):
        return {
            "site": _("Gwangju AI agreements"),
            "label": self.figure.label,
            "value": self.value_in_words,
            "day": PartialDate(self.as_of, Precision.DAY).in_words(),
            "edition": self.edition.number,
            "published": PartialDate(self.edition.made_on, Precision.DAY).in_words(),
            "rule": self.figure.version,
            "address": address,
        }


def read_card(figure, explanation, *, as_of, edition):
    """The card of an explanation, which must have been computed on `as_of` in the register of `edition`."""
    rows = sorted(json.dumps([row.record, row.pk, row.amount, row.base, row.part]) for row in explanation.rows)
    checksum = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return Card(figure, explanation.value, explanation.itemised, as_of, edition, explanation.base, len(rows), checksum)


def tex(text):
    """`text` with every mark escaped that TeX would take for a command."""
    return "".join(_TEX.get(mark, mark) for mark in text)
