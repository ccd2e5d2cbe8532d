"""What an embedded figure says: the values and words of the pages, read from where they read them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import StatementFigure
from figures.definitions import FIGURES
from figures.figure import Aggregate, Explanation, Figure, Part, Row
from figures.headline import read_headline
from figures.values import in_words

PARTS_SHOWN = 8


@dataclass(frozen=True)
class Shown:
    """A figure on a day."""

    figure: Figure
    explained: Explanation

    @property
    def value(self):
        return self._as_sure(in_words(self.explained.value, self.figure.unit))

    @property
    def named(self):
        """How many of the value the register can name, in words; empty where that is no question."""
        itemised = self.explained.itemised
        return "" if itemised is None else in_words(itemised, self.figure.unit)

    @property
    def said(self) -> Row | None:
        """The official statement that an official figure is taken from; None for what the register counts itself."""
        rows = self.explained.rows
        return rows[0] if self.figure.key.startswith("official_") and len(rows) else None

    @property
    def share(self):
        """What the value is a share of, or how many of how many, in words; empty where that is no question."""
        return self._as_sure(self.explained.base) if self.explained.base else ""

    @property
    def parts(self) -> list[Part]:
        """The parts of a breakdown, as many as a frame holds, in the figure's order: what is not known, then the
        greatest; with `rest` they add up to the whole."""
        parts = list(self.explained.parts)
        if len(parts) <= PARTS_SHOWN:
            return parts
        kept = sorted(parts, key=lambda part: (not part.is_unknown, -part.value))[: PARTS_SHOWN - 1]
        return [part for part in parts if part in kept]

    @property
    def is_breakdown(self):
        """Whether the value alone says nothing of its own: it is the sum of parts."""
        return bool(self.explained.parts) and self.figure.aggregate == Aggregate.SUM

    @property
    def rest(self):
        """How many parts a frame leaves out, and what they come to in words."""
        left_out = [part for part in self.explained.parts if part not in self.parts]
        return len(left_out), self._part_in_words(left_out)

    @property
    def parts_in_words(self):
        """(part, its value in words), in the order of `parts`."""
        return [(part, self._part_in_words([part])) for part in self.parts]

    def _part_in_words(self, parts):
        value, bases = sum(part.value for part in parts), [part.base for part in parts if part.base is not None]
        if not bases:
            return in_words(value, self.figure.unit)
        words = ngettext("%(value)s of %(out_of)s company", "%(value)s of %(out_of)s companies", sum(bases))
        return words % {"value": value, "out_of": sum(bases)}

    def _as_sure(self, words):
        is_about = self.said and self.said.note == StatementFigure.Certainty.ABOUT.label
        return _("about %(value)s") % {"value": words} if is_about else words


@dataclass(frozen=True)
class Headline:
    """The first screen of the dashboard: the official line with its rate, and the figures of the register."""

    official: Shown
    rate: Shown
    running: list[Shown]

    @property
    def official_in_words(self):
        """`94 of 135 (69.6%)`; where it was not said out of how many, or nothing was said, the value alone."""
        if self.rate.explained.value is None:
            return self.official.value
        return f"{self.official.share} ({in_words(self.rate.explained.value, self.rate.figure.unit)})"


def headline_on(sums, day):
    """The Headline of `day`: the figures that figures/headline.py names, in its order."""
    official, *running = [shown_on(key, sums, day) for key, _label, _value in read_headline(sums, day).rows()]
    return Headline(official, shown_on("official_rate", sums, day), running)


def shown_on(key, sums, day):
    """The Shown of figure `key` on `day`, in the register that is being read."""
    return Shown(FIGURES[key], FIGURES[key].explain(sums, day))
