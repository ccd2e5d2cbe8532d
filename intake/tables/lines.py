"""Pasted text cut into lines of cells, whatever stands between the cells."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, replace

from intake.containers.bounds import MAX_LINE_CHARACTERS, MAX_TABLE_COLUMNS, Unreadable
from intake.tables.columns import role_of

_WIDE_SPACE = re.compile(r" {2,}")
_RULE = re.compile(r"[-=+:|\s]*")


@dataclass(frozen=True)
class Line:
    """`number` is where it begins in the text, from 1. `ragged`: nobody knows which columns its cells are of."""

    number: int
    cells: tuple[str, ...]
    ragged: bool = False

    @property
    def words(self):
        return " ".join(" ".join(self.cells).split())


def split_lines(text):
    """Lines that are not empty. Spreadsheets copy tabs and put a cell of several lines into quotes; otherwise whichever
    of `|`, comma, semicolon and wide spaces cuts the most lines into the same number of cells. Raises Unreadable for a
    line that no table has."""
    if max(map(len, text.split("\n"))) > MAX_LINE_CHARACTERS:
        raise Unreadable("too_wide")
    lines = _cut(text)
    if any(any(line.cells[MAX_TABLE_COLUMNS:]) for line in lines):
        raise Unreadable("too_wide")
    return [replace(line, cells=line.cells[:MAX_TABLE_COLUMNS]) for line in lines]


def _cut(text):
    if "\t" in text:
        return _filled(_quoted(text, "\t"))
    by_sign = [_filled(cut(text)) for cut in (_piped, _with_semicolons, _with_commas, _spaced)]
    best = max(by_sign, key=_even_lines)
    if _even_lines(best) == 0:
        return _fold([Line(number, (line.strip(),)) for number, line in _numbered(text) if line.strip()])
    if best is by_sign[-1]:
        usual = _usual_width(best)
        return [Line(line.number, line.cells, ragged=len(line.cells) != usual) for line in best]
    return best


def _numbered(text):
    return enumerate(text.split("\n"), start=1)


def _filled(lines):
    return [Line(number, cells) for number, cells in lines if any(cells)]


def _usual_width(lines):
    return Counter(len(line.cells) for line in lines).most_common(1)[0][0] if lines else 0


def _even_lines(lines):
    """How many lines have as many cells as most have, if that is more than one and most lines agree."""
    usual = _usual_width(lines)
    even = sum(len(line.cells) == usual for line in lines)
    return even if usual > 1 and even * 2 >= len(lines) else 0


def _quoted(text, sign):
    """A quote that is never closed is a sign like any other, not the start of a cell that swallows the rest."""
    try:
        return list(_read_csv(text, delimiter=sign, strict=True))
    except csv.Error:
        return list(_read_csv(text, delimiter=sign, quoting=csv.QUOTE_NONE))


def _read_csv(text, **form):
    reader, begins = csv.reader(io.StringIO(text, newline=""), **form), 1
    for cells in reader:
        yield begins, tuple(cell.strip() for cell in cells)
        begins = reader.line_num + 1


def _with_semicolons(text):
    return _quoted(text, ";")


def _with_commas(text):
    return _quoted(text, ",")


def _piped(text):
    for number, line in _numbered(text):
        if not _RULE.fullmatch(line):
            inner = line.strip().removeprefix("|").removesuffix("|")
            yield number, tuple(cell.strip() for cell in inner.split("|"))


def _spaced(text):
    for number, line in _numbered(text):
        yield number, tuple(_WIDE_SPACE.split(line.strip()))


def _fold(lines):
    """Cells that were pasted one below the other, as some word processors copy them: the header tells how many a row
    has. Other lines stay as they are."""
    width = next((place for place, line in enumerate(lines) if not role_of(line.cells[0])), len(lines))
    if width < 2 or len(lines) % width:
        return lines
    rows = [lines[start : start + width] for start in range(0, len(lines), width)]
    return [Line(row[0].number, tuple(line.cells[0] for line in row)) for row in rows]
