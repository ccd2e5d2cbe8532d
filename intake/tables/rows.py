"""From lines of cells to rows of companies."""

import re
from dataclasses import replace

from intake.containers.bounds import MAX_TABLE_LINES, MAX_TABLE_ROWS, Unreadable
from intake.release.names import bare_name
from intake.tables.cells import give_titles, part_company, read_cell_of_people, read_number
from intake.tables.named import name_cells
from intake.tables.numbers import settle_numbers
from intake.tables.reading import TableNote, TableReading, TableRow

_REMARK = re.compile(r"[※*◦].*|.*[다요음함됨]\.", re.DOTALL)
_NUMBERED = re.compile(r"(\d{1,5})[.)]?\s+(\S.*)", re.DOTALL)


def read_rows(lines, notes):
    """The reading of a whole table. Raises Unreadable for too many lines or rows, and where no row names a company."""
    if len(lines) > MAX_TABLE_LINES:
        raise Unreadable("too_many_rows")
    table = name_cells(lines)
    builder = _Rows(table)
    for named in table.named:
        builder.take(named)
    if len(builder.rows) > MAX_TABLE_ROWS:
        raise Unreadable("too_many_rows")
    if not builder.rows:
        raise Unreadable("no_company")
    rows, about_numbers = settle_numbers(builder.rows, builder.numbers)
    return TableReading(tuple(rows), tuple(table.unplaced), (*notes, *table.notes, *about_numbers))


class _Rows:
    """Rows as they grow: a line without a company, or with the one of the row above, adds its people to that row."""

    def __init__(self, table):
        self.rows, self.numbers = [], []
        self.unplaced, self.notes = table.unplaced, table.notes

    def take(self, named):
        if _is_remark(named.line):
            self.unplaced.append(named.line.words)
            return
        named = _part_cells(named)
        company = bare_name(named.company)
        people = self._read_people(named)
        if self._continues(named, company, people):
            self._join(named.line, people)
        elif company:
            self.rows.append(TableRow(named.line.number, None, company, people, " ".join(named.field.split())))
            self.numbers.append((named.number, named.number_column))
        elif not _is_empty_form_row(named):
            self.unplaced.append(named.line.words)

    def _continues(self, named, company, people):
        if not self.rows or (named.number and named.number != self.numbers[-1][0]):
            return False
        return company == self.rows[-1].company if company else bool(people)

    def _join(self, line, people):
        row = self.rows[-1]
        new = tuple(person for person in people if person not in row.people)
        self.rows[-1] = replace(row, people=row.people + new)
        self.notes.append(TableNote("rows_joined", line.number, row.company))

    def _read_people(self, named):
        people, others = read_cell_of_people(named.person)
        people, fits = give_titles(people, named.title)
        if others:
            self.notes.append(TableNote("people_unnamed", named.line.number, others))
        if not fits:
            self.notes.append(TableNote("titles_uneven", named.line.number, " ".join(named.title.split())))
        return people


def _part_cells(named):
    """A table of one column has all in one cell: `136 나무 김하나 대표이사`."""
    if len(named.line.cells) == 1 and (numbered := _NUMBERED.fullmatch(named.company)):
        named = replace(named, number=numbered[1], number_column=("number", ""), company=numbered[2])
    if named.person:
        return named
    company, head = part_company(named.company)
    return replace(named, company=company, person=head)


def _is_remark(line):
    return sum(map(bool, line.cells)) == 1 and bool(_REMARK.fullmatch(line.words))


def _is_empty_form_row(named):
    """A row of a form that was numbered beforehand and never filled in."""
    return named.line.words == named.number and read_number(named.number) is not None
