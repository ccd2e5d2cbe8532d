"""The form of a review as it is kept: one flat {field name: text}, exactly what a browser sends."""

import re

PARTS = ("rows", "attendees", "points", "statements", "sources")
ROW_FIELDS = ("number", "company", "representatives", "title", "field", "shown")
MAXIMUM_ROWS = 200
_ROW = re.compile(r"rows-(\d+)-(\w+)")


def make_answers(facts, *, spare_rows=1, **parts):
    """Answers of `facts` and of the lines of each part; after the lines of each, room for one more."""
    answers = {name: _text(value) for name, value in facts.items()}
    for part in PARTS:
        lines = [*parts.get(part, []), *[{}] * (spare_rows if part == "rows" else 1)]
        answers |= _management(part, len(lines))
        for index, line in enumerate(lines):
            answers |= {f"{part}-{index}-{name}": _text(value) for name, value in line.items()}
    return answers


def read_answers(posted):
    """What a browser sent, without its buttons and its token, and without NUL, which PostgreSQL cannot keep."""
    names = [name for name in posted if name[:1] != "_" and name != "csrfmiddlewaretoken"]
    return {name.replace("\0", ""): posted[name].replace("\0", "") for name in names}


def rows_of(answers):
    """The rows as they stand, the empty ones too: a list of {field: text}."""
    count = _number(answers.get("rows-TOTAL_FORMS"))
    return [{name: answers.get(f"rows-{index}-{name}", "") for name in ROW_FIELDS} for index in range(count)]


def with_rows(answers, rows):
    """`answers` with these rows instead of its own."""
    others = {name: value for name, value in answers.items() if not _ROW.fullmatch(name)}
    lines = {f"rows-{index}-{name}": value for index, row in enumerate(rows) for name, value in row.items()}
    return others | _management("rows", len(rows)) | lines


def is_named(row):
    return bool(row["company"].strip())


def move_field(field, at, by):
    """The name of a row's field after a row was put in at `at` (by=1) or taken out there (by=-1: empty if it was
    that row's)."""
    row = _ROW.fullmatch(field)
    if not row or int(row[1]) < at:
        return field
    if by < 0 and int(row[1]) == at:
        return ""
    return f"rows-{int(row[1]) + by}-{row[2]}"


def _management(part, count):
    return {f"{part}-TOTAL_FORMS": str(count), f"{part}-INITIAL_FORMS": "0"}


def _number(text):
    return min(int(text[:6]), MAXIMUM_ROWS) if text and text.isdecimal() else 0


def _text(value):
    return "" if value is None else str(value)
