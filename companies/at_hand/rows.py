"""The rows of the page of the directory that is shown: of a register of any size, fifty companies are read."""

import datetime

from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django_tables2.data import TableData

from companies.at_hand.directory import PRECISIONS
from companies.models import Company, Establishment, Representative


class ListedRows(TableData):
    """The companies of a Listing in the order asked for, or else by match, with what `companies_listed` says of each.

    Besides that each has `heads`, its representatives on the day, and `open_places`; while something is searched also
    `known_heads`, those and their predecessors.
    """

    def __init__(self, listing):
        super().__init__(Company.objects.published())
        self._listing, self._selection = listing, listing.selection()
        self.order_by(())

    def order_by(self, aliases):
        asked = aliases[0] if aliases else ""
        self._sort = asked or ("" if self._reading else "name")

    def __len__(self):
        return len(self._selection)

    def __iter__(self):
        return iter(self[:])

    def __getitem__(self, part):
        """The companies of a slice, which are read once they are looked at; one by its index."""
        if not isinstance(part, slice):
            return self[part : part + 1][0]
        return SimpleLazyObject(lambda: self._read(part))

    def _read(self, part):
        ids = self._listing.directory.ids
        places = {ids[place]: place for place in self._places(part)}
        found = self._companies().in_bulk(places)
        self._add_what_belongs(found)
        self._add_what_is_listed(found, places)
        # Staff do not read in one state: one that was withdrawn meanwhile is missing.
        return [found[number] for number in places if number in found]

    def _places(self, part):
        if self._sort:
            return self._selection.slice(self._sort, part)
        return self._listing.by_match(self._selection.places)[part]

    def _companies(self):
        companies = self.data.select_related("field")
        # A Korean page shows other names only to say what a search found.
        return companies if get_language() == "ko" and not self._reading else companies.prefetch_related("aliases")

    def _add_what_belongs(self, found):
        """Without a prefetch, which takes as long again as reading the rows."""
        day = self._listing.clocks.as_of
        places = Establishment.objects.open_on(day).select_related("district").order_by("order", "pk")
        belonging = {"heads": Representative.objects.on(day), "open_places": places}
        if self._reading:
            belonging["known_heads"] = Representative.objects.known_by(day)
        for name, rows in belonging.items():
            for company in found.values():
                setattr(company, name, [])
            for row in rows.filter(company__in=found):
                getattr(found[row.company_id], name).append(row)

    def _add_what_is_listed(self, found, places):
        directory = self._listing.directory
        for number, company in found.items():
            place = places[number]
            company.place_status = directory.cells[directory.cell_of[place]].status
            first = directory.signed[place]
            company.first_signed_on = datetime.date.fromordinal(first) if first else None
            company.first_signed_on_precision = PRECISIONS[directory.precisions[place]] or None
            company.agreement_count = directory.agreements[place]

    @property
    def _reading(self):
        return self._listing.filterset.reading
