"""Which numbers of a table are agreement numbers; the rule stands in `intake.tables`."""

from dataclasses import replace

from intake.tables.cells import read_number
from intake.tables.reading import TableNote


def settle_numbers(rows, cells):
    """Rows with their agreement numbers as far as they are known, and what is to be said about them. `cells` are the
    cell of the number and the kind and words of its column, one for each row."""
    notes = []
    rows, counting = list(rows), set()
    run_on = _run_on([read_number(cell) for cell, (role, _) in cells if role == "number"], len(rows))
    for place, (cell, (role, words)) in enumerate(cells):
        number = read_number(cell)
        if cell and number is None:
            notes.append(TableNote("number_unread", rows[place].line, cell))
        elif role == "agreement_number" or (role == "number" and run_on):
            rows[place] = replace(rows[place], number=number)
        elif number is not None:
            counting.add(words)
    if run_on:
        notes.append(TableNote("agreement_numbers", words=_range(rows)))
    return rows, notes + [TableNote("row_numbers", words=words) for words in sorted(counting) if words]


def _run_on(numbers, count):
    """Whether numbers go up by one from row to row and begin beyond the count of rows."""
    if not numbers or None in numbers or numbers[0] <= count:
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _range(rows):
    numbers = [row.number for row in rows if row.number is not None]
    return f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
