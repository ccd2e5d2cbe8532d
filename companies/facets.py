"""The values that the directory can be narrowed to, each with the number of companies that it leaves."""

from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

_LINK = '<a href="{}"><span class="visually-hidden">{}: </span>{} <span class="count">{}</span></a>'
_LINK_BACK = (
    '<a href="{}" aria-current="true"><span class="visually-hidden">{}: </span>{} <span class="count">{}</span>'
    '<span class="visually-hidden">. {}</span></a>'
)


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    values: list

    @property
    def offered(self):
        """The values that lead somewhere: those that leave a company, and the one chosen, to be taken back."""
        return [value for value in self.values if value.count or value.is_chosen]

    @property
    def links(self):
        """These values as items of a list."""
        return format_html_join("\n", "<li>{}</li>", ((value.link(self.label),) for value in self.offered))


@dataclass(frozen=True)
class FacetValue:
    """count: the companies listed once this value is chosen, the other conditions kept. address: the list with it, or
    without it where it is chosen."""

    label: str
    count: int
    address: str
    is_chosen: bool

    def link(self, facet):
        """`facet`: what is said before its label to those who cannot see where it stands."""
        if self.is_chosen:
            taken_back = _("Remove this condition")
            return format_html(_LINK_BACK, self.address, facet, self.label, localize(self.count), taken_back)
        return format_html(_LINK, self.address, facet, self.label, localize(self.count))


def facets_of(filterset, counts):
    """The facets of a directory with these conditions. counts: {facet: {value: companies}}, of each value the companies
    listed once it is chosen."""
    return [_facet(filterset, name, counts[name]) for name in filterset.FACETS]


def _facet(filterset, name, counts):
    chosen, values = filterset.form.cleaned_data[name], []
    for value, label in filterset.filters[name].extra["choices"]:
        address = filterset.address_with(**{name: None if value == chosen else value})
        values.append(FacetValue(label, counts.get(value, 0), address, value == chosen))
    return Facet(name, filterset.filters[name].label, values)
