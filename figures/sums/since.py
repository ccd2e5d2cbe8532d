"""The companies behind `since.sql`: whose known opening or closing moves `established` after its base, one by one.

The conditions are those of the query that sums them (see there); a test holds the two together.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q

from agreements.models import Agreement
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
    evident = Establishment.objects.with_span().filter(opens__lte=day)
    signed = Agreement.objects.public().order_by().values("company")
    new = ~Q(pk__in=signed.signed_by(base))
    companies = (
        Company.objects.published()
        .filter(pk__in=evident.values("company"))
        .with_first_signed_on(day)
        .with_first_signed_on_precision()
        .annotate(was_open=Exists(_open(places, base)), is_open=Exists(_open(places, day)))
        .annotate(is_known_open=Exists(_open(places, day).filter(opened_on__lte=day)))
        .filter(new | Q(was_open=False) | Q(is_open=False), pk__in=signed.signed_by(day))
        .prefetch_related("aliases", Prefetch("establishments", evident, to_attr="evident"))
    )
    moves = [_move(company, base, day) for company in companies]
    return sorted(filter(None, moves), key=lambda move: (move.day.last_day, move.company.sort_key, move.company.pk))


def _move(company, base, day):
    """How the company moved the total, or None where it did not."""
    counted_before = company.was_open and company.first_signed_on <= base
    if company.is_known_open and not counted_before:
        return Move(company, 1, _opening(company, day))
    if counted_before and not company.is_open:
        return Move(company, -1, _closing(company, day))
    return None


def _open(places, day):
    """Places open on `day` by known closings alone: one that is only reported takes nothing away."""
    return places.with_span().filter(opens__lte=day).filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))


def _opening(company, day):
    """From when it counts: its earliest known opening that lasts until `day`, but not before its first agreement."""
    lasting = [
        PartialDate.read(place, "opened_on")
        for place in company.evident
        if place.opened_on and not (place.closed_on and place.closed_on <= day)
    ]
    signed = PartialDate.read(company, "first_signed_on")
    return max(min(lasting), signed, key=lambda known: known.last_day)


def _closing(company, day):
    """From when it no longer counts: its last known closing up to `day`."""
    return max(
        PartialDate.read(place, "closed_on")
        for place in company.evident
        if place.closed_on and place.opens < place.closed_on <= day
    )
