"""A figure as a small image (SVG): its name, its value and its day, with nothing to load and nothing to run.

Its colours are its own, so that it is read on light and on dark ground; they are attributes, for a style would be
refused where the image is opened by itself.
"""

from dataclasses import dataclass
from unicodedata import east_asian_width

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.partial_dates import PartialDate, Precision
from editions.clocks import Clocks
from editions.synthetic import SHORT
from figures.figure import Figure

FONT_SIZE = 13
PADDING = 10
# Parts of the size of the letters, measured generously; `textLength` makes the words as long as that.
WIDE, NARROW, MARK = 0.95, 0.58, 0.3


@dataclass(frozen=True)
class Badge:
    """`value`: the value of the figure in words."""

    figure: Figure
    value: str
    clocks: Clocks

    @property
    def day(self):
        day = _("as of %(day)s") % {"day": PartialDate(self.clocks.as_of, Precision.DAY).in_words()}
        return f"{SHORT}, {day}" if self.clocks.is_synthetic else day

    @property
    def title(self):
        edition = _("edition %(number)s") % {"number": self.clocks.edition} if self.clocks.edition else ""
        return ", ".join(filter(None, [f"{self.figure.label}: {self.value}", self.day, edition]))

    @property
    def description(self):
        return f"{self.figure.definition} {_('Source')}: {_('Gwangju AI agreements')}"

    def drawn(self):
        """The image as text."""
        texts = [str(self.figure.label), self.value, self.day]
        widths = [width_of(text) for text in texts]
        x, parts = 0, []
        for text, width in zip(texts, widths, strict=True):
            parts.append({"text": text, "x": x, "width": width + 2 * PADDING, "middle": x + PADDING, "length": width})
            x += width + 2 * PADDING
        shown = {"badge": self, "parts": parts, "width": x, "language": get_language()}
        return render_to_string("embeds/badge.svg", shown)


def width_of(text):
    """About how long `text` is, in pixels."""
    return round(FONT_SIZE * sum(_width_of_letter(letter) for letter in text))


def _width_of_letter(letter):
    if east_asian_width(letter) in "WF":
        return WIDE
    return MARK if letter in " .,:;'()|il" else NARROW
