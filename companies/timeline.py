"""What happened to a company: an entry for each event known on a day, newest first, what has no day last."""

import datetime
from dataclasses import dataclass

from django.db import models
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from common.partial_dates import PartialDate, Precision
from common.templatetags.register_text import korean_text
from companies.freshness import sources_showing
from companies.models import Alias, Establishment


class Event(models.TextChoices):
    """In the order of a company's life: of two events on one day the later one stands first."""

    SIGNED = "signed", gettext_lazy("Agreement signed")
    PLANNED = "planned", gettext_lazy("Plan announced")
    OPENED = "opened", gettext_lazy("Opened")
    MOVED = "moved", gettext_lazy("Head office moved to Gwangju")
    CONFIRMED = "confirmed", pgettext_lazy("event", "Confirmed as open")
    RENAMED = "renamed", gettext_lazy("Renamed")
    TOOK_OFFICE = "took-office", gettext_lazy("Representative took office")
    LEFT_OFFICE = "left-office", gettext_lazy("Representative left office")
    CLOSING_REPORTED = "closing-reported", gettext_lazy("Closing reported")
    CLOSED = "closed", gettext_lazy("Closed")


@dataclass(frozen=True)
class Entry:
    """on: when, as far as it is known; None where no day is. what: the name of what it happened to; for a signing the
    `round`, for a place the `place` says it. people: who signed. planned_for: when a planned place was to open."""

    event: Event
    on: PartialDate | None
    what: str = ""
    sources: tuple = ()
    round: object = None
    place: object = None
    people: tuple = ()
    planned_for: PartialDate | None = None


PLACE_EVENTS = {
    "opened_on": Event.OPENED,
    "confirmed_on": Event.CONFIRMED,
    "closing_reported_on": Event.CLOSING_REPORTED,
    "closed_on": Event.CLOSED,
}
ORDER = list(Event)


def timeline(company, day, *, agreements, places, heads, undated):
    """The entries of what is known to have happened up to `day`, each with the sources that show it.

    `agreements`, `places` and `heads` (of today and before) are the company's, as far as known on the day, with their
    published sources. `undated`: former names without a day take part, as the agreements without one do.
    """
    entries = [*_signings(agreements), *_renamings(company, undated), *_offices(heads)]
    for place in places:
        entries += _of_place(place)
    known = [entry for entry in entries if entry.on is None or entry.on.last_day <= day]
    return sorted(known, key=_newest_first)


def _newest_first(entry):
    if entry.on is None:
        return (1, 0, -ORDER.index(entry.event))
    return (0, -entry.on.last_day.toordinal(), -ORDER.index(entry.event))


def _signings(agreements):
    for agreement in agreements:
        signing = agreement.round
        yield Entry(
            Event.SIGNED,
            PartialDate.read(signing, "signed_on"),
            sources=tuple(signing.sources.all()),
            round=signing,
            people=tuple(agreement.signatories.all()),
        )


def _of_place(place):
    """A head office that opened in the city moved there. A plan is an event of the day on which it was announced."""
    sources, planned_for = place.sources.all(), PartialDate.read(place, "planned_on")
    announced = PartialDate.read(place, "announced_on")
    if announced or planned_for:
        shown = sources_showing(sources, announced) if announced else sources
        yield Entry(Event.PLANNED, announced, sources=tuple(shown), place=place, planned_for=planned_for)
    for name, event in PLACE_EVENTS.items():
        on = PartialDate.read(place, name)
        if on is None:
            continue
        if event == Event.OPENED and place.kind == Establishment.Kind.HEAD_OFFICE:
            event = Event.MOVED
        ends = event in (Event.CLOSED, Event.CLOSING_REPORTED)
        until = None if ends else place.closed_on or place.closing_reported_on
        yield Entry(event, on, sources=tuple(sources_showing(sources, on, until)), place=place)


def _renamings(company, undated):
    """A former name ends with the day before the renaming; a month or a year holds the day of both."""
    sources = company.sources.all()
    for alias in company.aliases.all():
        if alias.kind == Alias.Kind.MISPRINT:
            continue
        name, began = korean_text(alias.name), PartialDate.read(alias, "used_from")
        if began:
            what = format_html(_("began to use the name {name}"), name=name)
            yield Entry(Event.RENAMED, began, what, tuple(sources_showing(sources, began)))
        if alias.kind != Alias.Kind.FORMER and alias.used_until is None:
            continue
        ended = _day_of_renaming(alias)
        if ended or undated:
            what = format_html(_("called {name} until then"), name=name)
            yield Entry(Event.RENAMED, ended, what, tuple(sources_showing(sources, ended) if ended else sources))


def _day_of_renaming(alias):
    last = PartialDate.read(alias, "used_until")
    if last is None or last.precision != Precision.DAY:
        return last
    return PartialDate(last.last_day + datetime.timedelta(days=1), Precision.DAY)


def _offices(heads):
    for head in heads:
        for name, event in (("started_on", Event.TOOK_OFFICE), ("ended_on", Event.LEFT_OFFICE)):
            on = PartialDate.read(head, name)
            if on:
                yield Entry(event, on, korean_text(str(head)), tuple(head.sources.all()))
