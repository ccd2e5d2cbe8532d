"""What changed between two editions: the cells in which their packages differ, row by row."""

import csv
import io
import json
from itertools import islice

from django.db.models import Q

from editions.past import register_at
from editions.services import register_is_synthetic
from editions.sheets import neutral
from figures.editions.records import ADDED, CHANGED, REMOVED
from open_data.licence import licence
from open_data.package.columns import PACKED

COLUMNS = ("change", "record", "id", "field", "before", "after")
READ_AT_ONCE = 500
# Follows from another column, so that a new name of a company is one change and not one of each of its rows.
_DERIVED = {"id", "company"}


def changes_between(first, last):
    """A value for each of COLUMNS, of every cell that differs between edition `first` and `last`; `record` is the table
    of the package. Of a row that is added or removed, every cell that says something."""
    for table in PACKED:
        keys = _changed_rows(table, first, last)
        while some := list(islice(keys, READ_AT_ONCE)):
            before, after = (_cells(table, some, number) for number in (first, last))
            for key in some:
                yield from _changes_of_row(table, key, before.get(key), after.get(key))


def write_csv(first, last, file):
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for change in changes_between(first, last):
        writer.writerow([neutral(cell) for cell in change])
    text.detach()


def write_json(first, last, file):
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    said = {"from": first, "to": last, "licence": {"code": licence().code, "url": licence().url}}
    if register_is_synthetic():
        said["synthetic"] = True
    text.write(json.dumps(said, ensure_ascii=False)[:-1] + ', "changes": [')
    for place, change in enumerate(changes_between(first, last)):
        row = dict(zip(COLUMNS, change, strict=True))
        text.write((",\n" if place else "\n") + json.dumps(row, ensure_ascii=False))
    text.write("\n]}\n")
    text.detach()


def _changed_rows(table, first, last):
    """The numbers of the rows of which a history row began or ended after `first` and up to `last`."""
    after_first = Q(edition_from__gt=first, edition_from__lte=last)
    ended = Q(edition_until__gt=first, edition_until__lte=last)
    history = table.model.history.model.objects.filter(after_first | ended)
    return history.order_by("id").values_list("id", flat=True).distinct().iterator(chunk_size=READ_AT_ONCE)


def _cells(table, keys, number):
    with register_at(number):
        return {row.pk: table.cells(row) for row in table.rows().filter(pk__in=keys)}


def _changes_of_row(table, key, before, after):
    change = ADDED if before is None else REMOVED if after is None else CHANGED
    for column in table.columns:
        old, new = ((side or {}).get(column, "") for side in (before, after))
        if old != new and column not in _DERIVED:
            yield change, table.name, key, column, old, new
