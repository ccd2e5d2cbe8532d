"""How the value of a figure is written, with its unit."""

from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from figures.figure import Unit

_COUNTED = {
    Unit.AGREEMENTS: ngettext_lazy("%(n)s agreement", "%(n)s agreements", "count"),
    Unit.COMPANIES: ngettext_lazy("%(n)s company", "%(n)s companies", "count"),
    Unit.ROUNDS: ngettext_lazy("%(n)s signing round", "%(n)s signing rounds", "count"),
    Unit.STATEMENTS: ngettext_lazy("%(n)s official statement", "%(n)s official statements", "count"),
    Unit.POINTS: ngettext_lazy("%(n)s agreed point", "%(n)s agreed points", "count"),
    Unit.NUMBERS: ngettext_lazy("%(n)s number", "%(n)s numbers", "count"),
    Unit.STATED: ngettext_lazy("%(n)s stated number", "%(n)s stated numbers", "count"),
    Unit.DAYS: ngettext_lazy("%(n)s day", "%(n)s days", "count"),
}


def in_words_with_base(figure, explained):
    """The value of an Explanation, and beside it what it is a share of, or how many of it the register can name."""
    value = in_words(explained.value, figure.unit)
    if explained.base:
        return f"{value} ({explained.base})"
    if explained.itemised is None:
        return value
    named = in_words(explained.itemised, figure.unit)
    return _("%(value)s (by name in the register: %(named)s)") % {"value": value, "named": named}


def in_words(value, unit):
    """`145 agreements`, `64.8%`; where the value is not known, those words."""
    if value is None:
        return _("not known")
    if unit == Unit.PERCENT:
        return f"{localize(value)}%"
    # A value that is no whole number (a median) is worded as several.
    count = int(value) if value == int(value) else 2
    return _COUNTED[unit] % {"n": localize(value), "count": count}
