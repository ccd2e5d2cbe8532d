"""What the dashboard says of who is still here, and how long it takes from signing to opening."""

from dataclasses import dataclass

from figures.definitions import FIGURES
from figures.explained.retention import retention
from figures.explained.time_to_opening import days_to_opening
from figures.figure import Explanation, Figure
from figures.stays import read_stays


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


def still_here(day):
    """Two queries, whatever the size of the register."""
    stays = read_stays(day)
    return StillHere(
        opened=sum(stay.opened_on is not None for stay in stays if stay.counts),
        now=Shown(FIGURES["retention"], retention(stays, day)),
        days=Shown(FIGURES["days_to_opening"], days_to_opening(stays, day)),
    )
