"""What a table of open data is: an allow-list of columns, and the rows that an address may ask for.

File and API are made from the same Dataset, and its rows, conditions and orders are those of the page: so screen, file
and API say the same. What is not a Column of a Dataset never leaves the program.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from editions.clocks import Clocks


class Kind(StrEnum):
    """What a value is. Empty (None, or no items of a list) always means not known, or that there is none."""

    TEXT = "text"
    WHOLE = "whole"  # int
    NUMBER = "number"  # Decimal
    YES_NO = "yes_no"  # bool
    DAY = "day"  # datetime.date
    PARTIAL_DATE = "partial_date"  # common.partial_dates.PartialDate: 2022, 2022-03 or 2022-03-23, as far as known
    MOMENT = "moment"  # an aware datetime
    ADDRESS = "address"  # of a page of this site, from its root; made absolute where it leaves
    LINK = "link"  # an address elsewhere
    LIST = "list"  # of texts; "; " between them in a table


@dataclass(frozen=True)
class Column:
    """`name` is the same in the CSV header, the API and the query; `label` and `description` in the reader's language.

    of: the values of a row that it is made of, as `values_list` names them, or the names of Parts. read(*values) gives
    the value as `kind` says; None: it is the one value of `of`, "" for none. repeats: few values differ; each is worked
    out once in a file. prepared: gives the function `read` when a file is begun, in the reader's language.
    """

    name: str
    label: Any
    kind: Kind
    description: Any
    of: tuple[str, ...]
    read: Callable[..., Any] | None = None
    repeats: bool = False
    prepared: Callable[[], Callable[..., Any]] | None = None


@dataclass(frozen=True)
class Part:
    """What other records say of a row: a list, read for many rows by one query.

    rows(clocks): the other records in their order, read as the rows are. by: what of theirs names the row, by the
    row's value `of`. values: what is read of each; a tuple in the list, or alone where it is one.
    """

    name: str
    rows: Callable[[Clocks], QuerySet]
    by: str
    values: tuple[str, ...]
    of: str = "pk"


@dataclass(frozen=True)
class Dataset:
    """A table of the register.

    rows(clocks): what may be public of the day and edition, read inside `clocks.register()`, unordered. parts: what
    belongs to a row in other tables.
    filterset_class: the conditions, as on the page; orders: {name of `sort`: the expressions to order by}, as on the
    page; order: the name of the order while none is asked for, which is total.
    page: the name of the address of the list, "" where no page shows it. best_first: while something is searched and
    no order is asked for, rows stand by how well they match (`by_match`).
    """

    name: str
    title: Any
    description: Any
    columns: tuple[Column, ...]
    rows: Callable[[Clocks], QuerySet]
    filterset_class: type
    orders: dict[str, tuple]
    order: str
    parts: tuple[Part, ...] = ()
    page: str = ""
    best_first: bool = False

    @property
    def fields(self):
        """The names of the columns."""
        return [column.name for column in self.columns]

    @property
    def parameters(self):
        """What an address may say of the rows, besides the clocks."""
        return {*self.filterset_class.base_filters, "sort"}
