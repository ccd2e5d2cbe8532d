"""A table as CSV, row by row: UTF-8 with a mark by which Korean spreadsheet programs know it, line ends as CRLF."""

import csv
import io
import logging

from django.utils import translation
from django.utils.translation import gettext as _

from editions.sheets import neutral
from open_data.dataset import Kind
from open_data.values import cell_writer

logger = logging.getLogger(__name__)
BYTE_ORDER_MARK = "\ufeff"
NUMBERS = (Kind.WHOLE, Kind.NUMBER)


def csv_pieces(table, keeping=iter):
    """The file in pieces of bytes; where it breaks off, its last line says so. `keeping` is given the pieces of the
    whole file, and gives them on."""
    try:
        yield from keeping(_whole(table))
    except Exception:
        logger.exception("The file %s.csv broke off.", table.dataset.name)
        with translation.override(table.language):
            yield lines_of([[_("This file is incomplete: an error occurred while it was written. Download it again.")]])


def _whole(table):
    with table.reading() as listing:
        yield BYTE_ORDER_MARK.encode() + lines_of([table.header()])
        for rows in table.rows(listing, _neutral_writer):
            yield _lines(rows)


def lines_of(rows):
    """Rows as bytes. Numbers stay as they are; what a spreadsheet program would run as a formula is made harmless."""
    return _lines([neutral(value) for value in row] for row in rows)


def _neutral_writer(column, whole):
    """As `cell_writer`, harmless where it is a text."""
    write = cell_writer(column, whole)
    if column.kind in NUMBERS:
        return write
    if column.kind in (Kind.TEXT, Kind.LINK):
        return lambda value: neutral(str(value)) if value else ""
    return lambda value: neutral(write(value))


def _lines(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
