"""Why a company stands among what was found: the name that matches, and where."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _

from common.templatetags.register_text import korean_text
from companies.models import Alias
from companies.tables import name_in_language

_NEAREST_FIRST = [Alias.Kind.FORMER, Alias.Kind.TRADE, Alias.Kind.ENGLISH, Alias.Kind.MISPRINT]


@dataclass(frozen=True)
class Found:
    """label: what kind of name it is; empty where it is the one shown anyway."""

    label: str
    name: str
    span: tuple

    def marked(self):
        """The name with what matched marked."""
        start, end = self.span
        words = format_html("{}<mark>{}</mark>{}", self.name[:start], self.name[start:end], self.name[end:])
        return korean_text(words)


def why_found(company, reading):
    """The first name of the company that `reading` matches; None where it matches none.

    The company comes with `aliases`, `heads` (in office) and `known_heads` (those and their predecessors).
    """
    for label, name in _names(company):
        if span := reading.span(name):
            return Found(label, name, span)
    return None


def _names(company):
    shown = name_in_language(company)
    yield "", shown
    if shown != company.name:
        yield _("Korean name"), company.name
    aliases = sorted(company.aliases.all(), key=lambda alias: _NEAREST_FIRST.index(alias.kind))
    yield from ((alias.get_kind_display(), alias.name) for alias in aliases)
    in_office = {head.pk for head in company.heads}
    yield from ((_("Representative"), head.name) for head in company.heads)
    yield from ((_("Former representative"), head.name) for head in company.known_heads if head.pk not in in_office)
