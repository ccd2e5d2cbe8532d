"""Writing rows by the thousand: PostgreSQL by COPY, others by INSERT."""

import csv
import io
from contextlib import contextmanager

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

_INDEXES = """
    SELECT quote_ident(indexname), indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY(%s)
    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = (quote_ident(indexname))::regclass)"""
_REFERENCES = """
    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'f' AND conrelid IN (SELECT unnest(%s)::regclass)"""


def write(tables):
    """Write what waits in `tables`, in their order, and forget it."""
    for rows in tables:
        if rows.waiting:
            (_copy if connection.vendor == "postgresql" else _insert)(rows)
            rows.waiting.clear()


@contextmanager
def indexes_set_aside(tables):
    """On PostgreSQL indexes and references of `tables` are made anew after the block, which is several times as fast
    as keeping them up to date with each row. Other constraints, and the triggers, hold all along."""
    if connection.vendor != "postgresql":
        yield
        return
    names = [rows.table for rows in tables]
    with connection.cursor() as cursor:
        cursor.execute(_REFERENCES, [names])
        references = cursor.fetchall()
        cursor.execute(_INDEXES, [names])
        indexes = cursor.fetchall()
        for table, name, _definition in references:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
        yield
        for _name, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in references:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")


def go_on_counting(tables):
    """Rows that are added later get numbers after those that were written."""
    names = {rows.table for rows in tables}
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table in names]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def take_statistics():
    """Without them a database plans for tables that are empty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copy(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows.waiting)
    text.seek(0)
    # CSV has one way to write NULL and an empty text, which are told apart by column.
    columns, required = (", ".join(f'"{column}"' for column in some) for some in (rows.columns, rows.required))
    with connection.cursor() as cursor:
        cursor.copy_expert(
            f'COPY "{rows.table}" ({columns}) FROM STDIN WITH (FORMAT csv, FORCE_NOT_NULL ({required}))', text
        )


def _insert(rows):
    columns, marks = ", ".join(f'"{column}"' for column in rows.columns), ", ".join(["%s"] * len(rows.columns))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{rows.table}" ({columns}) VALUES ({marks})', rows.waiting)
