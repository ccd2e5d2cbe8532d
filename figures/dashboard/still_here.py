"""What the dashboard says of who is still here, and how long it takes from signing to opening."""

from dataclasses import dataclass

from figures.definitions import FIGURES
from figures.figure import Explanation, Figure


@dataclass(frozen=True)
class Shown:
    """A figure and what it is on the day. n, of: for a rate, how many of how many."""

    figure: Figure
    explained: Explanation

    @property
    def n(self):
        return sum(part.value for part in self.explained.parts)

    @property
    def of(self):
        return sum(part.base for part in self.explained.parts)


@dataclass(frozen=True)
class StillHere:
    """opened: companies that signed up to the day and whose opening day is known; now: those of them that are here;
    days: from signing to opening."""

    opened: int
    now: Shown
    days: Shown


def still_here(sums, day):
    """From sums alone: no company is read."""
    now, days = (Shown(FIGURES[key], FIGURES[key].explain(sums, day)) for key in ("retention", "days_to_opening"))
    return StillHere(opened=now.of, now=now, days=days)
