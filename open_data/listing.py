"""The rows that an address asks for, for file and API alike: the conditions and orders of the page, as strictly."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from common.parameters import ParametersRefused, give_one_of
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
    _refuse_order(dataset, query)
    sort, rows = query.get("sort", ""), filterset.qs
    if not sort and filterset.reading and dataset.best_first:
        ordered = rows.by_match(filterset.reading)
    else:
        ordered = rows.order_by(*dataset.orders[sort or dataset.order])
    return Listing(dataset, clocks, ordered, filterset.in_words())


def listing_checks(dataset, query, clocks):
    """What `read_listing` refuses, as checks of `refused_together`; run inside `clocks.register()`."""
    filterset = dataset.filterset_class(query, dataset.rows(clocks), day=clocks.as_of)
    return [filterset.refuse_malformed, lambda: _refuse_order(dataset, query)]


def _refuse_order(dataset, query):
    sort = query.get("sort", "")
    if sort and sort not in dataset.orders:
        raise ParametersRefused([("sort", give_one_of(dataset.orders))])
