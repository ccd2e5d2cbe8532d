"""The companies behind `since.sql`: whose known opening or closing moves `established` after its base, one by one.

The conditions are those of the query that sums them (see there); a test holds the two together.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q

from common.partial_dates import PartialDate
from companies.models import Company, Establishment


@dataclass(frozen=True)
class Move:
    """A company that came (+1) or went (−1) after the base; `day`: as far as known, when that counts from."""

    company: Company
    change: int
    day: PartialDate


def moves_since(base, day):
    """The moves after the day `base`, up to `day`, in order of days."""
    places = Establishment.objects.filter(company=OuterRef("pk"))
    evident = Prefetch(
        "establishments", Establishment.objects.with_span().filter(opens__isnull=False), to_attr="evident"
    )
    companies = (
        Company.objects.published()
        .with_first_signed_on(day)
        .with_first_signed_on_precision()
        .filter(first_signed_on__isnull=False)
        .annotate(was_open=Exists(_open(places, base)), is_open=Exists(_open(places, day)))
        .annotate(is_known_open=Exists(_open(places, day).filter(opened_on__lte=day)))
        .prefetch_related("aliases", evident)
    )
    came = Q(first_signed_on__gt=base) | Q(was_open=False)
    opened = companies.filter(came, is_known_open=True)
    closed = companies.filter(was_open=True, is_open=False, first_signed_on__lte=base)
    moves = [Move(company, 1, _opening(company, day)) for company in opened]
    moves += [Move(company, -1, _closing(company, day)) for company in closed]
    return sorted(moves, key=lambda move: (move.day.last_day, move.company.sort_key, move.company.pk))


def _open(places, day):
    """Places open on `day` by known closings alone: one that is only reported takes nothing away."""
    return places.with_span().filter(opens__lte=day).filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))


def _opening(company, day):
    """From when it counts: its earliest known opening that lasts until `day`, but not before its first agreement."""
    lasting = [
        PartialDate.read(place, "opened_on")
        for place in company.evident
        if place.opened_on and place.opened_on <= day and not (place.closed_on and place.closed_on <= day)
    ]
    signed = PartialDate(company.first_signed_on, company.first_signed_on_precision)
    return max(min(lasting), signed, key=lambda known: known.last_day)


def _closing(company, day):
    """From when it no longer counts: its last known closing up to `day`."""
    return max(
        PartialDate.read(place, "closed_on")
        for place in company.evident
        if place.closed_on and place.opens < place.closed_on <= day
    )
