"""The directory as a plain SQLite table, as somebody would load our file of companies for Datasette."""

import csv
import io
import sqlite3
from contextlib import closing

from common.korean import initials, search_key

# What both sides show of a company, and what they count.
COLUMNS = ("name", "kind", "field", "status", "district", "representatives", "first_signed_on", "agreements")
FACETS = ("kind", "field", "status", "district")
PER_PAGE = 50


def write_plain_table(file_of_companies, path):
    """Write the CSV file (bytes, headed by names) into the table `companies` of a new file, with an index a facet.

    Its key, `place`, is the place in the directory, so that the table is sorted without sorting. `initials`: the name
    as initial consonants, which can then be searched by a plain `contains`.
    """
    lines = io.TextIOWrapper(io.BytesIO(file_of_companies), "utf-8-sig", newline="")
    header, *rows = csv.reader(lines)
    if short := [row for row in rows if len(row) != len(header)]:
        raise RuntimeError(f"The file of companies broke off: {short[0]}")
    name, unfinished = header.index("name"), path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as table, table:
        columns = ", ".join(f'"{column}" {_type_of(column)}' for column in header)
        table.execute(f"CREATE TABLE companies (place INTEGER PRIMARY KEY, {columns}, initials TEXT)")
        table.executemany(
            f"INSERT INTO companies VALUES (NULL, {', '.join('?' * len(header))}, ?)",
            ([*row, initials(search_key(row[name]))] for row in rows),
        )
        for facet in FACETS:
            table.execute(f"CREATE INDEX companies_{facet} ON companies ({facet})")
        table.execute("ANALYZE")
    unfinished.rename(path)


def count_companies(path):
    with closing(sqlite3.connect(path)) as table:
        return table.execute("SELECT count(*) FROM companies").fetchone()[0]


def _type_of(column):
    return "INTEGER" if column in ("id", "agreements") else "TEXT"
