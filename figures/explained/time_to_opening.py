"""How long companies took from signing to opening, and how many are known to have opened within a year."""

from bisect import bisect_right
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from common.partial_dates import PartialDate, add_months
from common.rates import rate
from figures.figure import Aggregate, Explanation, Figure, Unit, when_asked
from figures.stays import (
    StayRows,
    groups_left_out,
    known_opening,
    parts_by_year,
    read_stays,
    without_opening,
    without_signing,
)

WITHIN_MONTHS = 12


def days_to_opening(sums, day):
    """The Explanation of `days_to_opening`: the median over the companies whose opening day is known. It is counted
    from the sums; the companies are read when their rows are."""
    signed, lengths = sums.parts_on("retention", day).get("signed", 0), sums.parts_on("days_to_opening", day)
    words = ngettext(
        "of %(n)d company that signed, %(known)d that opened since on a known day",
        "of %(n)d companies that signed, %(known)d that opened since on a known day",
        signed,
    )
    stays = when_asked(read_stays, day)
    return Explanation(
        value=_median(lengths),
        rows=when_asked(_rows_since_signing, stays, day),
        left_out=when_asked(_left_out, stays, day),
        base=words % {"n": signed, "known": sum(lengths.values())},
    )


def _rows_since_signing(stays, day):
    counted = [stay for stay in _opened(stays) if stay.opened_on >= stay.signed_on]
    return StayRows(counted, day, amount=lambda stay, company: _days(stay), day=known_opening, note=_note)


def _left_out(stays, day):
    before = [stay for stay in _opened(stays) if stay.opened_on < stay.signed_on]
    left_out = [("opened_before_signing", _("opened before it signed"), before), *without_opening(stays)]
    return groups_left_out(left_out, day)


def _opened(stays):
    return [stay for stay in stays if stay.counts and stay.opened_on]


def opened_within_12_months(sums, day):
    """The Explanation of `opened_within_12_months`: of all that signed so long ago, those known to have opened by then.
    Who opened before signing has opened. It is counted from the sums; the companies are read when their rows are."""
    parts = parts_by_year(sums.parts_on("opened_within_12_months", day), "opened")
    opened, signed = sum(part.value for part in parts), sum(part.base for part in parts)
    words = ngettext(
        "of %(n)d company that signed %(months)d months or more before the day; the rest is not known to have opened",
        "of %(n)d companies that signed %(months)d months or more before the day; the rest is not known to have opened",
        signed,
    )
    stays = when_asked(read_stays, day)
    return Explanation(
        value=rate(opened, signed),
        rows=when_asked(_rows_a_year_after_signing, stays, day),
        left_out=when_asked(_left_out_a_year_after_signing, stays, day),
        parts=parts,
        base=words % {"n": signed, "months": WITHIN_MONTHS},
    )


def _rows_a_year_after_signing(stays, day):
    ends = {stay.company: add_months(stay.signed_on, WITHIN_MONTHS) for stay in stays if stay.counts}
    return StayRows(
        [stay for stay in stays if stay.counts and ends[stay.company] <= day],
        day,
        amount=lambda stay, company: int(bool(stay.opened_on) and stay.opened_on <= ends[stay.company]),
        base=lambda stay, company: 1,
        part=lambda stay: str(stay.signed_on.year),
        day=lambda stay, company: _signing(company),
        note=_note,
    )


def _left_out_a_year_after_signing(stays, day):
    reason = _("signed less than %(months)d months before this day") % {"months": WITHIN_MONTHS}
    recent = [stay for stay in stays if stay.counts and add_months(stay.signed_on, WITHIN_MONTHS) > day]
    return groups_left_out([("too_recent", reason, recent), *without_signing(stays)], day)


def _days(stay):
    return (stay.opened_on - stay.signed_on).days


def _median(counts):
    """Of {value: how often}, the middle value, or the mean of the middle two with one decimal where it is not whole;
    None of nothing."""
    if not counts:
        return None
    values = sorted(counts)
    ends = list(accumulate(counts[value] for value in values))
    below, above = (values[bisect_right(ends, index)] for index in ((ends[-1] - 1) // 2, ends[-1] // 2))
    middle = Decimal(below + above) / 2
    return int(middle) if middle == int(middle) else middle.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _signing(company):
    return PartialDate.read(company, "first_signed_on")


def _note(stay, company):
    """Both days as far as they are known: a length counted from a month is no more exact than the month."""
    days = {"signed": _signing(company).in_words(), "opened": stay.opening.in_words() if stay.opening else ""}
    if stay.opening:
        return _("signed %(signed)s, opened %(opened)s") % days
    return _("signed %(signed)s, opening day not known") % days


FIGURES = [
    Figure(
        key="days_to_opening",
        label=gettext_lazy("Days from signing to opening"),
        definition=gettext_lazy(
            "The days from a company's first agreement to its first opening of a place in Gwangju: the median, so "
            "that half of them took no longer. It covers only the companies whose opening day is known."
        ),
        rule=gettext_lazy(
            "For each company, the days between its first agreement and its opening; of these the middle one or, for "
            "an even number, the mean of the middle two, to one decimal, rounded half up. A date known to the month "
            "or year counts from its last day."
        ),
        base=gettext_lazy(
            "Companies with a dated agreement up to the day that opened on a known day, from the day they signed up to "
            "the day."
        ),
        left_out=gettext_lazy(
            "Companies that opened before they signed; those seen in the city whose opening day is not known; those "
            "without evidence of an opening, which does not mean that they did not open. Drafts are not counted."
        ),
        unit=Unit.DAYS,
        aggregate=Aggregate.MEDIAN,
        explain=days_to_opening,
    ),
    Figure(
        key="opened_within_12_months",
        label=gettext_lazy("Known to have opened within 12 months"),
        definition=gettext_lazy(
            "Of the companies that signed 12 months or more before the day, those known to have opened a place in "
            "Gwangju within 12 months of signing, in percent. Of the others it is not known whether they did: the real "
            "share may be higher."
        ),
        rule=gettext_lazy(
            "A company has opened where an opening day is known that is not later than 12 calendar months after its "
            "first agreement. One that opened before it signed has opened. One only seen in the city, on whatever day, "
            "is not counted as opened, for the day it opened is not known."
        ),
        base=gettext_lazy(
            "Companies whose first dated agreement lies 12 calendar months or more before the day (after 29 February: "
            "28 February)."
        ),
        left_out=gettext_lazy(
            "Companies that signed less than 12 months before the day, and those without a dated agreement up to the "
            "day. Drafts are not counted."
        ),
        unit=Unit.PERCENT,
        aggregate=Aggregate.RATE,
        explain=opened_within_12_months,
    ),
]
