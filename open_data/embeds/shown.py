"""What an embedded figure says: the values and words of the pages, read from where they read them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from agreements.models import StatementFigure
from figures.definitions import FIGURES
from figures.figure import Explanation, Figure, Row
from figures.headline import read_headline
from figures.values import in_words


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
