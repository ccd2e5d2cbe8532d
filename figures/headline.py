"""The numbers of the dashboard's first screen, as the gate compares them."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from figures.definitions import FIGURES
from figures.statements.checks import official_line
from figures.sums.rules import running_line


@dataclass(frozen=True)
class Headline:
    """The headline of a day: the running line, and the official one in its own terms (empty where nobody said one)."""

    agreements: int
    established: int
    rate: Decimal | None
    official: str

    def rows(self):
        """(key of the figure, label, value) in the order of the dashboard; an empty value: not known."""
        rate = None if self.rate is None else f"{self.rate}%"
        values = {"agreements": self.agreements, "established": self.established, "establishment_rate": rate}
        return [
            ("official_established", _("official statement"), self.official),
            *((key, FIGURES[key].label, "" if value is None else value) for key, value in values.items()),
        ]


def side_by_side(before, after):
    """(key of the figure, label, before, after) of two headlines, in the order of the dashboard."""
    return [(*told, new) for told, (*_same, new) in zip(before.rows(), after.rows(), strict=True)]


def read_headline(sums, day):
    """The Headline of `day` in the register that is being read, of which `sums` are the sums."""
    line, official = running_line(sums, day), official_line(day)
    said = f"{official.established} / {official.out_of or '–'}" if official else ""
    return Headline(line.agreements.value, line.established.value, line.rate, said)
