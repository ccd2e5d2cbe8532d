"""What officials said of the totals: one row for each stated number, with what the register gives for that day."""

from django.db.models import Case, CharField, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from agreements.models import Statement, StatementFigure
from figures.statements.checks import Verdict, check, stated_numbers
from figures.sums.kept import sums_shown
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import chosen, coded, dated, key, label_of, own, page, sources, sources_of
from open_data.datasets.filters import StatementFilterSet
from open_data.datasets.orders import orders


def _rows(clocks):
    """Those up to the day and those without a day, as the page shows them; each with `expected` and `verdict`.

    What the rules give is no query, so each number is checked first; officials state a few numbers a year.
    """
    known = stated_numbers().filter(Q(statement__as_of__lte=clocks.as_of) | Q(statement__as_of=None))
    sums = sums_shown(clocks)
    checks = [check(figure, sums) for figure in known]
    expected = [When(pk=one.figure.pk, then=Value(one.expected)) for one in checks if one.expected is not None]
    verdicts = [
        When(pk__in=[one.figure.pk for one in checks if one.verdict == verdict], then=Value(verdict.value))
        for verdict in Verdict
    ]
    return known.annotate(
        expected=Case(*expected, output_field=IntegerField()),
        verdict=Case(*verdicts, output_field=CharField()),
    )


def _difference(value, expected):
    return None if expected is None else value - expected


def _said(name, description):
    """A column of the statement."""
    return own(Statement, name, description, at=f"statement__{name}")


def _said_on(name, description):
    return dated(Statement, name, description, f"statement__{name}")


STATEMENTS = Dataset(
    name="statements",
    title=_("Official statements"),
    description=_(
        "What officials said of the totals, one row for each stated number, with what the register gives for that day "
        "from what was known before. Statements that speak of a later day are left out, as are those without a number; "
        "those whose day is not known stand last in the table of every day and cannot be checked; the figures leave "
        "them out. A statement is never changed to agree with the register."
    ),
    columns=(
        key(),
        Column(
            "statement_id",
            _("Key of the statement"),
            Kind.WHOLE,
            _("Numbers said together have the same key."),
            ("statement_id",),
        ),
        _said_on("as_of", _("The day of which the number speaks.")),
        _said_on("stated_on", _("The day on which it was said, where that is another day.")),
        _said("stated_by", _("Who said it.")),
        *chosen(StatementFigure, "measure", label_of(StatementFigure, "measure"), _("What was counted.")),
        own(StatementFigure, "value", _("The number that was said."), Kind.WHOLE),
        own(StatementFigure, "out_of", _("Out of how many, where that was said."), Kind.WHOLE),
        *chosen(
            StatementFigure,
            "certainty",
            label_of(StatementFigure, "certainty"),
            _("Whether the number was said so, was derived from what was said, is only about, or is disputed."),
        ),
        Column(
            "expected",
            _("The register gives"),
            Kind.WHOLE,
            _("What the register gives for that day from what was known before; empty: it cannot be checked."),
            ("expected",),
        ),
        Column(
            "difference",
            _("Difference"),
            Kind.WHOLE,
            _("The stated number less the register's."),
            ("value", "expected"),
            _difference,
        ),
        *coded(
            "verdict",
            _("Check"),
            _("Whether the stated number agrees with the register."),
            ("verdict",),
            dict(Verdict.choices).get,
        ),
        _said("summary_ko", _("The statement in short, in Korean.")),
        _said("summary_en", _("The statement in short, in English.")),
        *chosen(
            Statement,
            "confidence",
            label_of(Statement, "confidence"),
            _("How sure the register is of the statement."),
            "statement__confidence",
        ),
        sources(),
        page("figures:statement-detail", "statement_id"),
    ),
    rows=_rows,
    parts=(sources_of("statements", "statement_id"),),
    filterset_class=StatementFilterSet,
    orders=orders(("-statement_id", "pk"), as_of="statement__as_of"),
    order="-as_of",
    page="figures:statement-list",
)
