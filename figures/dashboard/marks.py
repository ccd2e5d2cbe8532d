"""The official numbers as marks on the chart: those too near to each other to be told apart stand as one."""

import datetime
from dataclasses import dataclass

# Lengths in units of the viewBox: a mark with its target, and the room it needs from the next.
APART = 24
MOST_TOLD = 4


@dataclass(frozen=True)
class Stated:
    """An official number to be drawn: of which statement, how certain, whether the register agrees, and all that in
    words."""

    day: datetime.date
    value: int
    key: str
    certainty: str
    verdict: str
    statement_id: int
    words: str


@dataclass(frozen=True)
class Mark:
    """Official numbers that stand at one place of the chart, the earliest first; mostly one."""

    x: float
    y: float
    stated: tuple
    is_later: bool = False

    @property
    def count(self):
        return len(self.stated)

    @property
    def first(self):
        return self.stated[0]

    @property
    def last(self):
        return self.stated[-1]

    @property
    def statement_id(self):
        """The one statement that all of it is from; None where there are several."""
        ids = {stated.statement_id for stated in self.stated}
        return ids.pop() if len(ids) == 1 else None

    @property
    def is_off(self):
        """Whether the register differs from any of these numbers."""
        return any(stated.verdict == "off" for stated in self.stated)

    @property
    def is_uncertain(self):
        """Whether every one of these numbers is approximate or disputed."""
        return all(stated.certainty in ("about", "disputed") for stated in self.stated)

    @property
    def words(self):
        """Its numbers in words; "" where there are more than somebody would listen to."""
        return " ".join(stated.words for stated in self.stated) if self.count <= MOST_TOLD else ""

    @property
    def at(self):
        """The place of its middle, as an SVG transform."""
        return f"translate({self.x:.1f} {self.y:.1f})"


def place_marks(placed, *, day):
    """Marks of `placed` [(x, y, Stated), …] of which no two are nearer than APART; later than `day`: all of it is."""
    marks = [Mark(x, y, (stated,)) for x, y, stated in placed]
    while len(marks) > len(joined := _join_neighbours(marks)):
        marks = joined
    return [Mark(mark.x, mark.y, mark.stated, mark.first.day > day) for mark in marks]


def _join_neighbours(marks):
    """One pass from left to right: each mark joins the first that it stands too near to."""
    found = []
    for mark in sorted(marks, key=lambda mark: (mark.x, mark.y)):
        near = next((index for index, other in enumerate(found) if _are_near(mark, other)), None)
        if near is None:
            found.append(mark)
        else:
            found[near] = _joined(found[near], mark)
    return found


def _are_near(one, other):
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < APART**2


def _joined(one, other):
    """Both as one mark, in the middle of all its numbers."""
    count = one.count + other.count
    return Mark(
        (one.x * one.count + other.x * other.count) / count,
        (one.y * one.count + other.y * other.count) / count,
        tuple(sorted(one.stated + other.stated, key=lambda stated: (stated.day, stated.statement_id, stated.key))),
    )
