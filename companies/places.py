"""What happens to a place of a company: it is planned, it opens, somebody sees that it is still there, it closes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate
from companies.models import Company
from editions.models import Edition
from editions.services import edition
from sources.models import Source
from sources.services import keep_source, publish_sources


class PlaceEvent(models.TextChoices):
    """The value of each is the name of the date that it fills, without `_on`."""

    OPENED = "opened", _("opened")
    PLANNED = "planned", _("planned")
    CONFIRMED = "confirmed", _("confirmed: still there")
    CLOSED = "closed", _("closed")
    CLOSING_REPORTED = "closing_reported", _("closing reported, its day not known")

    @property
    def date_name(self):
        return f"{self.value}_on"


def record_place_event(*, company, place, event, day, today, source, by, announced=None):
    """Record what happened to a place on `day` (a PartialDate), with its source. Returns the place.

    `place` is one of the company's, or an unsaved one for a place not known before; `source` is kept, or unsaved.
    `announced`, for a plan alone: the PartialDate on which it was announced; a plan may be known by this day only.
    A later confirmation and an earlier announcement than this one stay as they are. One edition where the company is
    public. ValidationError, by argument, where the event contradicts what is known or lies after `today`.
    """
    event = PlaceEvent(event)
    with edition(by=by, kind=Edition.Kind.RECORD):
        company.refresh_from_db(from_queryset=Company.objects.select_for_update())
        place = _place_of(company, place)
        _refuse_unknown_or_future(event, day, announced, today)
        _REFUSALS[event](place, event, day)
        if _write(place, event, day, announced):
            place.full_clean()
            place.save()
        _add_source(place, keep_source(source))
    return place


def _place_of(company, place):
    """The place as it now stands, or a new one at the end of the company's list."""
    if place.pk:
        return company.establishments.get(pk=place.pk)
    last = company.establishments.aggregate(last=models.Max("order"))["last"] or 0
    place.company, place.order = company, last + 1
    return place


def _write(place, event, day, announced):
    """Fill the dates of the event; returns whether anything is new."""
    confirmed = PartialDate.read(place, "confirmed_on")
    first_announced = PartialDate.read(place, "announced_on")
    is_news = day and not (event == PlaceEvent.CONFIRMED and confirmed and confirmed.last_day >= day.last_day)
    if is_news:
        day.write(place, event.date_name)
    is_first = announced and not (first_announced and first_announced.last_day <= announced.last_day)
    if event == PlaceEvent.PLANNED and is_first:
        announced.write(place, "announced_on")
        return True
    return bool(is_news)


def _add_source(place, source):
    if not place.sources.filter(pk=source.pk).exists():
        place.sources.add(source)
    if place.is_public():
        publish_sources(Source.objects.filter(pk=source.pk))


def _refuse_unknown_or_future(event, day, announced, today):
    if event == PlaceEvent.PLANNED:
        if not day and not announced:
            raise ValidationError({"day": _("Give the day planned for, or the day on which the plan was announced.")})
        happened = {"announced": announced}
    elif not day:
        raise ValidationError({"day": _("Give the day, or the month or year where only that is known.")})
    else:
        happened = {"day": day}
    for name, known in happened.items():
        if known and known.first_day > today:
            raise ValidationError({name: _("This day has not come yet. For what is to come, choose “planned”.")})


def _refuse_opening(place, event, day):
    _refuse_where_known(place, "opened_on", _("This place opened already, on %(day)s. Choose a new place."))
    confirmed = PartialDate.read(place, "confirmed_on")
    if confirmed and day.first_day > confirmed.last_day:
        _refuse("day", _("The place was seen there before, on %(day)s."), confirmed)


def _refuse_planning(place, event, day):
    for name in ("opened_on", "confirmed_on"):
        _refuse_where_known(place, name, _("This place is no plan any more: it was there on %(day)s."))
    for name in ("closed_on", "closing_reported_on"):
        _refuse_where_known(place, name, _("This place closed on %(day)s. Choose a new place."))


def _refuse_confirming(place, event, day):
    _refuse_new(place)
    opened = PartialDate.read(place, "opened_on")
    if opened and day.last_day < opened.first_day:
        _refuse("day", _("The place opened later, on %(day)s."), opened)
    closed = PartialDate.read(place, "closed_on") or PartialDate.read(place, "closing_reported_on")
    if closed and day.last_day > closed.last_day:
        _refuse(
            "day", _("The place closed before, on %(day)s. Correct its closing first, or record a new place."), closed
        )


def _refuse_closing(place, event, day):
    _refuse_new(place)
    _refuse_where_known(place, "closed_on", _("This place closed already, on %(day)s."))
    _refuse_where_known(place, event.date_name, _("The closing of this place was reported already, on %(day)s."))
    opened = PartialDate.read(place, "opened_on")
    if opened and day.last_day < opened.last_day:
        _refuse("day", _("The place opened later, on %(day)s."), opened)
    confirmed = PartialDate.read(place, "confirmed_on")
    if confirmed and day.last_day < confirmed.first_day:
        _refuse("day", _("The place was still seen there later, on %(day)s."), confirmed)


_REFUSALS = {
    PlaceEvent.OPENED: _refuse_opening,
    PlaceEvent.PLANNED: _refuse_planning,
    PlaceEvent.CONFIRMED: _refuse_confirming,
    PlaceEvent.CLOSED: _refuse_closing,
    PlaceEvent.CLOSING_REPORTED: _refuse_closing,
}


def _refuse_new(place):
    if not place.pk:
        raise ValidationError({"place": _("Choose one of the places that the register knows.")})


def _refuse_where_known(place, name, message):
    known = PartialDate.read(place, name)
    if known:
        _refuse("place", message, known)


def _refuse(argument, message, known):
    raise ValidationError({argument: ValidationError(message, params={"day": known.in_words()})})
