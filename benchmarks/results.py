"""What was measured, and whether it meets its aim."""

import statistics
import time
from typing import NamedTuple

# A measure that would take longer than so many seconds stops, and says so.
PATIENCE = 180


class NotFinished(Exception):
    """What was waited for took longer than its `seconds`."""

    def __init__(self, seconds):
        super().__init__(f"not finished in {seconds:,.0f} s")


class Aim(NamedTuple):
    """The value is to be at least `limit`, or at most (`is_most`)."""

    limit: float
    unit: str = "×"
    is_most: bool = False

    def is_met_by(self, value):
        """A value of None, of what did not finish, meets none."""
        return value is not None and (value <= self.limit if self.is_most else value >= self.limit)

    def write(self, value):
        return f"{value:.3g}{self.unit}" if value < 100 else f"{value:,.0f}{self.unit}"

    def __str__(self):
        return f"{'at most' if self.is_most else 'at least'} {self.write(self.limit)}"


class Found(NamedTuple):
    """got, against: both sides in words. value: what is compared with the aim; None where a side did not finish."""

    got: str
    against: str
    value: float | None


class Series(NamedTuple):
    """What one side gave, turn by turn; `refused`: in words, why it gave no more."""

    values: tuple[float, ...]
    refused: str = ""

    @property
    def median(self):
        """None where it did not finish, for the turns that did are then no fair choice."""
        return None if self.refused or not self.values else statistics.median(self.values)

    def said(self, write):
        """The median, and from where to where the turns went; `write` puts a value into words."""
        if self.median is None:
            return self.refused
        return f"{write(self.median)} ({write(min(self.values))} to {write(max(self.values))})"


def in_turn(sides, *, turns, patience=PATIENCE):
    """{name: Series} of {name: side}, where `side(turn)` gives a number. One side after the other, again and again, so
    that whatever disturbs one disturbs all; at least once, and no new turn begins after `patience` seconds."""
    values, refused = {name: [] for name in sides}, {}
    begun = time.monotonic()
    for turn in range(turns):
        for name, side in sides.items():
            if name in refused:
                continue
            try:
                values[name].append(side(turn))
            except NotFinished as error:
                refused[name] = str(error)
        if time.monotonic() - begun > patience:
            break
    return {name: Series(tuple(some), refused.get(name, "")) for name, some in values.items()}


def ratio(ours, theirs):
    """That of the medians of two Series; None where one did not finish."""
    return None if ours.median is None or theirs.median is None else ours.median / theirs.median


def compared(ours, theirs, write):
    """The Found of two Series that are compared by their ratio."""
    return Found(ours.said(write), theirs.said(write), ratio(ours, theirs))


def per_second(value):
    return f"{value:,.0f}/s" if value >= 100 else f"{value:.3g}/s"


def milliseconds(seconds):
    return f"{seconds * 1000:,.0f} ms" if seconds >= 0.1 else f"{seconds * 1000:.3g} ms"


def megabytes(size):
    """`size` in bytes."""
    return f"{size / 1_000_000:.1f} MB"
