"""Tables as files, .csv and .xlsx: read within bounds, and written so that no cell is taken for a formula.

A text that begins like a formula is written with an apostrophe before it, and read without. A date of which only the
month is known would be changed by a spreadsheet program into a day; so the texts of an .xlsx file are marked as text.
"""

import csv
import datetime
import io
import re
import zipfile
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
# A table packs to a tenth or twentieth; what packs to less than this part is made to burden the reader.
MOST_PACKED = 100
MOST_FILES_INSIDE = 200
MOST_ROWS = 5_000
MOST_COLUMNS = 100
# The last column of a file of refused rows, in either language; it is not read.
REASON_COLUMNS = ("reason", "사유")

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_BEGINS_A_FORMULA = frozenset("'=+-@")
_REVEALED = re.compile(r"''*[=+\-@\t\r\n]")
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Sheet:
    """A table of texts. Each row stands under the number that a spreadsheet program shows; `faults` says by number
    what is wrong with a row that cannot be read as it is."""

    kind: str
    columns: list[str]
    rows: list[tuple[int, list[str]]]
    faults: dict[int, str] = field(default_factory=dict)


def read_sheet(file):
    """The table in an uploaded file; ValidationError where it is none, or larger than this program takes."""
    if file.size > LARGEST_FILE:
        raise ValidationError(_("The file is larger than 5 MB. Split it, and bring in the parts one by one."))
    content = file.read()
    if content.startswith(_OLD_OR_ENCRYPTED):
        raise ValidationError(
            _("The file has a password or is in the old .xls format. Save it as .xlsx without a password.")
        )
    if content.startswith(b"PK"):
        return _table("xlsx", _xlsx_rows(content))
    return _table("csv", _csv_rows(content))


def neutral(value):
    """A cell as it is written: line ends as \\n, and nothing that a spreadsheet program would run as a formula."""
    # Nearly every text is plain, which is known at once; a file has a million of them.
    if not isinstance(value, str) or (value.isprintable() and value[:1] not in _BEGINS_A_FORMULA):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", plain(value))
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def plain(text):
    """`text` with its line ends as \\n, as files carry them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_sheet(kind, columns, rows):
    """A file of `kind` ("csv" or "xlsx") as bytes; an empty cell stays empty."""
    return _WRITERS[kind](columns, ([neutral(cell) for cell in row] for row in rows))


def as_attachment(content, name, kind):
    """The answer that hands over a written file as `name.kind`."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=headers)


def _write_csv(columns, rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([columns, *rows])
    return text.getvalue().encode("utf-8-sig")


def _write_xlsx(columns, rows):
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for index, name in enumerate(columns, start=1):
        width = sheet.column_dimensions[get_column_letter(index)]
        width.width, width.number_format = max(12, len(name) + 2), "@"
    for row in [columns, *rows]:
        sheet.append([_cell(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet, value):
    if not isinstance(value, str):
        return value
    if not value:
        return None
    cell = WriteOnlyCell(sheet, value)
    cell.data_type, cell.number_format = "s", "@"
    return cell


_WRITERS = {"csv": _write_csv, "xlsx": _write_xlsx}


def _table(kind, rows):
    """The Sheet of numbered rows of (text, fault) cells. Empty rows are passed over."""
    filled = ((number, cells) for number, cells in rows if any(text for text, _fault in cells))
    header = next(filled, None)
    if header is None:
        raise ValidationError(_("The file is empty."))
    columns, read, faults = _header([text for text, _fault in header[1]]), [], {}
    for number, cells in filled:
        if len(read) == MOST_ROWS:
            raise ValidationError(_("The table has more than 5,000 rows. Split it, and bring in the parts one by one."))
        texts = [text for text, _fault in cells] + [""] * len(columns)
        fault = next((fault for _text, fault in cells if fault), "")
        if fault or any(texts[len(columns) :]):
            faults[number] = fault or _("The row has more cells than the header.")
        read.append((number, texts[: len(columns)]))
    if not read:
        raise ValidationError(_("The file holds no rows below its header."))
    return Sheet(kind, columns, read, faults)


def _header(texts):
    columns = [text.strip() for text in texts]
    while not columns[-1]:
        columns.pop()
    twice = [name for name in columns if name and columns.count(name) > 1]
    if twice:
        raise ValidationError(_("The column “%s” stands in the file twice.") % twice[0])
    if len(columns) > MOST_COLUMNS or not all(columns):
        raise ValidationError(_("The first row must hold the column names, one in each column."))
    return columns


def _csv_rows(content):
    text = _decoded(content)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), start=1):
            yield number, [(revealed(cell), "") for cell in row]
    except csv.Error as error:
        raise ValidationError(_("The file is not a table: a row cannot be parted into cells.")) from error


def _decoded(content):
    for encoding in ("utf-8-sig", "cp949"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ValidationError(_("The file is neither .xlsx nor .csv text. Save the table as .xlsx or as CSV (UTF-8)."))


def _xlsx_rows(content):
    try:
        _refuse_bomb(content)
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        for number, row in enumerate(book.worksheets[0].iter_rows(max_col=MOST_COLUMNS + 1), start=1):
            yield number, [_xlsx_cell(cell) for cell in row]
    except (ValidationError, GeneratorExit):
        raise
    except Exception as error:
        # What a broken file makes the parser raise is open-ended; the reader needs one answer.
        raise ValidationError(_("The .xlsx file is damaged and cannot be read. Save it again and retry.")) from error


def _refuse_bomb(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed_away = unpacked > 1024 * 1024 and unpacked > MOST_PACKED * len(content)
    if len(entries) > MOST_FILES_INSIDE or unpacked > LARGEST_UNPACKED or packed_away:
        raise ValidationError(_("The .xlsx file is too large when unpacked. Keep one plain table in it."))


def _xlsx_cell(cell):
    """(text, fault) of a cell. A date shown without a day is known to the month."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        message = _("The cell %(cell)s holds a formula, and formulas are not worked out. Type its value.")
        return str(value), message % {"cell": cell.coordinate}
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value:%Y-%m-%d}" if "d" in cell.number_format.lower() else f"{value:%Y-%m}", ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return revealed(str(value)), ""


def revealed(text):
    """What stood in a cell before `neutral` wrote it."""
    text = plain(text)
    return text[1:] if _REVEALED.match(text) else text
