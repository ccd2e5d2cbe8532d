"""The rows that an address asks for, for file and API alike: the conditions and orders of the page, as strictly."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from common.parameters import ParametersRefused
from editions.clocks import Clocks
from open_data.dataset import Dataset


@dataclass(frozen=True)
class Listing:
    """rows: in their order, with all that the columns read; they are read inside `clocks.register()`. conditions:
    (parameter, label, value) of each in use, in the reader's words."""

    dataset: Dataset
    clocks: Clocks
    rows: QuerySet
    conditions: list

    @cached_property
    def count(self):
        """How many rows there are; one query."""
        return self.rows.count()


def read_listing(dataset, query, clocks):
    """The Listing of a table, inside `clocks.register()`; raises ParametersRefused for a value that cannot be answered.

    Parameters besides those of `dataset.parameters` are the caller's to refuse or to read.
    """
    filterset = dataset.filterset_class(query, dataset.rows(clocks), day=clocks.as_of)
    filterset.refuse_malformed()
    sort, rows = query.get("sort", ""), filterset.qs
    if sort and sort not in dataset.orders:
        name = sort.removeprefix("-")
        raise ParametersRefused([("sort", _("This list cannot be sorted by “%s”.") % name)])
    if not sort and filterset.reading and hasattr(rows, "by_match"):
        ordered = rows.by_match(filterset.reading)
    else:
        ordered = rows.order_by(*dataset.orders[sort or dataset.order])
    return Listing(dataset, clocks, ordered, filterset.in_words())
