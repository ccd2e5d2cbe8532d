"""How many of the companies that opened in the city are still there: on the day, and 12 and 24 months after opening."""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from common.partial_dates import PartialDate, Precision, add_months
from common.rates import rate
from figures.figure import Aggregate, Explanation, Figure, Unit, when_asked
from figures.stays import StayRows, groups_left_out, parts_by_year, read_stays, without_opening


def retention(sums, day):
    """The Explanation of `retention`: of all with a known opening, those with an open place on `day`."""
    stays = when_asked(read_stays, day)
    rows = when_asked(lambda: _rows([(stay, day) for stay in stays if stay.began_on], day))
    left_out = when_asked(lambda: groups_left_out(without_opening(stays), day))
    return _explanation(sums.parts_on("retention", day), rows, left_out)


def retention_after(months, sums, day):
    """The Explanation of `retention_12_months` or `retention_24_months`: each looked at that long after it opened."""
    stays = when_asked(read_stays, day)
    rows = when_asked(lambda: _rows([pair for pair in _looked_at(months, stays) if pair[1] <= day], day))
    left_out = when_asked(lambda: groups_left_out([_recent(months, stays, day), *without_opening(stays)], day))
    return _explanation(sums.parts_on(f"retention_{months}_months", day), rows, left_out)


def _looked_at(months, stays):
    """Each stay that has an opening to count from, and the day on which it is looked at."""
    return [(stay, add_months(stay.began_on, months)) for stay in stays if stay.began_on]


def _recent(months, stays, day):
    reason = _("opened less than %(months)d months before this day") % {"months": months}
    return "too_recent", reason, [stay for stay, looked_at in _looked_at(months, stays) if looked_at > day]


def _explanation(counted, rows, left_out):
    """It is counted from the sums; the companies are read when their rows are."""
    parts = parts_by_year(counted, "there")
    there, all_counted = sum(part.value for part in parts), sum(part.base for part in parts)
    return Explanation(
        value=rate(there, all_counted), rows=rows, left_out=left_out, parts=parts, base=_base(all_counted)
    )


def _rows(counted, day):
    looked_at = {stay.company: on for stay, on in counted}
    there = {stay.company: int(stay.is_open_on(on)) for stay, on in counted}
    return StayRows(
        [stay for stay, _on in counted],
        day,
        part=lambda stay: str(stay.began_on.year),
        amount=lambda stay, company: there[stay.company],
        base=lambda stay, company: 1,
        day=_began,
        note=lambda stay, company: _note(looked_at[stay.company], there[stay.company]),
    )


def _base(n):
    words = ngettext("of %(n)d company whose opening day is known", "of %(n)d companies whose opening day is known", n)
    return words % {"n": n}


def _began(stay, company):
    """The day the stay counts from, as far as it is known."""
    if stay.opened_on >= stay.signed_on:
        return stay.opening
    return PartialDate.read(company, "first_signed_on")


def _note(on, is_there):
    words = _("no closing known up to %(day)s") if is_there else _("no open place on %(day)s")
    return words % {"day": PartialDate(on, Precision.DAY).in_words()}


_BASE = gettext_lazy(
    "Companies with a dated agreement and a known opening day, both up to the day. A company with several places "
    "counts once, from its first opening, but not before its first agreement."
)
_LEFT_OUT = gettext_lazy(
    "Companies seen in the city whose opening day is not known; those without evidence of an opening, which does not "
    "mean that they did not open; those without a dated agreement up to the day. Drafts are not counted."
)
_OPEN = gettext_lazy(
    "A place is open from its opening day, or else the last day it was confirmed, until the day it closed, or else the "
    "day its closing was reported; on that day it is not open any more. A place of which no closing is known counts as "
    "open, however long ago it was last confirmed. A company that closed one place and has another one open is still "
    "there, and so is one that came back."
)
_NO_CLOSING = gettext_lazy("A place of which no closing is known counts as open.")


_LOOKED_AT = gettext_lazy(
    "Each company is looked at on the day {months} calendar months after it opened (after 31 January the last day of "
    "the month). What happened later makes no difference."
)


def _figure(key, label, definition, rule, left_out, explain):
    return Figure(
        key=key,
        label=label,
        definition=definition,
        rule=rule,
        base=_BASE,
        left_out=left_out,
        unit=Unit.PERCENT,
        aggregate=Aggregate.RATE,
        explain=explain,
    )


def _after(months, label):
    definition = gettext_lazy(
        "Of the companies known to have opened in Gwangju {months} months or more before the day, those that still had "
        "an open place {months} months after they opened, in percent."
    )
    recent = gettext_lazy("Companies that opened less than {months} months before the day.")
    return _figure(
        f"retention_{months}_months",
        label,
        format_lazy("{} {}", format_lazy(definition, months=months), _NO_CLOSING),
        format_lazy("{} {}", format_lazy(_LOOKED_AT, months=months), _OPEN),
        format_lazy("{} {}", format_lazy(recent, months=months), _LEFT_OUT),
        lambda sums, day: retention_after(months, sums, day),
    )


FIGURES = [
    _figure(
        "retention",
        gettext_lazy("Share still in Gwangju"),
        format_lazy(
            "{} {}",
            gettext_lazy(
                "Of the companies known to have opened in Gwangju up to the day, those with an open place on the day, "
                "in percent."
            ),
            _NO_CLOSING,
        ),
        _OPEN,
        _LEFT_OUT,
        retention,
    ),
    _after(12, gettext_lazy("Share still in Gwangju after 12 months")),
    _after(24, gettext_lazy("Share still in Gwangju after 24 months")),
]
