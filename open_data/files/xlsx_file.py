"""A table as a workbook: the rows on the first sheet, what must be known of them on the second."""

import datetime
import tempfile
from contextlib import ExitStack
from itertools import chain

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from xlsxwriter import Workbook

from open_data.dataset import Kind
from open_data.values import day_or_cell_writer

WIDTHS = {Kind.WHOLE: 12, Kind.NUMBER: 12, Kind.YES_NO: 10, Kind.DAY: 13, Kind.PARTIAL_DATE: 13, Kind.MOMENT: 20}
WIDTH_OF_TEXT = 24


class CellRefused(ValueError):
    """The workbook has no room for a cell or row: it would have been left out in silence."""


def write_xlsx(table):
    """The workbook as a temporary file, open at its start, to be closed by the caller. Memory does not grow with the
    rows."""
    with ExitStack() as left_open, tempfile.TemporaryDirectory() as folder:
        file = left_open.enter_context(tempfile.TemporaryFile())
        # Rows go to disk as they come, into the folder.
        with Workbook(file, {"constant_memory": True, "tmpdir": folder}) as book, table.reading() as listing:
            _write_rows(book, table, listing)
            _write_about(book, table, listing)
        file.seek(0)
        left_open.pop_all()
        return file


def _write_rows(book, table, listing):
    sheet = book.add_worksheet(str(table.dataset.title)[:31])
    formats = _formats(book)
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, WIDTHS.get(column.kind, WIDTH_OF_TEXT))
    sheet.freeze_panes(1, 0)
    for index, words in enumerate(table.header()):
        _write(sheet, 0, index, words, formats)
    rows = chain.from_iterable(table.rows(listing, day_or_cell_writer))
    for number, row in enumerate(rows, start=1):
        for index, value in enumerate(row):
            _write(sheet, number, index, value, formats)


def _write_about(book, table, listing):
    sheet, formats = book.add_worksheet(_("About this table")), _formats(book)
    sheet.set_column(0, 1, WIDTH_OF_TEXT)
    sheet.set_column(2, 2, 80)
    columns = [(str(capfirst(column.label)), column.name, str(column.description)) for column in table.columns]
    lines = [(label, "", value) for _name, label, value in table.about(listing)]
    lines += [("", "", ""), (_("Column"), _("Name"), _("What it says")), *columns]
    for number, line in enumerate(lines):
        for index, value in enumerate(line):
            _write(sheet, number, index, value, formats)


def _formats(book):
    return {
        datetime.date: book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        datetime.datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"}),
    }


def _write(sheet, row, column, value, formats):
    """A text that begins like a formula, an address or a number stays a text."""
    if value == "":
        return
    if isinstance(value, str):
        text = value if value.isprintable() else ILLEGAL_CHARACTERS_RE.sub("", value)
        refused = sheet.write_string(row, column, text)
    elif isinstance(value, datetime.date):
        refused = sheet.write_datetime(row, column, value, formats[type(value)])
    else:
        refused = sheet.write_number(row, column, value)
    if refused:
        raise CellRefused(f"row {row + 1}, column {column + 1}")
