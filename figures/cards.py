"""Frozen figures: what a figure was on a day, as an edition knew it.

Computed from the history of that edition, a card says the same whenever it is opened. Its checksum, which is also taken
over the rows behind the value, lets anybody see that it does.
"""

import datetime
import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal

from editions.models import Edition
from figures.figure import Figure


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


def read_card(figure, explanation, *, as_of, edition):
    """The card of an explanation, which must have been computed on `as_of` in the register of `edition`."""
    rows = sorted(json.dumps([row.record, row.pk, row.amount, row.base, row.part]) for row in explanation.rows)
    checksum = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return Card(figure, explanation.value, explanation.itemised, as_of, edition, explanation.base, len(rows), checksum)
