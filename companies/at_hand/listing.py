"""What the conditions of a page leave of the directory at hand."""

from functools import cached_property
from itertools import compress, islice

from common.name_search import first_that_finds, readings
from companies.at_hand.cells import FACETS
from companies.at_hand.kept import directory_shown, names_shown
from companies.models import Company


class Listing:
    """As `filterset.qs`, `count` and the facets' counts would say it in SQL, of a filterset that is valid. Sets
    `filterset.reading`."""

    def __init__(self, filterset, clocks):
        self.filterset, self.clocks = filterset, clocks
        self.directory = directory_shown(clocks)
        if self._asked["q"]:
            self._search()

    def chosen(self, without=()):
        """{facet: the value chosen}, empty where none is or the facet is named in `without`."""
        return {name: "" if name in without else self._asked[name] for name in FACETS}

    def places(self, without=()):
        """The places, by name, of the companies that meet the conditions but the facets and those in `without`; None
        where all do."""
        by_words = self._asked["q"] and "q" not in without
        by_days = any(self._asked[name] for name in ("signed_after", "signed_before") if name not in without)
        if not by_words:
            return list(self._signed) if by_days else None
        return [place for place in self._ranks if not by_days or place in self._signed]

    def counts(self):
        """{facet: {value: companies listed once it is chosen}}"""
        return self.directory.counts(self.chosen(), self.places())

    def count(self, without=()):
        """The number of companies listed without these conditions."""
        return len(self.selection(without))

    def selection(self, without=()):
        return Selection(self.directory, self.chosen(without), self.places(without))

    def by_match(self, places):
        """These places, the best match first, and equals by name."""
        return sorted(places, key=self._ranks.__getitem__)

    @property
    def _asked(self):
        return self.filterset.form.cleaned_data

    @cached_property
    def _signed(self):
        """The places of the companies that signed between the days asked for, by name."""
        signed = Company.objects.agreements_between(*self.filterset.limits_of_signing())
        return dict.fromkeys(self.directory.places_of(set(signed.values_list("company", flat=True))))

    def _search(self):
        """Sets how near the match at each place is, by name, too."""
        names, day, found = names_shown(self.clocks), self.clocks.as_of, {}

        def finds(reading):
            ranks = names.found_by(reading, day)
            found[reading] = {place: ranks[self.directory.ids[place]] for place in self.directory.places_of(set(ranks))}
            return found[reading]

        self.filterset.reading = first_that_finds(readings(self._asked["q"]), finds)
        self._ranks = found.get(self.filterset.reading, {})


class Selection:
    """The companies of a directory that meet what is chosen; `places`: no others than these, None for any."""

    def __init__(self, directory, chosen, places=None):
        self.directory, self._places = directory, places
        self._meets = directory.meeting(chosen) if any(chosen.values()) else None

    def __len__(self):
        if self._places is not None:
            return len(self.places)
        if self._meets is None:
            return len(self.directory)
        return sum(companies for number, companies in self.directory.filled.items() if self._meets[number])

    @cached_property
    def places(self):
        """All of them, by name."""
        return list(self._meeting(range(len(self.directory)) if self._places is None else self._places))

    def slice(self, sort, part):
        """The places of this slice of them, in the order of `sort`."""
        if self._places is None:
            return list(islice(self._meeting(self.directory.order(sort)), part.start, part.stop))
        return self.directory.sorted(self.places, sort)[part]

    def _meeting(self, places):
        if self._meets is None:
            return iter(places)
        return compress(places, map(self._meets.__getitem__, map(self.directory.cell_of.__getitem__, places)))
