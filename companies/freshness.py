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
    sources = sources_showing(place.sources.all(), on, place.closed_on or place.closing_reported_on)
    return LastSeen(on, on.age_in_words(day), freshness, tuple(sources))


def freshness_of(seen, day):
    """The Freshness on `day` of a place last seen on the day `seen`."""
    if day <= add_months(seen, FRESH_MONTHS):
        return Freshness.FRESH
    return Freshness.AGEING if day <= add_months(seen, AGEING_MONTHS) else Freshness.OLD


def freshest(places, day):
    """The Freshness on `day` of the place seen last among `places`, which are open then; None where none was seen."""
    seen = [on.last_day for on in (place.last_seen_on(day) for place in places) if on]
    return freshness_of(max(seen), day) if seen else None


def sources_showing(sources, on, until=None):
    """A record names its sources as a whole. What was so on a date is shown by the first of those published from that
    date on, and before the day `until`; where there is none, by those whose day is not known; else by any."""
    sources = list(sources)
    later = [source for source in sources if source.published_on and source.published_on >= on.first_day]
    later = [source for source in later if not until or source.published_on < until]
    if later:
        return [min(later, key=lambda source: (source.published_on, source.pk))]
    return [source for source in sources if source.published_on is None] or sources
