"""The breakdowns of the dashboard: the largest parts with their bars, the small ones as one, what is not known last."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from figures.figure import Explanation, Figure

LARGEST = 6


@dataclass(frozen=True)
class Bar:
    """One part with the length of its bar, in percent of the longest, as text. key: of the part; "" for the small
    parts together, which stand one by one on the page of the figure."""

    key: str
    label: str
    value: int
    is_unknown: bool
    length: str


@dataclass(frozen=True)
class BarChart:
    """A figure in parts on a day, drawn as bars, which add up to its value."""

    figure: Figure
    explained: Explanation
    bars: list


def shortened(figure, explained):
    """The BarChart of an explained figure: its LARGEST known parts, the others as one, then what is not known."""
    known = sorted((part for part in explained.parts if not part.is_unknown), key=lambda part: -part.value)
    # One part more is shown rather than a line that stands for one part only.
    shown = known if len(known) <= LARGEST + 1 else known[:LARGEST]
    small = known[len(shown) :]
    rows = [(part.key, part.label, part.value, False) for part in shown]
    if small:
        rows.append(("", _others(figure, len(small)), sum(part.value for part in small), False))
    rows += [(part.key, part.label, part.value, True) for part in explained.parts if part.is_unknown]
    longest = max((value for _key, _label, value, _is_unknown in rows), default=0)
    return BarChart(figure, explained, [Bar(*row, _length(row[2], longest)) for row in rows])


def _others(figure, count):
    if figure.key == "agreements_by_field":
        return ngettext("%(n)s other field", "%(n)s other fields", count) % {"n": count}
    return _("%(n)s others") % {"n": count}


def _length(value, longest):
    return f"{100 * max(value, 0) / longest:.1f}" if longest else "0.0"
