"""The companies with an open place in the city on a day: in all, those that the register names, and both in parts."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import StatementFigure
from companies.tables import name_in_language
from figures import breakdowns
from figures.explained.evidence import base_line, beyond_line, stated_left_out
from figures.figure import Explanation, Figure, LeftOut, Line, Unit, when_asked
from figures.itemised import companies_established, companies_without_open_place, places_without_agreement
from figures.rows import company_rows, standing_rows, unnamed_rows
from figures.sums.rules import established_on
from figures.sums.since import moves_since

UNNAMED = gettext_lazy("Companies that opened but are not named anywhere")
NOT_COUNTED = gettext_lazy(
    "Plans, drafts, places that opened later or closed, places of companies without a dated agreement up to the day, "
    "and companies of which no opening is known."
)


def explain_established(sums, day):
    total = established_on(sums, day)
    return Explanation(
        total.value,
        _rows(companies_established(day), total, day),
        lines=when_asked(lines_of, total, day),
        itemised=total.itemised,
        left_out=when_asked(_all_left_out, day),
    )


def explain_named(sums, day):
    rows = standing_rows(companies_established(day), day)
    return Explanation(established_on(sums, day).itemised, rows, left_out=when_asked(_left_out, day))


def explain_by_district(sums, day):
    total = established_on(sums, day)
    return _explain_parts(breakdowns.established_by_district(sums, day, total), total, day)


def explain_by_place_kind(sums, day):
    total = established_on(sums, day)
    return _explain_parts(breakdowns.established_by_kind(sums, day, total), total, day)


def _explain_parts(breakdown, total, day):
    return Explanation(
        total.value,
        _rows(breakdown.rows, total, day),
        itemised=total.itemised,
        left_out=when_asked(_left_out, day),
        parts=breakdown.parts,
    )


def _rows(companies, total, day):
    return standing_rows(companies, day, unnamed_rows(total.unnamed, UNNAMED))


def lines_of(total, day):
    """The base, each company that opened or closed since, and what the register names beyond both. Without a base the
    value is a count of the rows."""
    if total.base is None:
        return []
    lines = [base_line(total.base), *(_line(move) for move in moves_since(total.base.day, day))]
    return lines + beyond_line(total, lines)


def _line(move):
    words = _("%(company)s opened") if move.change > 0 else _("%(company)s closed")
    name = name_in_language(move.company)
    return Line(words % {"company": name}, move.change, move.day, move.company.get_absolute_url())


def _all_left_out(day):
    return _left_out(day) + stated_left_out(StatementFigure.Measure.ESTABLISHED, day)


def _left_out(day):
    reasons = {
        "after_the_day": _("opened, or first confirmed, after this day"),
        "closed": _("closed by this day"),
        "plan": _("only planned"),
        "no_evidence_of_opening": _("no evidence of an opening"),
    }
    signed = companies_without_open_place(day)
    left_out = [LeftOut(key, reason, company_rows(signed.filter(reason=key))) for key, reason in reasons.items()]
    without = company_rows(places_without_agreement(day))
    words = _("has an open place, but no dated agreement up to this day is known")
    return [*left_out, LeftOut("no_agreement", words, without)]


FIGURES = [
    Figure(
        key="established",
        label=gettext_lazy("Opened in Gwangju"),
        definition=gettext_lazy(
            "The latest number that an official stated up to the day, plus the companies known to have opened since "
            "and minus those known to have closed since. Plans are not counted."
        ),
        rule=gettext_lazy(
            "Base: the latest number that an official stated up to the day (exact or derived). Companies with no open"
            " place on the day of the base and one since are added, and those that had one and have none are "
            "subtracted, going only by openings and closings whose day is known: a place that was only confirmed may "
            "be in the base already. Where the register names more than this gives, or nothing was stated, the number"
            " named counts."
        ),
        base=gettext_lazy("The latest stated number up to the day."),
        left_out=NOT_COUNTED,
        unit=Unit.COMPANIES,
        explain=explain_established,
    ),
    Figure(
        key="established_named",
        label=gettext_lazy("Opened in Gwangju, by name"),
        definition=gettext_lazy(
            "The companies that the register names with a dated agreement up to the day and a place open in the city "
            "on it. Drafts are not counted."
        ),
        rule=gettext_lazy(
            "A place is open from the day it opened, or else from the day it was confirmed, until it closed or its "
            "closing was reported; it counts from the day of its company's first agreement."
        ),
        base=gettext_lazy("None: it is a count of rows, the part of all companies opened that can be checked by name."),
        left_out=NOT_COUNTED,
        unit=Unit.COMPANIES,
        explain=explain_named,
    ),
    Figure(
        key="established_by_district",
        label=gettext_lazy("Opened, by district"),
        definition=gettext_lazy(
            "All companies opened in Gwangju by the district of their open places. Drafts are not counted."
        ),
        rule=gettext_lazy(
            "Each named company counts once: under its district, or under several; companies of no known district, and "
            "those not named anywhere, are parts of their own."
        ),
        base=gettext_lazy("All companies opened in Gwangju up to the day."),
        left_out=NOT_COUNTED,
        unit=Unit.COMPANIES,
        explain=explain_by_district,
    ),
    Figure(
        key="established_by_place_kind",
        label=gettext_lazy("Opened, by kind of place"),
        definition=gettext_lazy(
            "All companies opened in Gwangju by the kind of their open places. Drafts are not counted."
        ),
        rule=gettext_lazy(
            "Each named company counts once: under the kind of its place, or under several; companies whose kind of "
            "place is not known, and those not named anywhere, are parts of their own."
        ),
        base=gettext_lazy("All companies opened in Gwangju up to the day."),
        left_out=NOT_COUNTED,
        unit=Unit.COMPANIES,
        explain=explain_by_place_kind,
    ),
]
