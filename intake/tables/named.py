"""Lines of cells, each cell under the name of its column."""

from dataclasses import dataclass, field

from intake.tables.columns import guess_columns, read_header
from intake.tables.lines import Line
from intake.tables.reading import TableNote

_NUMBERS = ("agreement_number", "number", "row_number")
_TOTALS = {"계", "합계", "총계", "소계", "누계", "total", "totals", "sum"}
_SENTENCE_ENDS = ("다.", '다."', "다.”")


@dataclass(frozen=True)
class Named:
    """The cells of a line that have a place in a round; empty: no such column, or nothing in it. `number_column` is the
    kind of column that `number` is from, and its header's words."""

    line: Line
    number: str = ""
    number_column: tuple[str, str] = ("", "")
    company: str = ""
    person: str = ""
    title: str = ""
    field: str = ""


@dataclass
class Table:
    """`unplaced` are lines above the header and lines whose cells cannot be told apart."""

    named: list[Named] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    notes: list[TableNote] = field(default_factory=list)


def name_cells(lines):
    """A header below a header names the parts of its wide cells (대표자: 성명, 직위); one further down begins anew, or
    stands again on a new page."""
    table, columns, words, below_header = Table(), {}, {}, False
    if not any(read_header(line.cells) for line in lines):
        table.unplaced = [line.words for line in lines if line.words.endswith(_SENTENCE_ENDS)]
        lines = [line for line in lines if not line.words.endswith(_SENTENCE_ENDS)]
        columns = guess_columns([line for line in lines if not line.ragged])
        table.notes.append(TableNote("no_header"))
        _note_left_out(table, columns, next((line.cells for line in lines if not line.ragged), ()))
    for line in lines:
        header = read_header(line.cells)
        if header:
            columns = columns | header if below_header else header
            words = {column: line.cells[column] for column in header} | (words if below_header else {})
            _note_left_out(table, columns, line.cells)
        else:
            _place(table, line, columns, words)
        below_header = bool(header)
    return table


def _note_left_out(table, columns, cells):
    for column, cell in enumerate(cells):
        note = TableNote("column_left_out", words=" ".join(cell.split()))
        if cell and column not in columns and note not in table.notes:
            table.notes.append(note)


def _place(table, line, columns, words):
    first = next(cell for cell in line.cells if cell)
    if "".join(first.split()).casefold() in _TOTALS:
        table.notes.append(TableNote("total_left_out", line.number, line.words))
    elif not columns or line.ragged:
        table.unplaced.append(line.words)
    else:
        table.named.append(_name(line, columns, words))


def _name(line, columns, words):
    found = {}
    for column, role in columns.items():
        if column >= len(line.cells):
            continue
        cell = line.cells[column]
        if role in _NUMBERS:
            if found.get("number_column", ("",))[0] != "agreement_number":
                found |= {"number": cell, "number_column": (role, words.get(column, ""))}
        elif role == "head":
            found |= {"person": cell, "title": found.get("title") or words[column]}
        elif cell:
            found[role] = cell
    return Named(line, **found)
