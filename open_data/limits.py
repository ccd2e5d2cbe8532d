"""What the data do not tell, in plain words: the page, the packages and the portal's metadata say the same."""

from django.utils.translation import gettext_lazy as _

LIMITS = [
    _("The register is compiled from press releases and news reports. Agreements that no report tells of are missing."),
    _("Many totals were announced without names: the figures say how many of each total are known by name."),
    _("Empty means not known. It is never zero and never “no”: a company without a place may well have one."),
    _("Of some days only the month or the year is known; they are written as far as they are known."),
    _("A place is known to have been there on the day of its last source. A closing that nobody reported is missing."),
    _("Kinds of agreed points, and many AI fields, are this register's reading and not the city's."),
    _("Some agreement numbers are worked out from totals and neighbouring rounds; they are marked."),
    _("Official statements are given as they were made, and do not always agree with each other or with the register."),
    _("What came of an agreed point is not known, unless its state says so."),
]
