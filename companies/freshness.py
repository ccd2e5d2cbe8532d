"""How old the register's knowledge of a place is: when it was last seen, from what, and whether that is long ago."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate, add_months
from companies.models.establishment import PlaceStatus

FRESH_MONTHS = 12
AGEING_MONTHS = 24


class Freshness(models.TextChoices):
    """Whole calendar months count, the last day included: seen on 23 March 2022, a place is fresh up to and on
    23 March 2023, ageing up to and on 23 March 2024, and old from the day after. The labels name the months above."""

    FRESH = "fresh", _("confirmed within 12 months")
    AGEING = "ageing", _("not confirmed for over 12 months")
    OLD = "old", _("not confirmed for over 24 months")


@dataclass(frozen=True)
class LastSeen:
    """on: the date, None where the place was never seen. freshness: None for one never seen, and for a closed one, of
    which nobody expects to hear. sources: what shows it, as nearly as the register can tell."""

    on: PartialDate | None
    age: str = ""
    freshness: Freshness | None = None
    sources: tuple = ()


def last_seen(place, day):
    """What was known on `day` of when the place was last seen. `place` has its `place_status` of the day and its
    published sources."""
    on = place.last_seen_on(day)
    if on is None:
        return LastSeen(None)
    freshness = None if place.place_status == PlaceStatus.CLOSED else freshness_of(on.last_day, day)
    return LastSeen(on, on.age_in_words(day), freshness, tuple(_sources_showing(place, on)))


def freshness_of(seen, day):
    """The Freshness on `day` of a place last seen on the day `seen`."""
    if day <= add_months(seen, FRESH_MONTHS):
        return Freshness.FRESH
    return Freshness.AGEING if day <= add_months(seen, AGEING_MONTHS) else Freshness.OLD


def _sources_showing(place, on):
    """A place names its sources as a whole. What it was on a day is shown by the first of those published from that
    day on, before it closed; where there is none, by one of those whose day is not known; else by any."""
    sources = list(place.sources.all())
    closed = place.closed_on or place.closing_reported_on
    later = [source for source in sources if source.published_on and source.published_on >= on.first_day]
    later = [source for source in later if not closed or source.published_on < closed]
    if later:
        return [min(later, key=lambda source: (source.published_on, source.pk))]
    return [source for source in sources if source.published_on is None] or sources
