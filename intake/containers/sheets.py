"""The cells of a .xlsx as text: of its first visible sheet that holds any. A formula is the value last computed."""

import datetime
import io
import re

from intake.containers.bounds import MAX_CHARACTERS, MAX_TABLE_COLUMNS, MAX_TABLE_LINES, Unreadable
from intake.containers.packages import Package, local_name

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"')
_NEVER_COMPUTED = re.compile(rb'<c (?![^>]*t="str")[^>]*><f[^>]*>[^<]*</f>(?:<v\s*/>|<v></v>)?</c>')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_workbook(content):
    """{"lines": [[line number, cells]], "others": names of sheets that hold cells and were not read, "uncomputed":
    whether a formula of the sheet has no value}."""
    package = Package(content)
    if "xl/workbook.xml" not in package.names:
        raise Unreadable("wrong_kind")
    filled = [(sheet, _read_lines(sheet)) for sheet in _open_sheets(content)]
    filled = [(sheet, lines) for sheet, lines in filled if lines]
    if not filled:
        raise Unreadable("empty")
    (sheet, lines), others = filled[0], filled[1:]
    part = package.read(_part_of_sheet(package, sheet.title))
    _fill_merged(lines, _merged_ranges(part))
    return {
        "lines": [[line, lines[line]] for line in sorted(lines)],
        "others": [other.title for other, _ in others],
        "uncomputed": bool(_NEVER_COMPUTED.search(part)),
    }


def _open_sheets(content):
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _read_lines(sheet):
    """{line number: cells} of the lines that are not empty. What a sheet says of its own size is often wrong, and many
    are formatted down to the last line there can be: after MAX_TABLE_LINES empty ones the table is at its end."""
    sheet.reset_dimensions()
    lines, length, last = {}, 0, 0
    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_as_text(value) for value in values]
        if any(cells):
            lines[line], last = cells, line
            length += sum(map(len, cells))
            _refuse_beyond_bounds(len(lines), cells, length)
        elif line - last > MAX_TABLE_LINES:
            break
    return lines


def _refuse_beyond_bounds(count, cells, length):
    if count > MAX_TABLE_LINES:
        raise Unreadable("too_many_rows")
    if any(cells[MAX_TABLE_COLUMNS:]):
        raise Unreadable("too_wide")
    if length > MAX_CHARACTERS:
        raise Unreadable("too_long")


def _as_text(value):
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value).strip()


def _fill_merged(lines, ranges):
    """A cell merged over several lines speaks for each of them; one merged over several columns only for its first."""
    for column, first, _, last in ranges:
        value = _cell(lines, first, column)
        for line in range(first + 1, min(last, first + MAX_TABLE_LINES) + 1):
            if value and line in lines and column <= len(lines[line]):
                lines[line][column - 1] = value


def _cell(lines, line, column):
    cells = lines.get(line, [])
    return cells[column - 1] if column <= len(cells) else ""


def _merged_ranges(part):
    """From the part itself: openpyxl tells of merged cells only where it holds a whole book in memory."""
    from openpyxl.utils import range_boundaries

    return [range_boundaries(found.group(1).decode()) for found in _MERGED.finditer(part)]


def _part_of_sheet(package, title):
    sheets = [element for element in package.read_xml("xl/workbook.xml").iter() if local_name(element) == "sheet"]
    relation = next(sheet.get(_RELATION) for sheet in sheets if sheet.get("name") == title)
    for target in package.read_xml("xl/_rels/workbook.xml.rels"):
        if target.get("Id") == relation:
            path = target.get("Target")
            return path.lstrip("/") if path.startswith("/") else f"xl/{path}"
    raise Unreadable("broken")
