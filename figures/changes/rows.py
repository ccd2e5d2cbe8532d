"""What came and what went among the rows behind a figure, for every figure that is nothing but its rows."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from common.parameters import kept_clocks
from editions.past import register_at
from figures.changes.lines import Cause, ChangeLine
from figures.figure import Aggregate
from figures.sums.kept import sums_of


def value_at(figure, edition, day):
    """The value of a figure on a day, as an edition knew it; None: not known."""
    sums = sums_of(edition)
    with register_at(edition):
        return figure.explain(sums, day).value


def accounts_of_rows(figure, span):
    """The arguments of an Account for each sum that the figure is made of (see Changes)."""
    ends = [
        _rows_at(figure, edition, day)
        for edition, day in [
            (span.first_edition, span.first_day),
            (span.last_edition, span.first_day),
            (span.last_edition, span.last_day),
        ]
    ]
    return [
        (
            key,
            label,
            *(sum(counted.sums[which] for counted in rows.values()) for rows in ends),
            *(_lines(ends[leg], ends[leg + 1], which) for leg in (0, 1)),
        )
        for key, label, which in _sums_of(figure)
    ]


def _sums_of(figure):
    """(key, label, which column of the rows) of every sum to account for."""
    if figure.aggregate == Aggregate.RATE:
        return [("counted", _("Counted"), "amount"), ("base", _("Out of"), "base")]
    if figure.aggregate == Aggregate.MEDIAN:
        return [("rows", _("Median of so many"), "rows")]
    return [(figure.key, figure.label, "amount")]


@dataclass
class _Counted:
    """All rows of one record in one part, and the address that shows it as it was."""

    row: object
    address: str
    sums: dict


def _rows_at(figure, edition, day):
    """{which row: _Counted} of the rows behind a figure."""
    sums, found, clocks = sums_of(edition), {}, {"as_of": day.isoformat(), "edition": edition}
    with register_at(edition):
        for row in figure.explain(sums, day).rows:
            address = row.address and row.address + kept_clocks({}, **clocks | row.clocks)
            new = _Counted(row, address, {"amount": 0, "base": 0, "rows": 0})
            counted = found.setdefault(_identity(figure, row), new)
            counted.sums["amount"] += row.amount
            counted.sums["base"] += row.base or 0
            counted.sums["rows"] += 1
    return found


def _identity(figure, row):
    """A record that moves to another part went from one and came to the other; so does one of another length."""
    day = str(row.day) if row.pk is None and row.day else ""
    length = row.amount if figure.aggregate == Aggregate.MEDIAN else None
    return row.record, row.pk, row.part, day, length


def _lines(before, after, which):
    """What differs, what went first; in the order of the rows."""
    lines = []
    for key in [*(key for key in before if key not in after), *after]:
        amounts = [rows[key].sums[which] if key in rows else 0 for rows in (before, after)]
        if amounts[0] != amounts[1]:
            shown = after.get(key) or before[key]
            row, address = shown.row, shown.address
            cause = Cause.WENT if key not in after else Cause.COUNTED if key in before else Cause.CAME
            day = row.day.last_day if row.day else None
            lines.append(ChangeLine(cause, _words(row), amounts[1] - amounts[0], day, address=address))
    return lines


def _words(row):
    return f"{row.label} ({row.note})" if row.note else row.label
