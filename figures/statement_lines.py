"""How the register comes to the number that it holds against a stated one, line by line, and the verdict in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from figures.explained import agreements, established
from figures.figure import Line
from figures.statements import Measure, Verdict

LINES = {Measure.AGREEMENTS: agreements.lines_of, Measure.ESTABLISHED: established.lines_of}


def lines_of(checked):
    """The lines that add up to `checked.expected`; none where it cannot be checked."""
    if checked.total is None:
        return []
    lines = LINES[checked.figure.measure](checked.total, checked.figure.statement.as_of)
    return lines or [Line(_("Companies with an open place that the register names"), checked.expected)]


def verdict_in_words(checked):
    """What the check found, as a sentence."""
    if checked.verdict == Verdict.UNCHECKED:
        return _("This cannot be checked: %(reason)s.") % {"reason": checked.reason.label}
    if checked.verdict == Verdict.AGREED:
        return _("The register gives the same number.")
    count = abs(checked.difference)
    return _difference_in_words(checked, count) % {"n": count}


def named_in_words(checked):
    """How many of the stated number the register names on that day; "" where it cannot be checked."""
    if checked.total is None:
        return ""
    named, value = checked.total.itemised, checked.figure.value
    text = _("The register names %(named)s of the %(value)s.")
    if named > value:
        text = _("The register names %(named)s, more than were stated.")
    return text % {"named": named, "value": value}


def _difference_in_words(checked, count):
    is_more, base = checked.difference > 0, checked.total.base
    if checked.figure.measure == Measure.ESTABLISHED and base:
        return (
            ngettext(
                "%(n)s more than the openings and closings known since explain.",
                "%(n)s more than the openings and closings known since explain.",
                count,
            )
            if is_more
            else ngettext(
                "%(n)s fewer than the openings and closings known since explain.",
                "%(n)s fewer than the openings and closings known since explain.",
                count,
            )
        )
    return (
        ngettext("%(n)s more than the register gives.", "%(n)s more than the register gives.", count)
        if is_more
        else ngettext("%(n)s fewer than the register gives.", "%(n)s fewer than the register gives.", count)
    )
