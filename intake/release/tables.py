"""A table of the firms, as an annex has it: cells parted by tabs, strokes or wide gaps, a heading above them."""

import re

from intake.release.entries import Entry
from intake.release.firms import bare_piece, is_firm_name
from intake.release.names import has_form, people_in

_GAP = re.compile(r"[ ]*[\t|][ \t|]*|[ ]{2,}")
_FIRM_HEADING = re.compile(
    r"(?:협약|참여|참가)?\s?(?:기업|업체|기관|회사|법인)\s?(?:\(?기관\)?|[·/]기관)?\s?(?:명|이름)?"
)
_PEOPLE_HEADING = re.compile(r"(?:(?:대표|서명)\s?(?:자|이사|인)?)(?:\s?(?:명|이름|성명))?|성명|참석자")
_TITLE_FOR_ALL = re.compile(r"대표(?:자|이사)?")
_TITLE_HEADING = re.compile(r"직\s?위|직\s?책|직함")
_FIELD_HEADING = re.compile(r"(?:분\s?야|기술\s?분야|사업\s?분야|업종)")
_LONGEST = 500  # rows, or tables; it bounds the work a hostile text makes


def read_tables(text):
    """The firms of every table with a heading for firms, one list of entries for each table."""
    tables, columns, rows, title = [], None, [], ""
    for line in text.lines if _FIRM_HEADING.search(text.plain) else ():
        if _LONGEST in (len(rows), len(tables)):
            break
        cells = _cells(line) if _GAP.search(line.words) else []
        heading = _columns(cells)
        if heading:
            columns, rows = heading, []
            title = _title_of(cells, heading)
            tables.append(rows)
        elif columns and len(cells) > 1:
            entry = _entry(cells, columns, title)
            rows += [entry] if entry else []
        else:
            columns = None
    return [rows for rows in tables if rows]


def _cells(line):
    cells, start = [], 0
    for gap in _GAP.finditer(line.words):
        cells.append(line.cut(start, gap.start()).stripped())
        start = gap.end()
    cells.append(line.cut(start).stripped())
    while cells and not cells[0].words:
        cells.pop(0)
    return cells


def _columns(cells):
    """{what: number of its column} of a heading, or None."""
    kinds = {"firm": _FIRM_HEADING, "people": _PEOPLE_HEADING, "title": _TITLE_HEADING, "field": _FIELD_HEADING}
    columns = {
        kind: number
        for kind, pattern in reversed(kinds.items())
        for number, cell in enumerate(cells)
        if pattern.fullmatch(cell.words)
    }
    return columns if len(cells) > 1 and "firm" in columns and len(columns) > 1 else None


def _title_of(cells, columns):
    """대표자 or 대표이사 as the heading of the people's column, which is then the title of everyone in it."""
    heading = cells[columns["people"]].words.replace(" ", "") if "people" in columns else ""
    return heading if _TITLE_FOR_ALL.fullmatch(heading) else ""


def _entry(cells, columns, title_for_all):
    def cell(kind):
        number = columns.get(kind)
        return cells[number] if number is not None and number < len(cells) else None

    firm, people, title, field = (cell(kind) for kind in ("firm", "people", "title", "field"))
    if firm is None:
        return None
    name = bare_piece(firm)
    if not is_firm_name(name.words):
        return None
    return Entry(
        company=name,
        people=people_in(people) if people else (),
        title=title.words if title else title_for_all,
        field=field.words if field else "",
        marked=has_form(firm.words),
    )
