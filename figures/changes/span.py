"""What is compared: two days and two editions, and how an address asks for them."""

import datetime
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from common.parameters import ParametersRefused, read_day, refused_together
from editions.clocks import read_edition

SPAN_PARAMETERS = frozenset({"from", "to", "from_edition", "to_edition"})


@dataclass(frozen=True)
class Span:
    """From `first_day`, as `first_edition` knew it, to `last_day`, as `last_edition` knows it; neither runs back."""

    first_day: datetime.date
    last_day: datetime.date
    first_edition: int
    last_edition: int


def read_span(query, clocks):
    """What an address asks to compare. Without `to` the day of the page, without `from` the end of the year before;
    without editions that of the page. Refuses what runs back."""
    days = [partial(read_day, query, clocks.today, name) for name in ("to", "from")]
    editions = [partial(_read_edition, query, clocks, name, None) for name in ("to_edition", "from_edition")]
    if refused := refused_together([*days, *editions]):
        raise refused
    last_day = read_day(query, clocks.today, "to") if query.get("to", "").strip() else clocks.as_of
    first_day = read_day(query, clocks.today, "from") if query.get("from", "").strip() else _year_before(last_day)
    last = _read_edition(query, clocks, "to_edition", clocks.edition)
    first = _read_edition(query, clocks, "from_edition", last)
    problems = []
    if first_day > last_day:
        problems.append(("from", _("Enter a day up to %(last)s, the day to compare with.") % {"last": last_day}))
    if first > last:
        problems.append(
            ("from_edition", _("Enter an edition up to %(last)d, the one to compare with.") % {"last": last})
        )
    if problems:
        raise ParametersRefused(problems)
    return Span(first_day, last_day, first, last)


def _year_before(day):
    return day.replace(year=day.year - 1, month=12, day=31) if day.year > 1 else day


def _read_edition(query, clocks, name, default):
    return read_edition(query, clocks.present, name) if query.get(name, "").strip() else default
