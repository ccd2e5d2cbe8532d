"""What the dashboard says of who is still here: retention by year of opening, and the time from signing to opening."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from figures.definitions import FIGURES
from figures.explained.retention import retention, retention_after
from figures.explained.time_to_opening import days_to_opening, opened_within_12_months
from figures.figure import Explanation, Figure
from figures.stays import read_stays


@dataclass(frozen=True)
class Shown:
    """A figure and what it is on the day. n, of: for a rate, how many of how many. heading: of its column."""

    figure: Figure
    explained: Explanation
    heading: str = ""

    @property
    def n(self):
        return sum(part.value for part in self.explained.parts)

    @property
    def of(self):
        return sum(part.base for part in self.explained.parts)


@dataclass(frozen=True)
class StillHere:
    """signed: companies with a dated agreement up to the day; opened: those of them whose opening day is known.
    rates: on the day, and 12 and 24 months after opening."""

    signed: int
    opened: int
    rates: list[Shown]
    days: Shown
    within: Shown

    @property
    def now(self):
        return self.rates[0]

    @property
    def years(self):
        """(year of opening, [(rate, its Part, or None where it is too early to say)]), the earliest first."""
        by_year = [(shown, {part.key: part for part in shown.explained.parts}) for shown in self.rates]
        return [
            (part.key, [(shown, parts.get(part.key)) for shown, parts in by_year]) for part in self.now.explained.parts
        ]


def still_here(day):
    """Two queries, whatever the size of the register."""
    stays = read_stays(day)
    signed = [stay for stay in stays if stay.counts]
    return StillHere(
        signed=len(signed),
        opened=sum(stay.opened_on is not None for stay in signed),
        rates=[
            Shown(FIGURES["retention"], retention(stays, day), _("on this day")),
            Shown(FIGURES["retention_12_months"], retention_after(12, stays, day), _("after 12 months")),
            Shown(FIGURES["retention_24_months"], retention_after(24, stays, day), _("after 24 months")),
        ],
        days=Shown(FIGURES["days_to_opening"], days_to_opening(stays, day)),
        within=Shown(FIGURES["opened_within_12_months"], opened_within_12_months(stays, day)),
    )
