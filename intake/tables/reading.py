"""What was read from a table, row by row, and what should be said about the reading."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from intake.release.reading import Person

_NOTES = {
    "unseen_removed": _("Line %(line)d: characters that cannot be seen were removed."),
    "no_header": _("The table has no header. What its columns hold was guessed: check every row."),
    "column_left_out": _("The column “%(words)s” has no place in a round and was left out."),
    "total_left_out": _("Line %(line)d: “%(words)s” is a total and was left out."),
    "row_numbers": _("The numbers of the column “%(words)s” count rows. They were not taken as agreement numbers."),
    "agreement_numbers": _("The numbers %(words)s were taken as agreement numbers. Check them."),
    "number_unread": _("Line %(line)d: “%(words)s” is no agreement number and was left out."),
    "rows_joined": _("Line %(line)d: belongs to the row above, “%(words)s”. Its people were put together."),
    "titles_uneven": _("Line %(line)d: there are not as many titles as names: “%(words)s”. Check them."),
    "people_unnamed": _("Line %(line)d: people who are not named were left out: “%(words)s”."),
    "formulas_unread": _(
        "Some formulas have no computed value and were read as empty. Open the file in the spreadsheet program, save "
        "it and choose it again."
    ),
    "sheets_left_out": _("Only the first sheet with rows was read. Not read: %(words)s."),
}


@dataclass(frozen=True)
class TableNote:
    """What was done to the table, or is doubtful about it. `line` counts from 1; 0 speaks of the whole table."""

    code: str
    line: int = 0
    words: str = ""

    @property
    def text(self):
        return _NOTES[self.code] % {"line": self.line, "words": self.words}


@dataclass(frozen=True)
class TableRow:
    """A company as the table lists it, without its legal form. `number` is its agreement number; None: not known.
    `field` empty: not known."""

    line: int
    number: int | None
    company: str
    people: tuple[Person, ...] = ()
    field: str = ""


@dataclass(frozen=True)
class TableReading:
    """`rows` in the order listed, never none; `unplaced` are lines that are no row: headings, remarks, broken rows."""

    rows: tuple[TableRow, ...]
    unplaced: tuple[str, ...] = ()
    notes: tuple[TableNote, ...] = ()
