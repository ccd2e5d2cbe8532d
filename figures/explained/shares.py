"""How many of those that signed opened a place: by the register's rules, and as officials said."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import StatementFigure
from figures.figure import Aggregate, Explanation, Figure, LeftOut, Line, Row, Rows, Unit, when_asked
from figures.rows import stated_row, stated_rows
from figures.statements.checks import official_line
from figures.sums.rules import running_line

NOT_SAID = gettext_lazy("Disputed numbers, numbers of a later day, and numbers whose day is not known.")


def explain_establishment_rate(sums, day):
    line = running_line(sums, day)
    established, agreements = line.established.value, line.agreements.value
    rows = [
        Row("figure", None, _("Opened in Gwangju"), established, 0, address=_address("established")),
        Row("figure", None, _("Agreements"), 0, agreements, address=_address("agreements")),
    ]
    words = _("%(established)s companies out of %(agreements)s agreements")
    base = words % {"established": established, "agreements": agreements}
    return Explanation(line.rate, Rows(others=rows if agreements else []), base=base)


def explain_official_established(sums, day):
    line = official_line(day)
    if line is None:
        return Explanation(None, Rows(), left_out=when_asked(_left_out, day, None))
    row = replace(stated_row(line.figure), base=line.out_of)
    said = [Line(row.label, row.amount, row.day, row.address)]
    return Explanation(
        line.established, Rows(others=[row]), lines=said, base=_out_of(line), left_out=when_asked(_left_out, day, line)
    )


def explain_official_rate(sums, day):
    line = official_line(day)
    if line is None or not line.out_of:
        return Explanation(None, Rows(), left_out=when_asked(_left_out, day, line))
    row = replace(stated_row(line.figure), base=line.out_of)
    return Explanation(line.rate, Rows(others=[row]), base=_out_of(line), left_out=when_asked(_left_out, day, line))


def _out_of(line):
    """The base of the official line in words; empty where none was said."""
    if line.out_of is None:
        return ""
    return _("%(value)s of %(out_of)s that signed") % {"value": line.established, "out_of": line.out_of}


def _address(key):
    return reverse("figures:figure-detail", args=[key])


def _left_out(day, line):
    """The other official numbers of companies that opened. `line`: the official line of the day, or None."""
    stated = StatementFigure.objects.public().filter(measure=StatementFigure.Measure.ESTABLISHED)
    dated = stated.filter(statement__as_of__lte=day)
    disputed = dated.filter(certainty=StatementFigure.Certainty.DISPUTED)
    earlier = dated.exclude(certainty=StatementFigure.Certainty.DISPUTED)
    if line:
        earlier = earlier.exclude(pk=line.figure.pk)
    return [
        LeftOut("replaced", _("a later official number stands"), stated_rows(earlier)),
        LeftOut("disputed", _("disputed"), stated_rows(disputed)),
        LeftOut(
            "after_the_day", _("official number of a later day"), stated_rows(stated.filter(statement__as_of__gt=day))
        ),
        LeftOut(
            "no_date",
            _("official number whose day is not known"),
            stated_rows(stated.filter(statement__as_of__isnull=True)),
        ),
    ]


# A number of companies, to stand beside those of the register that opened; the others are shares.
STATED = [
    Figure(
        key="official_established",
        label=gettext_lazy("Opened in Gwangju, as officials said"),
        definition=gettext_lazy(
            "The latest number of companies opened in Gwangju, up to the day, that an official stated and that is not "
            "disputed, in its own terms."
        ),
        rule=gettext_lazy("The number as it was stated; it is never changed to agree with the register."),
        base=gettext_lazy("The number of companies that was stated with it, where one was."),
        left_out=NOT_SAID,
        unit=Unit.COMPANIES,
        explain=explain_official_established,
    ),
]
FIGURES = [
    Figure(
        key="establishment_rate",
        label=gettext_lazy("Share opened"),
        definition=gettext_lazy(
            "Opened in Gwangju as a percentage of all agreements up to the day, by the register's rules."
        ),
        rule=gettext_lazy(
            "The companies opened in Gwangju on the day, divided by the agreements up to the day, in percent to one "
            "decimal, rounded half up. Empty where there is no agreement yet."
        ),
        base=gettext_lazy("All agreements up to the day, by the register's rules."),
        left_out=gettext_lazy("What the two numbers leave out; see their pages."),
        unit=Unit.PERCENT,
        explain=explain_establishment_rate,
        aggregate=Aggregate.RATE,
    ),
    Figure(
        key="official_rate",
        label=gettext_lazy("Share opened, as officials said"),
        definition=gettext_lazy(
            "The latest official number of companies opened in Gwangju as a percentage of the number it was stated out "
            "of. Empty where that was not said."
        ),
        rule=gettext_lazy(
            "The stated number divided by the number it is out of, in percent to one decimal, rounded half up."
        ),
        base=gettext_lazy("The number of companies that was stated with it, where one was."),
        left_out=NOT_SAID,
        unit=Unit.PERCENT,
        explain=explain_official_rate,
        aggregate=Aggregate.RATE,
    ),
]
