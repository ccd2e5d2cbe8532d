"""How the register comes to the number that it holds against a stated one, line by line, and the verdict in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from figures.explained import agreements, established
from figures.figure import Line
from figures.statements.checks import Measure, Verdict

LINES = {Measure.AGREEMENTS: agreements.lines_of, Measure.ESTABLISHED: established.lines_of}

NAMED = {
    Measure.AGREEMENTS: gettext_lazy("Agreements that the register names"),
    Measure.ESTABLISHED: gettext_lazy("Companies with an open place that the register names"),
}
NOTHING_SINCE = {
    Measure.AGREEMENTS: gettext_lazy("No round signed since is known"),
    Measure.ESTABLISHED: gettext_lazy("No opening or closing since is known"),
}


def lines_of(checked):
    """The lines that add up to `checked.expected`; none where it cannot be checked."""
    if checked.total is None:
        return []
    measure, day = checked.figure.measure, checked.figure.statement.as_of
    lines = LINES[measure](checked.total, day)
    if not lines:
        return [Line(NAMED[measure], checked.expected)]
    base = checked.total.base
    return [*lines, Line(NOTHING_SINCE[measure], 0)] if len(lines) == 1 and base and base.day < day else lines


def verdict_in_words(checked):
    """What the check found, as a sentence."""
    if checked.verdict == Verdict.UNCHECKED:
        return _("This cannot be checked: %(reason)s.") % {"reason": checked.reason.label}
    if checked.verdict == Verdict.AGREED:
        return _("The register gives the same number.")
    return _difference_in_words(checked) % {"n": abs(checked.difference)}


def named_in_words(checked):
    """How many of the stated number the register names on that day; "" where it cannot be checked."""
    if checked.total is None:
        return ""
    named, value = checked.total.itemised, checked.figure.value
    text = _("The register names %(named)s of the %(value)s.")
    if named > value:
        text = _("The register names %(named)s, more than were stated.")
    return text % {"named": named, "value": value}


def _difference_in_words(checked):
    is_more = checked.difference > 0
    if checked.figure.measure == Measure.ESTABLISHED and checked.total.base:
        if is_more:
            return _("%(n)s more than the openings and closings known since explain.")
        return _("%(n)s fewer than the openings and closings known since explain.")
    return _("%(n)s more than the register gives.") if is_more else _("%(n)s fewer than the register gives.")
