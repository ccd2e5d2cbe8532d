"""The rows of a figure as a table: those that it counts, then those that it leaves out, each with the reason."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from common.parameters import ParametersRefused

COLUMNS = {
    "record": pgettext_lazy("column", "Kind of record"),
    "id": pgettext_lazy("column", "Key"),
    "name": pgettext_lazy("column", "Name"),
    "day": pgettext_lazy("column", "Day"),
    "amount": pgettext_lazy("column", "Amount"),
    "base": pgettext_lazy("column", "Base"),
    "part": pgettext_lazy("column", "Part"),
    "reason": pgettext_lazy("column", "Reason for leaving out"),
    "address": pgettext_lazy("column", "Address"),
}


def header_of(columns, query):
    """The first line of a file: the words for `columns`, or their keys where the address asks for headers=en."""
    asked = query.get("headers", "").strip()
    if asked not in ("", "en"):
        raise ParametersRefused([("headers", _("Write en, or leave the parameter out."))])
    return list(columns) if asked else [str(words) for words in columns.values()]


def table_of(rows, left_out, address_of):
    """The lines of the file. `address_of` makes the address of a row that of a page. A row left out has no amount."""
    for row in rows:
        yield [*_start(row), row.amount, _text(row.base), row.part, "", address_of(row)]
    for reason in left_out:
        for row in reason.rows:
            yield [*_start(row), "", "", "", reason.key, address_of(row)]


def _start(row):
    return row.record, _text(row.pk), row.label, _text(row.day)


def _text(value):
    return "" if value is None else str(value)
