"""A table of companies, pasted or from a file: text in, rows out. Nothing is looked up in the register, nothing saved.

A number is an agreement number, or only counts the rows; which, the column says:
- 협약번호, 협약 차수: an agreement number.
- 연번, 순번: never. They count rows, in a list of all agreements as in any other.
- 번호, 차수, No, or a column without header: an agreement number if the numbers run on without a gap and the first is
  greater than the number of rows. 1-10 over ten rows only counts them; 136-145 cannot.
What is not taken as an agreement number leaves `number` unknown; where the column has a header, a note says so.
"""

from pathlib import PurePath

from intake.bounded import read_container
from intake.containers.bounds import MAX_CHARACTERS, Unreadable
from intake.documents import is_packed, refuse_by_size, refuse_old
from intake.plain_text import clean_text, decode
from intake.refusals import TableRefused
from intake.tables.lines import Line, split_lines
from intake.tables.reading import TableNote, TableReading, TableRow
from intake.tables.rows import read_rows

__all__ = ["TableNote", "TableReading", "TableRefused", "TableRow", "read_spreadsheet", "read_table"]


def read_table(text):
    """Rows of a table pasted from a spreadsheet, a word processor or a CSV file. Raises TableRefused."""
    try:
        return _read_text(text)
    except Unreadable as unreadable:
        raise TableRefused(unreadable.code) from None


def read_spreadsheet(name, content):
    """Rows of an .xlsx or .csv file. Raises TableRefused. What it costs is bounded, whatever the file holds."""
    try:
        return _read_file(PurePath(name).suffix.lower(), content)
    except Unreadable as unreadable:
        raise TableRefused(unreadable.code) from None


def _read_text(text):
    if len(text) > MAX_CHARACTERS:
        raise Unreadable("too_long")
    clean = clean_text(text)
    if not clean.text.strip():
        raise Unreadable("empty")
    notes = [TableNote("unseen_removed", line) for line in clean.lines_cleaned]
    return read_rows(split_lines(clean.text), notes)


def _read_file(suffix, content):
    refuse_by_size(content)
    if suffix not in (".xlsx", ".xlsm", ".csv", ".txt", ".xls"):
        raise Unreadable("wrong_kind")
    if is_packed(content):
        return _read_workbook(read_container("spreadsheet", content))
    refuse_old(suffix, content)
    if suffix not in (".csv", ".txt"):
        raise Unreadable("broken")
    return _read_text(decode(content))


def _read_workbook(book):
    lines, notes = [], []
    if book["others"]:
        notes.append(TableNote("sheets_left_out", words=", ".join(book["others"])))
    if book["uncomputed"]:
        notes.append(TableNote("formulas_unread"))
    for number, cells in book["lines"]:
        clean = [clean_text(cell) for cell in cells]
        if any(cell.lines_cleaned for cell in clean):
            notes.append(TableNote("unseen_removed", number))
        lines.append(Line(number, tuple(cell.text.strip() for cell in clean)))
    return read_rows([line for line in lines if line.words], notes)
