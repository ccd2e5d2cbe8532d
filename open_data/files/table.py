"""A table of open data on its way into a file: read when the file is written, not when it is asked for."""

import datetime
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editions.clocks import Clocks
from editions.one_state import one_state
from editions.provider import provider
from editions.services import latest_number
from editions.synthetic import NOTICE
from open_data.dataset import Dataset
from open_data.licence import licence
from open_data.listing import read_listing
from open_data.reading import read_rows
from open_data.values import addresses


@dataclass(frozen=True)
class Table:
    """query: conditions and order, as `read_listing` takes them. site: like `https://example.go.kr`. names_alone: the
    columns are headed by their names, not by words."""

    dataset: Dataset
    query: Mapping
    clocks: Clocks
    language: str
    site: str
    made_at: datetime.datetime
    names_alone: bool = False

    @contextmanager
    def reading(self):
        """The Listing, all in one state of the database and in the words of the reader, whatever is published while it
        is read: an edition that is the latest no longer is read as a past one."""
        with translation.override(self.language), one_state():
            clocks = replace(self.clocks, present=latest_number())
            with clocks.register():
                yield read_listing(self.dataset, self.query, clocks)

    @property
    def columns(self):
        return self.dataset.columns

    def header(self):
        """The first row of the table, in the reader's words or as the columns are named in addresses and answers."""
        return [column.name if self.names_alone else str(capfirst(column.label)) for column in self.columns]

    def rows(self, listing, writer):
        """Lists of rows, as many as are in memory at a time; `writer(column, whole)` gives the function that writes
        the values of a column (open_data/values.py)."""
        whole = addresses(self.site, self.clocks)
        return read_rows(self.dataset, listing.rows, listing.clocks, lambda column: writer(column, whole))

    def about(self, listing):
        """(name, label, value) of what must be known to use the table rightly, in the reader's words."""
        terms = licence()
        conditions = "; ".join(f"{label}: {value}" for _name, label, value in listing.conditions)
        notice = [("notice", _("Notice"), str(NOTICE))] if self.clocks.is_synthetic else []
        return [
            *notice,
            ("title", _("Table"), str(self.dataset.title)),
            ("description", _("Description"), str(self.dataset.description)),
            ("publisher", _("Published by"), provider()),
            ("as_of", _("As of"), self.clocks.as_of.isoformat()),
            ("edition", _("Edition"), self.clocks.edition),
            ("licence", _("Licence"), f"{terms.name} ({terms.url})"),
            ("generated_at", _("Made at"), self.made_at.isoformat(timespec="seconds")),
            ("conditions", _("Conditions"), conditions or _("none: the whole table")),
        ]
