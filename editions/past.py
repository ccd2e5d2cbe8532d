"""The register as an edition left it: inside `register_at(number)` every query reads that edition.

Nothing is rebuilt or kept for it. Each public table is read through a common table expression of the same name that
holds the history rows of the edition (see history.py), so that all queries, written for the present, read the past
unchanged. Drafts have no edition, so there are none in the past. Writing is refused.

In the same way a part of an edition can be read as if it were all: what it says of some companies is computed by the
queries that compute it of all of them.
"""

import re
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from functools import cache

from django.apps import apps
from django.db import connection

from editions.history import EditionStamp

_edition = ContextVar("edition_read", default=None)
_only = ContextVar("part_of_edition_read", default=())
_LEADING = re.compile(r"\A(?:\s|--[^\n]*\n)*")
_WRITES = re.compile(r"(?i)(?:insert|update|delete|replace|truncate)\b")
_WITH = re.compile(r"(?i)with\s")


class PastIsReadOnly(RuntimeError):
    """A public record was to be written while a past edition was being read."""


@contextmanager
def register_at(number, only=()):
    """Read the register of edition `number` in this block; None: the present one, also inside another block.

    only: (model, column, numbers) for each table of which no rows are read but those with one of these numbers there.
    """
    tokens = _edition.set(number), _only.set(only)
    try:
        with nullcontext() if _read_edition in connection.execute_wrappers else _editions_readable():
            yield
    finally:
        _edition.reset(tokens[0])
        _only.reset(tokens[1])


@contextmanager
def _editions_readable():
    """PostgreSQL lets a query group by a primary key alone, but an expression has none: all columns are named."""
    features = connection.features
    grouped_by_key = features.allows_group_by_selected_pks
    features.allows_group_by_selected_pks = False
    try:
        with connection.execute_wrapper(_read_edition):
            yield
    finally:
        features.allows_group_by_selected_pks = grouped_by_key


def _read_edition(execute, sql, params, many, context):
    number = _edition.get()
    if number is None:
        return execute(sql, params, many, context)
    views, names = _views()
    used = sorted(set(names.findall(sql)))
    if not used:
        return execute(sql, params, many, context)
    start = _LEADING.match(sql).end()
    if _WRITES.match(sql, start):
        raise PastIsReadOnly(sql[start : start + 60])
    only = {model._meta.db_table: _among(column, numbers) for model, column, numbers in _only.get()}
    shadows = ", ".join(views[table] % {"number": int(number), "only": only.get(table, "")} for table in used)
    with_ = _WITH.match(sql, start)
    rest = f", {sql[with_.end() :]}" if with_ else f" {sql[start:]}"
    return execute(f"WITH {shadows}{rest}", params, many, context)


def _among(column, numbers):
    """A condition, for as many rows as are asked for: no rows are asked for by none."""
    listed = ", ".join(str(int(number)) for number in sorted(numbers))
    return f' AND row."{column}" IN ({listed})' if listed else " AND 1 = 0"


@cache
def _views():
    """({table: its expression at %(number)d, with room for a condition}, a pattern that finds these tables)."""
    views = {}
    for history in apps.get_models():
        if not issubclass(history, EditionStamp):
            continue
        record = history.instance_type
        views[record._meta.db_table] = _shadow_of_rows(record, history)
        for relation in record._meta.many_to_many:
            views[relation.m2m_db_table()] = _shadow_of_links(record, history, relation)
    return views, re.compile(rf"\b(?:{'|'.join(sorted(views, key=len, reverse=True))})\b")


_IN_EDITION = "row.edition_from <= %(number)d AND (row.edition_until IS NULL OR row.edition_until > %(number)d)"


def _shadow_of_rows(record, history):
    kept = {field.column for field in history._meta.concrete_fields}
    columns = ", ".join(
        f'row."{field.column}"' if field.column in kept else f'NULL AS "{field.column}"'
        for field in record._meta.concrete_fields
    )
    table, shown = record._meta.db_table, history._meta.db_table
    return f'"{table}" AS NOT MATERIALIZED (SELECT {columns} FROM "{shown}" row WHERE {_IN_EDITION}%(only)s)'


def _shadow_of_links(record, history, relation):
    links = apps.get_model(record._meta.app_label, f"{history.__name__}_{relation.name}")._meta.db_table
    near, far = relation.m2m_column_name(), relation.m2m_reverse_name()
    table, shown = relation.m2m_db_table(), history._meta.db_table
    return (
        f'"{table}" AS NOT MATERIALIZED (SELECT link.m2m_history_id AS id, link."{near}", link."{far}" '
        f'FROM "{links}" link JOIN "{shown}" row ON row.history_id = link.history_id WHERE {_IN_EDITION})'
    )
