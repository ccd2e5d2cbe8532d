"""The directory of a day and an edition: its companies in the order of their names, as arrays of numbers.

A place is the place of a company in this order, counted from 0.
"""

from array import array
from collections import Counter
from functools import cached_property
from itertools import accumulate, compress

from common.partial_dates import Precision
from companies.at_hand.cells import Cell, counts_by_value
from companies.models.establishment import PlaceStatus

PRECISIONS = ["", *Precision.values]
_COLUMNS = "ids", "cell_of", "signed", "precisions", "agreements", "twins"


class Directory:
    """Of the company at each place: `ids`; `cell_of`, its number in `cells`; `signed`, the ordinal of the day on which
    it first signed, 0 where that is not known; `precisions`, how much of that day is known, as a place in PRECISIONS;
    `agreements`; and `twins`, 1 where it has the sort key of the company before it.

    A company takes 22 bytes; each order that was asked for, 4 more.
    """

    def __init__(self, cells=()):
        self.cells = list(cells)
        self.ids, self.twins, self.precisions = array("q"), bytearray(), bytearray()
        self.cell_of, self.signed, self.agreements = array("I"), array("i"), array("I")
        self._numbers = {cell: number for number, cell in enumerate(self.cells)}
        self._orders, self._counts = {}, {}

    def __len__(self):
        return len(self.ids)

    def insert(self, place, company, *, is_twin):
        """Put a Listed at `place`."""
        self.ids.insert(place, company.pk)
        self.cell_of.insert(place, self._number_of(company.cell))
        self.signed.insert(place, company.signed)
        self.precisions.insert(place, PRECISIONS.index(company.precision))
        self.agreements.insert(place, company.agreements)
        self.twins.insert(place, is_twin)

    def without(self, places):
        """A copy without the companies at these places."""
        copy = Directory(self.cells)
        for name in _COLUMNS:
            setattr(copy, name, getattr(self, name)[:])
        for place in sorted(places, reverse=True):
            if place + 1 < len(copy):
                copy.twins[place + 1] &= copy.twins[place]
            for name in _COLUMNS:
                del getattr(copy, name)[place]
        return copy

    def places_of(self, companies):
        """Those of the companies with these numbers (a set) that are listed."""
        return list(compress(range(len(self)), map(companies.__contains__, self.ids)))

    def meeting(self, chosen):
        """Of each cell, whether its companies meet what is chosen."""
        return [cell.meets(chosen) for cell in self.cells]

    def counts(self, chosen, places=None):
        """The `counts_by_value` of the companies at `places`, or of all."""
        if places is not None:
            return self._counted(Counter(map(self.cell_of.__getitem__, places)), chosen)
        key = tuple(chosen.values())
        if key not in self._counts:
            self._counts[key] = self._counted(self.filled, chosen)
        return self._counts[key]

    @cached_property
    def filled(self):
        """{number of a cell: companies in it}"""
        return Counter(self.cell_of)

    def order(self, sort):
        """All places in the order of `sort`, the name of a column of the table, with a minus for descending."""
        if sort == "name":
            return range(len(self))
        if sort not in self._orders:
            self._orders[sort] = array("I", self.sorted(range(len(self)), sort))
        return self._orders[sort]

    def sorted(self, places, sort):
        """Places that stand by name, in the order of `sort`: what is not known last both ways, and equals by name."""
        name = sort.removeprefix("-")
        if sort == "name":
            return places
        value = getattr(self, f"_by_{name}")()
        known = [place for place in places if value(place) is not None]
        unknown = [place for place in places if value(place) is None] if len(known) < len(places) else []
        return sorted(known, key=value, reverse=sort != name) + unknown

    def _by_name(self):
        return list(accumulate(1 - twin for twin in self.twins)).__getitem__

    def _by_status(self):
        return self._by_cell([PlaceStatus.values.index(cell.status) for cell in self.cells])

    def _by_field(self):
        return self._by_cell([cell.field_order for cell in self.cells])

    def _by_first_signed_on(self):
        return lambda place: self.signed[place] or None

    def _by_agreements(self):
        return self.agreements.__getitem__

    def _by_cell(self, values):
        return lambda place: values[self.cell_of[place]]

    def _counted(self, filled, chosen):
        return counts_by_value([(self.cells[number], companies) for number, companies in filled.items()], chosen)

    def _number_of(self, cell: Cell):
        number = self._numbers.setdefault(cell, len(self.cells))
        if number == len(self.cells):
            self.cells.append(cell)
        return number
