"""What the register does not know of a company, said once and plainly."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from companies.models.establishment import PlaceStatus


def not_known(company, *, heads, agreements, places, day):
    """What is not known on `day`, in words, each once, in the order in which readers ask for it."""
    gaps = [*_of_company(company, heads), *_of_places(company, places, day), *_of_agreements(agreements)]
    return list(dict.fromkeys(gaps))


def _of_company(company, heads):
    if not company.business_ko:
        yield _("what it does")
    if not company.field:
        yield _("its AI field")
    if not heads:
        yield _("its representative")
    elif any(head.started_on is None for head in heads):
        yield _("since when its representative has been in office")
    if not company.head_office:
        yield _("where its head office is")


def _of_places(company, places, day):
    if company.place_status == PlaceStatus.UNCONFIRMED:
        yield _("whether it has a place in Gwangju")
    for place in places:
        if place.place_status in (PlaceStatus.OPEN, PlaceStatus.CLOSED) and not _known(place.opened_on, day):
            yield _("when its place opened")
        if place.place_status == PlaceStatus.CLOSED and not _known(place.closed_on, day):
            yield _("when its place closed")
        if place.place_status == PlaceStatus.PLANNED and not place.planned_on:
            yield _("when its place is to open")
        if not place.district and not place.address:
            yield _("where its place is")


def _of_agreements(agreements):
    for agreement in agreements:
        signing = agreement.round
        if signing.signed_on is None:
            yield _("the day of signing")
        if not signing.numbers:
            yield _("the number of its agreement")
        elif agreement.number is None and signing.first_number < signing.last_number:
            yield _("which of agreements nos. %(numbers)s is its own") % {"numbers": signing.numbers}
        if not agreement.signatories.all():
            yield _("who signed for it")
        points = agreement.own_points + agreement.round_points
        if not points:
            yield pgettext("not known", "what was agreed")
        elif not all(point.shown_state for point in points):
            yield _("what came of the agreed points")


def _known(date, day):
    return date is not None and date <= day
