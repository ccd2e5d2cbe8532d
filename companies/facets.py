"""The values that the directory can be narrowed to, each with the number of companies that it leaves."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef
from django.utils.formats import localize
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from companies.filters import UNKNOWN, is_value
from companies.models import Company, Establishment
from companies.models.establishment import PlaceStatus, with_place_status

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


def facets_of(filterset):
    """The facets of a directory with these conditions; two queries, whatever the number of companies."""
    counts = {**_counts_by_company(filterset), "district": _counts_by_district(filterset)}
    return [_facet(filterset, name, counts[name]) for name in filterset.FACETS]


def _facet(filterset, name, counts):
    chosen, values = filterset.form.cleaned_data[name], []
    for value, label in filterset.filters[name].extra["choices"]:
        address = filterset.address_with(**{name: None if value == chosen else value})
        values.append(FacetValue(label, counts.get(value, 0), address, value == chosen))
    return Facet(name, filterset.filters[name].label, values)


def _listed(filterset):
    return with_place_status(Company.objects.published().listed_on(filterset.day), filterset.day).order_by()


def _counts_by_company(filterset):
    """{kind, field, status: {value: companies}}, from one count of the companies of every combination."""
    chosen = {name: filterset.form.cleaned_data[name] for name in filterset.FACETS}
    companies = filterset.narrow(_listed(filterset), without=filterset.FACETS)
    status = chosen["status"]
    if chosen["district"]:
        places = Establishment.objects.with_status(filterset.day).filter(is_value("district__code", chosen["district"]))
        companies = companies.filter(
            Exists(places.filter(company=OuterRef("pk"), place_status=OuterRef("place_status")))
        )
        # Without a status, a district is that of an open place, and such a company's status is open.
        status = status or PlaceStatus.OPEN
    groups = [
        ({"kind": kind, "field": field or UNKNOWN, "status": of}, n)
        for kind, field, of, n in companies.values_list("kind", "field__code", "place_status").annotate(n=Count("pk"))
    ]
    wanted = {"kind": chosen["kind"], "field": chosen["field"], "status": status}
    return {name: _counted(groups, name, wanted) for name in wanted}


def _counted(groups, name, wanted):
    """{value of `name`: rows} of the groups that are as wanted in all else."""
    counts = {}
    for values, n in groups:
        if all(values[other] == value for other, value in wanted.items() if other != name and value):
            counts[values[name]] = counts.get(values[name], 0) + n
    return counts


def _counts_by_district(filterset):
    companies = filterset.narrow(_listed(filterset), without=("district",)).values("pk")
    places = filterset.places_counted().filter(company__in=companies).order_by()
    rows = places.values_list("district__code").annotate(n=Count("company", distinct=True))
    return {code or UNKNOWN: n for code, n in rows}
