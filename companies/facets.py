"""The values that the directory can be narrowed to, each with the number of companies that it leaves."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    values: list

    @property
    def offered(self):
        """The values that lead somewhere: those that leave a company, and the one chosen, to be taken back."""
        return [value for value in self.values if value.count or value.is_chosen]


@dataclass(frozen=True)
class FacetValue:
    """count: the companies listed once this value is chosen, the other conditions kept. address: the list with it, or
    without it where it is chosen."""

    label: str
    count: int
    address: str
    is_chosen: bool


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
