"""Values in words: with what they count, as the reader's language writes it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from figures.figure import Unit

_COUNTED = {
    Unit.AGREEMENTS: lambda n: ngettext("%(n)s agreement", "%(n)s agreements", n),
    Unit.COMPANIES: lambda n: ngettext("%(n)s company", "%(n)s companies", n),
    Unit.ROUNDS: lambda n: ngettext("%(n)s signing", "%(n)s signings", n),
    Unit.STATEMENTS: lambda n: ngettext("%(n)s stated number", "%(n)s stated numbers", n),
    Unit.POINTS: lambda n: ngettext("%(n)s agreed point", "%(n)s agreed points", n),
    Unit.DAYS: lambda n: ngettext("%(n)s day", "%(n)s days", n),
}


def value_in_words(unit, value):
    """`94개사`, `69.6%`, `1,024 agreements`; a value that is not known says so."""
    if value is None:
        return _("not known")
    if unit == Unit.PERCENT:
        return f"{value}%"
    whole = int(value) if value == int(value) else 2
    return _COUNTED[Unit(unit)](whole) % {"n": f"{value:,}"}
