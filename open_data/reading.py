"""How the rows of a table are read for a file or an answer: as plain values, many rows at a time, column by column.

Of a table of 100,000 rows, a model's record for each row and for all that belongs to it takes most of the time.
"""

from itertools import islice

ROWS_AT_ONCE = 1_000


def read_rows(dataset, rows, clocks, writer):
    """Lists of up to ROWS_AT_ONCE rows, each of which holds a value for every column.

    rows: of `dataset.rows`, narrowed and ordered, read inside `clocks.register()`. writer(column): a function that
    writes a value of the column.
    """
    parts = {part.name: part for part in dataset.parts}
    used = {name for column in dataset.columns for name in column.of} | {part.of for part in dataset.parts}
    own = sorted(used - parts.keys())
    written = [_written(column, writer(column)) for column in dataset.columns]
    values = iter(rows.prefetch_related(None).values_list(*own).iterator(chunk_size=ROWS_AT_ONCE))
    while chunk := list(islice(values, ROWS_AT_ONCE)):
        known = dict(zip(own, zip(*chunk, strict=True), strict=True))
        for name in parts.keys() & used:
            known[name] = _read_part(parts[name], known[parts[name].of], clocks)
        columns = [
            write(*(known[name] for name in column.of)) for column, write in zip(dataset.columns, written, strict=True)
        ]
        yield list(zip(*columns, strict=True))


def _read_part(part, keys, clocks):
    """For each of `keys` the list of what belongs to it."""
    found = {}
    rows = part.rows(clocks).prefetch_related(None).filter(**{f"{part.by}__in": set(keys) - {None}})
    for key, *values in rows.values_list(part.by, *part.values):
        found.setdefault(key, []).append(values[0] if len(values) == 1 else values)
    return [found.get(key, ()) for key in keys]


def _written(column, write):
    """A function of lists of the values that the column is made of, which gives the list of its values as written."""
    read = column.prepared() if column.prepared else column.read
    one = (lambda *values: write(read(*values))) if read else write
    if column.repeats:
        known = _Known(one)
        return lambda *lists: map(known.__getitem__, zip(*lists, strict=True))
    return lambda *lists: map(one, *lists)


class _Known(dict):
    """What a function gives for values that it was asked for before."""

    def __init__(self, work_out):
        self.work_out = work_out

    def __missing__(self, values):
        self[values] = self.work_out(*values)
        return self[values]
