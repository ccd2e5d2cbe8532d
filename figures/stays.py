"""When each company signed, opened and was there: what retention and the time to opening are computed from.

Two queries over days alone, whatever the size of the register; the companies themselves are read for the rows shown.
"""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from django.db.models import Min
from django.utils.translation import gettext as _

from agreements.models import Agreement
from common.partial_dates import PartialDate, Precision
from companies.models import Company, Establishment
from editions.models import Publishable
from figures.figure import LeftOut, Part, Rows
from figures.rows import company_row

BATCH = 500


class Signing(Enum):
    """Whether a company's first agreement counts on a day, and if not, why."""

    COUNTS = "counts"
    AFTER_THE_DAY = "after_the_day"
    NO_DATE = "no_date"
    NO_AGREEMENT = "no_agreement"


class Place(NamedTuple):
    """A place seen up to the day. opened_on: None where it is only known to have been there on `opens`."""

    opened_on: datetime.date | None
    precision: str
    opens: datetime.date
    closes: datetime.date


class Stay(NamedTuple):
    """A company up to a day. signed_on: its first dated agreement where it counts. places: those seen up to the day.

    opened_on: the earliest opening day known, or None. began_on: the day from which its stay counts, which is
    opened_on, but not before it signed; None where no day is known or no agreement counts.
    """

    company: int
    signing: Signing
    signed_on: datetime.date | None
    places: list[Place]
    opened_on: datetime.date | None
    began_on: datetime.date | None

    @property
    def counts(self):
        return self.signing is Signing.COUNTS

    @property
    def opening(self):
        """`opened_on` as far as it is known, or None."""
        known = [PartialDate(place.opened_on, place.precision) for place in self.places if place.opened_on]
        return min(known, key=lambda date: (date.last_day, date.precision != Precision.DAY), default=None)

    def is_open_on(self, day):
        return any(place.opens <= day < place.closes for place in self.places)


def read_stays(day):
    """The stay up to `day` of every published company that signed with the city or has a place there, in order of
    the first opening, those without one last."""
    places = defaultdict(list)
    seen = Establishment.objects.public().with_span().filter(opens__lte=day).order_by()
    for company, *place in seen.values_list("company", "opened_on", "opened_on_precision", "opens", "closes"):
        places[company].append(Place(*place))
    agreements = Agreement.objects.public().filter(company__status=Publishable.Status.PUBLISHED).order_by()
    signed = dict(agreements.values_list("company").annotate(first=Min("round__signed_on")))
    stays = [_stay(company, signed, places, day) for company in {**signed, **places}]
    return sorted(stays, key=lambda stay: (stay.opened_on or datetime.date.max, stay.company))


def _stay(company, signed, places, day):
    first, seen = signed.get(company), places.get(company, [])
    opened = min((place.opened_on for place in seen if place.opened_on), default=None)
    signing = _signing(company in signed, first, day)
    if signing is not Signing.COUNTS:
        return Stay(company, signing, None, seen, opened, None)
    return Stay(company, signing, first, seen, opened, opened and max(opened, first))


def _signing(has_agreement, first, day):
    if not has_agreement:
        return Signing.NO_AGREEMENT
    if first is None:
        return Signing.NO_DATE
    return Signing.COUNTS if first <= day else Signing.AFTER_THE_DAY


class _WithCompanies(Sequence):
    """Stays, each with its company, which is read for the slice that is shown and no other."""

    def __init__(self, stays, day):
        self.stays, self.day = list(stays), day

    def __len__(self):
        return len(self.stays)

    def __getitem__(self, index):
        stays = self.stays[index]
        companies = Company.objects.with_first_signed_on(self.day).with_first_signed_on_precision()
        found = companies.prefetch_related("aliases").in_bulk([stay.company for stay in stays])
        return [(stay, found[stay.company]) for stay in stays]

    def __iter__(self):
        for start in range(0, len(self), BATCH):
            yield from self[start : start + BATCH]


class StayRows(Rows):
    """A Row of each stay, read when it is shown. part: the part of a breakdown of a stay. said: functions of a stay and
    its company, which has `first_signed_on` and its precision; each gives what Row calls by its name."""

    def __init__(self, stays, as_of, part=lambda stay: "", **said):
        self.stays, self.as_of, self.part, self.said = stays, as_of, part, said
        super().__init__(_WithCompanies(stays, as_of), self._row)

    def of_part(self, key):
        return StayRows([stay for stay in self.stays if self.part(stay) == key], self.as_of, self.part, **self.said)

    def _row(self, found):
        stay, company = found
        said = {name: say(stay, company) for name, say in self.said.items()}
        return replace(company_row(company), part=self.part(stay), **said)


def parts_by_year(counted, name):
    """The Parts of a rate by year, from its sums: of `all 2022`, those `<name> 2022`; the earliest first."""
    years = sorted(part.removeprefix("all ") for part in counted if part.startswith("all "))
    return [Part(year, year, counted.get(f"{name} {year}", 0), base=counted[f"all {year}"]) for year in years]


def groups_left_out(groups, day):
    """A LeftOut of each (key, reason, stays) that holds any; its rows add nothing to anything."""
    return [
        LeftOut(key, reason, StayRows(stays, day, amount=lambda stay, company: 0, day=known_opening), _("opened"))
        for key, reason, stays in groups
        if stays
    ]


def known_opening(stay, company):
    """The day of a Row that counts from the opening; None where that is not known."""
    return stay.opening


def without_opening(stays):
    """(key, reason, stays) of all that have no opening day to count from, by why."""
    counted = [stay for stay in stays if stay.counts and stay.opened_on is None]
    seen = [stay for stay in counted if stay.places]
    unseen = [stay for stay in counted if not stay.places]
    return [
        ("no_opening_day", _("seen in the city, but the day it opened is not known"), seen),
        (
            "no_evidence_of_opening",
            _("no evidence up to this day that it opened, which does not mean that it did not"),
            unseen,
        ),
        *without_signing(stays),
    ]


def without_signing(stays):
    """(key, reason, stays) of all whose agreement does not count on the day, by why."""
    by_signing = defaultdict(list)
    for stay in stays:
        by_signing[stay.signing].append(stay)
    reasons = {
        Signing.AFTER_THE_DAY: _("signed after this day"),
        Signing.NO_DATE: _("the day of its agreement is not known"),
        Signing.NO_AGREEMENT: _("a place in the city, but no agreement"),
    }
    return [(signing.value, reason, by_signing[signing]) for signing, reason in reasons.items()]
