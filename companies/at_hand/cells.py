"""Companies that are alike in all that the facets ask for make a cell: a register of any size has a few thousand."""

from collections import Counter
from typing import NamedTuple

from companies.filters import CompanyFilterSet
from companies.models.establishment import PlaceStatus

FACETS = CompanyFilterSet.FACETS


class Cell(NamedTuple):
    """field, districts: codes, or UNKNOWN. field_order: None for no field. districts: of the places that have the
    status that the company has by its places."""

    kind: str
    field: str
    field_order: int | None
    status: str
    districts: frozenset

    def meets(self, chosen):
        """Whether its companies are listed where {facet: value} is chosen; an empty value asks for nothing."""
        wanted = _wanted(chosen)
        return all(not wanted[name] or wanted[name] in self.values(name) for name in FACETS)

    def values(self, name):
        return self.districts if name == "district" else (getattr(self, name),)


def _wanted(chosen):
    """A district on its own is that of an open place, and a company with an open place is open."""
    status = chosen["status"] or (PlaceStatus.OPEN if chosen["district"] else "")
    return {**chosen, "status": status}


def counts_by_value(cells, chosen):
    """{facet: {value: companies listed once it is chosen, too}} of (Cell, companies in it); of a facet with a value
    chosen, once that value is another."""
    counts = {name: Counter() for name in FACETS}
    for name, asked in _asked(chosen).items():
        for cell, companies in cells:
            if all(value in cell.values(other) for other, value in asked):
                for value in cell.values(name):
                    counts[name][value] += companies
    return counts


def _asked(chosen):
    """{facet: the (other facet, value) that a company must meet to be counted with its value of the facet}."""
    wanted = _wanted(chosen)
    by_status = {"district": wanted["status"] or PlaceStatus.OPEN}
    return {
        name: [
            (other, value)
            for other, value in {**wanted, "status": by_status.get(name, wanted["status"])}.items()
            if other != name and value
        ]
        for name in FACETS
    }
