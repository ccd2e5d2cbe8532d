"""The agreements up to a day: in all, those that the register names, and both in parts."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Agreement, SigningRound, StatementFigure
from figures import breakdowns
from figures.explained.evidence import base_line, beyond_line, stated_left_out
from figures.figure import Explanation, Figure, LeftOut, Line, Unit, when_asked
from figures.itemised import agreements_recorded, rounds_without_date
from figures.rows import agreement_rows, round_row, round_rows, unnamed_rows
from figures.sums.rules import agreements_on

UNNAMED = gettext_lazy("Agreements whose party is not known")
NOT_COUNTED = gettext_lazy("Drafts, rounds signed after the day, and rounds whose day of signing is not known.")
RULE = gettext_lazy(
    "Base: among the agreement totals that officials stated (exact or derived) and the printed numbers of rounds, the"
    " one with the latest day up to the day; if there are several on that day, the greatest. The sizes of the rounds "
    "signed since are added; the size of a round is its stated count or its recorded agreements, whichever is larger."
    " Where the register names more than this gives, the number named counts."
)


def explain_agreements(sums, day):
    total = agreements_on(sums, day)
    return Explanation(
        total.value,
        _rows(agreements_recorded(day), total),
        lines=when_asked(lines_of, total, day),
        itemised=total.itemised,
        left_out=when_asked(_left_out, day),
    )


def explain_recorded(sums, day):
    named = agreements_recorded(day)
    left_out = when_asked(_agreements_left_out, day)
    return Explanation(agreements_on(sums, day).itemised, agreement_rows(named), left_out=left_out)


def explain_by_field(sums, day):
    total = agreements_on(sums, day)
    return _explain_parts(breakdowns.agreements_by_field(sums, day, total), total, day)


def explain_by_party(sums, day):
    total = agreements_on(sums, day)
    return _explain_parts(breakdowns.agreements_by_kind(sums, day, total), total, day)


def _explain_parts(breakdown, total, day):
    return Explanation(
        total.value,
        _rows(breakdown.rows, total),
        itemised=total.itemised,
        left_out=when_asked(_rounds_left_out, day),
        parts=breakdown.parts,
    )


def _rows(agreements, total):
    return agreement_rows(agreements, unnamed_rows(total.unnamed, UNNAMED))


def lines_of(total, day):
    """The base, each round signed since, and what the register names beyond both."""
    rounds = SigningRound.objects.published().signed_by(day).with_size().filter(size__gt=0)
    if total.base:
        rounds = rounds.filter(signed_on__gt=total.base.day)
    lines = [base_line(total.base)] if total.base else []
    lines += [_line(signing_round) for signing_round in rounds.order_by("signed_on", "first_number", "pk")]
    return lines + beyond_line(total, lines)


def _line(signing_round):
    row = round_row(signing_round)
    return Line(row.label, signing_round.size, row.day, row.address)


def _left_out(day):
    return _rounds_left_out(day) + stated_left_out(StatementFigure.Measure.AGREEMENTS, day)


def _rounds_left_out(day):
    later = SigningRound.objects.published().filter(signed_on__gt=day).order_by("signed_on", "pk")
    return [
        LeftOut("after_the_day", _("signed after this day"), round_rows(later)),
        LeftOut("no_date", _("day of signing not known"), round_rows(rounds_without_date())),
    ]


def _agreements_left_out(day):
    public = Agreement.objects.public()
    return [
        LeftOut("after_the_day", _("signed after this day"), agreement_rows(public.filter(round__signed_on__gt=day))),
        LeftOut("no_date", _("day of signing not known"), agreement_rows(public.filter(round__signed_on__isnull=True))),
    ]


FIGURES = [
    Figure(
        key="agreements",
        label=gettext_lazy("Agreements"),
        definition=gettext_lazy(
            "The latest total, up to the day, that an official stated or that the printed number of a round shows, "
            "plus the agreements of the rounds signed since. Drafts and rounds without a date are not counted."
        ),
        rule=RULE,
        base=gettext_lazy("The latest stated number or printed number of a round up to the day."),
        left_out=NOT_COUNTED,
        unit=Unit.AGREEMENTS,
        explain=explain_agreements,
    ),
    Figure(
        key="agreements_recorded",
        label=gettext_lazy("Agreements with the party's name"),
        definition=gettext_lazy(
            "The agreements signed up to the day whose party the register names. Drafts are not counted."
        ),
        rule=gettext_lazy("The agreements recorded in published rounds signed up to the day."),
        base=gettext_lazy("None: it is a count of rows, the part of all agreements that can be checked by name."),
        left_out=NOT_COUNTED,
        unit=Unit.AGREEMENTS,
        explain=explain_recorded,
    ),
    Figure(
        key="agreements_by_field",
        label=gettext_lazy("Agreements by AI field"),
        definition=gettext_lazy(
            "All agreements up to the day by the AI field of the party. Fields are partly the city's own division, "
            "partly the register's reading of each business. Drafts are not counted."
        ),
        rule=gettext_lazy(
            "Each named agreement counts once, under the field of its party as the register has it; parties of no "
            "known field, and agreements whose party is not known, are parts of their own."
        ),
        base=gettext_lazy("All agreements up to the day."),
        left_out=NOT_COUNTED,
        unit=Unit.AGREEMENTS,
        explain=explain_by_field,
    ),
    Figure(
        key="agreements_by_party",
        label=gettext_lazy("Agreements by kind of party"),
        definition=gettext_lazy(
            "All agreements up to the day by whether the party is a company or an institution. Drafts are not counted."
        ),
        rule=gettext_lazy(
            "Each named agreement counts once, under the kind of its party; agreements whose party is not known are a "
            "part of their own."
        ),
        base=gettext_lazy("All agreements up to the day."),
        left_out=NOT_COUNTED,
        unit=Unit.AGREEMENTS,
        explain=explain_by_party,
    ),
]
