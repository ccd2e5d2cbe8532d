"""The same questions, drawn by chance, as addresses of our program and of Datasette."""

import datetime
import sqlite3
from contextlib import closing
from math import ceil
from random import Random
from typing import NamedTuple
from urllib.parse import urlencode

from benchmarks.plain import COLUMNS, FACETS, PER_PAGE
from common.korean import INITIALS

# What a made register speaks of.
FIRST_DAY, LAST_DAY = datetime.date(2019, 10, 7), datetime.date(2025, 11, 28)
_SHOWN = [*(("_col", column) for column in COLUMNS), *(("_facet", facet) for facet in FACETS), ("_size", PER_PAGE)]
# One in three lists is the whole one.
_NARROWED_BY = [(), (), (), ("kind",), ("field",), ("status",), ("kind", "field"), ("field", "status"), ("status",)]
_LETTERS = 3


class Question(NamedTuple):
    ours: str
    datasette: str


def directory_pages(plain, count, seed=1):
    """`count` Questions for a page of the directory, any of its pages, of the whole list or of one narrowed by one or
    two facets; `plain` is the file of write_plain_table."""
    random = Random(seed)
    with closing(sqlite3.connect(plain)) as table:
        return [_directory_page(table, random) for _one in range(count)]


def searches(plain, count, seed=1):
    """`count` Questions for the companies whose name holds a few letters of a name; every other one asks by their
    initial consonants, where the name has them."""
    random = Random(seed)
    with closing(sqlite3.connect(plain)) as table:
        return [_search(table, random, by_initials=bool(number % 2)) for number in range(count)]


def days(count, seed=1):
    """`count` addresses of the dashboard, of any day."""
    random, whole = Random(seed), (LAST_DAY - FIRST_DAY).days + 1
    drawn = [FIRST_DAY + datetime.timedelta(days=random.randrange(whole)) for _one in range(count)]
    return [f"/?as_of={day}" for day in drawn]


def whole_pages(companies, count):
    """The first pages, `count` of them at most, of a directory of so many companies: they hold PER_PAGE each."""
    return [f"/companies/?page={page}" for page in range(1, min(count, companies // PER_PAGE) + 1)]


def _directory_page(table, random):
    conditions = _conditions(table, random)
    where = " AND ".join(["1", *(f"{column} = ?" for column in conditions)])
    values = list(conditions.values())
    found = table.execute(f"SELECT count(*) FROM companies WHERE {where}", values).fetchone()[0]
    page, narrowed = 1 + random.randrange(ceil(found / PER_PAGE)), list(conditions.items())
    if page == 1:
        return Question(_ours(narrowed), _datasette(narrowed))
    # Datasette goes on after the last row of the page before, which costs it less than to count up to it.
    statement = f"SELECT place FROM companies WHERE {where} ORDER BY place LIMIT 1 OFFSET ?"
    after = table.execute(statement, [*values, (page - 1) * PER_PAGE - 1]).fetchone()[0]
    return Question(_ours([*narrowed, ("page", page)]), _datasette([*narrowed, ("_next", after)]))


def _conditions(table, random):
    """Those of a company drawn by chance, so that there is always something to list; what is not known is none."""
    names = random.choice(_NARROWED_BY)
    drawn = dict(zip(FACETS, _one_of(table, random, FACETS), strict=True))
    return {name: drawn[name] for name in names if drawn[name]}


def _search(table, random, *, by_initials):
    name, consonants = _one_of(table, random, ("name", "initials"))
    if by_initials and len(consonants) >= _LETTERS and all(letter in INITIALS for letter in consonants):
        letters = _part(consonants, random)
        return Question(_ours([("q", letters)]), _datasette([("initials__contains", letters)]))
    letters = _part(max(name.split(), key=len), random)
    return Question(_ours([("q", letters)]), _datasette([("name__contains", letters)]))


def _part(text, random):
    start = random.randrange(max(len(text) - _LETTERS, 0) + 1)
    return text[start : start + _LETTERS]


def _one_of(table, random, columns):
    last = table.execute("SELECT max(place) FROM companies").fetchone()[0]
    place = 1 + random.randrange(last)
    return table.execute(f"SELECT {', '.join(columns)} FROM companies WHERE place = ?", [place]).fetchone()


def _ours(query):
    return f"/companies/?{urlencode(query)}" if query else "/companies/"


def _datasette(query):
    return f"/register/companies?{urlencode([*_SHOWN, *query])}"
