"""What officials said against the register, and the numbers of the agreement series that no round covers."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agreements.models import SigningRound
from common.templatetags.register_text import signed
from figures.figure import Explanation, Figure, LeftOut, Part, Row, Rows, Unit
from figures.rows import round_row, stated_row
from figures.series.numbers import gaps_on, highest_number, rounds_without_number
from figures.statements.checks import Verdict, check, stated_numbers, stated_up_to, stated_without_day


def explain_statements(sums, day):
    checks = [check(figure, sums) for figure in stated_up_to(day)]
    verdicts = [checked.verdict for checked in checks]
    later = stated_numbers().filter(statement__as_of__gt=day)
    return Explanation(
        value=len(checks),
        rows=Rows(checks, _checked_row),
        parts=[
            Part(verdict.value, verdict.label, verdicts.count(verdict), is_unknown=verdict == Verdict.UNCHECKED)
            for verdict in Verdict
        ],
        left_out=[
            LeftOut("after_the_day", _("refers to a later day"), Rows(later, _stated_row)),
            LeftOut("no_date", _("the day that it refers to is not known"), Rows(stated_without_day(), _stated_row)),
        ],
    )


def explain_numbers_missing(sums, day):
    gaps, highest = gaps_on(day), highest_number(day)
    numbered = SigningRound.objects.published().filter(first_number__isnull=False).order_by("first_number")
    return Explanation(
        value=sum(gap.count for gap in gaps),
        rows=Rows(gaps, _gap_row),
        base=ngettext("of %(n)s number, from 1", "of %(n)s numbers, from 1", highest) % {"n": highest},
        left_out=[
            LeftOut("after_the_day", _("signed after this day"), Rows(numbered.filter(signed_on__gt=day), round_row)),
            LeftOut("no_date", _("day of signing not known"), Rows(numbered.filter(signed_on=None), round_row)),
            LeftOut("no_number", _("numbers not known"), Rows(rounds_without_number(day), round_row)),
        ],
    )


def _stated_row(figure):
    """Each stated number counts once, whatever it is."""
    return replace(stated_row(figure), label=str(figure), amount=1)


def _checked_row(checked):
    note = signed(checked.difference) if checked.verdict == Verdict.OFF else checked.reason and checked.reason.label
    return replace(_stated_row(checked.figure), part=checked.verdict.value, note=str(note or ""))


def _gap_row(gap):
    between = _("between %(before)s and %(after)s") if gap.before else _("before %(after)s")
    words = {"before": gap.before and gap.before.heading, "after": gap.after.heading}
    return Row("", None, gap.numbers, amount=gap.count, address=reverse("figures:series"), note=between % words)


FIGURES = [
    Figure(
        key="statements_by_verdict",
        label=gettext_lazy("Stated numbers against the register"),
        definition=gettext_lazy(
            "Every number that an official stated up to the day, compared with what the register gives for its day "
            "from what was known before: it agrees, it differs, or it cannot be checked. Drafts are not counted."
        ),
        rule=gettext_lazy(
            "For each stated number of agreements or of companies opened, the total of its day is computed from "
            "the statements before that day and the numbers printed for rounds up to it. Equal: agrees; else it "
            "differs. A measure that the register does not compute cannot be checked."
        ),
        base=gettext_lazy("All numbers in statements that refer to a day up to the day asked for."),
        left_out=gettext_lazy("Statements of a later day, and statements whose day is not known."),
        unit=Unit.STATED,
        explain=explain_statements,
    ),
    Figure(
        key="numbers_missing",
        label=gettext_lazy("Agreement numbers that no round covers"),
        definition=gettext_lazy(
            "The city numbers its agreements one after the other. Counted are the numbers, from 1 to the highest of "
            "a round signed up to the day, that no round of the register covers. Drafts are not counted."
        ),
        rule=gettext_lazy(
            "The rounds signed up to the day are put in the order of their numbers, printed or deduced. Where a round "
            "does not begin one above the end of the one before it (the first: at 1), the numbers between are missing."
        ),
        base=gettext_lazy("The numbers from 1 to the highest number of a round signed up to the day."),
        left_out=gettext_lazy(
            "Rounds signed later, rounds whose day is not known, and rounds whose numbers are not known: these may "
            "hold some of the missing numbers."
        ),
        unit=Unit.NUMBERS,
        explain=explain_numbers_missing,
    ),
]
