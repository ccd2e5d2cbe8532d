"""The official numbers and printed numbers that a total rests on, and those that it passes over."""

from django.utils.translation import gettext as _

from agreements.models import SigningRound, Statement, StatementFigure
from figures.figure import LeftOut, Line
from figures.rows import round_row, stated_rows, statement_row


def base_line(point):
    """The first line of a total: the evidence it starts from."""
    if point.statement_id:
        row = statement_row(Statement.objects.get(pk=point.statement_id))
        return Line(row.label, point.total, row.day, row.address)
    row = round_row(SigningRound.objects.get(pk=point.round_id))
    words = _("Last printed number of %(round)s") % {"round": row.label}
    return Line(words, point.total, row.day, row.address)


def beyond_line(total, lines):
    """The line of what the register names beyond what the other lines add up to; empty where it does not."""
    missing = total.value - sum(line.amount for line in lines)
    return [Line(_("The register names more than this gives"), missing)] if missing else []


def stated_left_out(measure, day):
    """The official numbers of a measure that no total rests on."""
    stated = StatementFigure.objects.public().filter(measure=measure)
    evidence = StatementFigure.objects.evidence(measure).values("pk")
    dated = stated.filter(statement__as_of__lte=day)
    return [
        LeftOut(
            "not_exact",
            _("official number that is approximate or disputed"),
            stated_rows(dated.exclude(pk__in=evidence)),
        ),
        LeftOut(
            "stated_later", _("official number of a later day"), stated_rows(stated.filter(statement__as_of__gt=day))
        ),
        LeftOut(
            "stated_without_day",
            _("official number whose day is not known"),
            stated_rows(stated.filter(statement__as_of__isnull=True)),
        ),
    ]
