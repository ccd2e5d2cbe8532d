"""Geometry of the charts, in plain numbers; the marks are drawn in templates. All coordinates are text, so that no
locale can put a comma into them."""

import datetime
from dataclasses import dataclass
from itertools import count

from figures.dashboard.marks import place_marks

# label: how far apart the names at the line ends stand at least. words: where the two lines on the day in question
# stand, above the plot, so that they never meet the curve; words_width: the room that the longer needs.
WIDE = {"width": 1152, "height": 400, "left": 44, "right": 84, "top": 68, "bottom": 36}
WIDE |= {"label": 42, "words": (20, 44), "words_width": 240}
NARROW = {"width": 344, "height": 340, "left": 34, "right": 66, "top": 68, "bottom": 32}
NARROW |= {"label": 36, "words": (16, 37), "words_width": 236}
MOST_GRID_STEPS = 5
# Words on the axis need this much room.
YEAR_APART = 44


@dataclass(frozen=True)
class Line:
    """One stepped line: `path` up to the day in question, `later` after it ("" where there is none).

    value: its total on that day; last: its total at the end of the chart. label_y: where its name stands at the end.
    """

    key: str
    path: str
    later: str
    area: str
    day_y: str
    end_y: str
    label_y: str
    value: int
    last: int


@dataclass(frozen=True)
class Chart:
    """What the template draws, worked out; lengths are texts in units of the viewBox, as SVG takes them.

    words_x, words_y: where the two lines of words on the day have their middle, and how high they stand.
    """

    shape: str
    width: str
    height: str
    lines: list
    marks: list
    first_year: str
    years: list  # (x, year)
    grid: list  # (y, value)
    left: str
    plot_right: str
    bottom: str
    top: str
    day_x: str
    words_x: str
    words_y: list
    has_later: bool


class _Scale:
    def __init__(self, frame, first, last, highest):
        self.frame, self.first = frame, first
        self.days = max((last - first).days, 1)
        self.step = next(step for step in _round_numbers() if highest <= step * MOST_GRID_STEPS)
        self.top_value = -(-max(highest, 1) // self.step) * self.step

    def x(self, day):
        inner = self.frame["width"] - self.frame["left"] - self.frame["right"]
        return self.frame["left"] + inner * (day - self.first).days / self.days

    def y(self, value):
        inner = self.frame["height"] - self.frame["top"] - self.frame["bottom"]
        return self.frame["height"] - self.frame["bottom"] - inner * value / self.top_value


def draw_totals(series, statements, *, day, today, shape="wide"):
    """The chart of totals over time, from the year of the first value to `today`, with `day` marked.

    series: {key: [(day, value), …]} in order of days, the highest line first. statements: a list of Stated.
    """
    frame = NARROW if shape == "narrow" else WIDE
    scale = _scale_of(series, statements, frame, today, max(today, day))
    half_words = frame["words_width"] / 2
    placed = [(scale.x(stated.day), scale.y(stated.value), stated) for stated in statements]
    return Chart(
        shape=shape,
        width=str(frame["width"]),
        height=str(frame["height"]),
        lines=_with_labels(frame, [_line(scale, key, values, day, today) for key, values in series.items()]),
        marks=place_marks(placed, day=day),
        first_year=str(scale.first.year),
        years=_years(scale, day, today, every=2 if shape == "narrow" else 1),
        grid=[(_text(scale.y(value)), str(value)) for value in range(0, scale.top_value + 1, scale.step)],
        left=str(frame["left"]),
        plot_right=str(frame["width"] - frame["right"]),
        bottom=str(frame["height"] - frame["bottom"]),
        top=str(frame["top"]),
        day_x=_text(scale.x(day)),
        words_x=_text(min(max(scale.x(day), half_words), frame["width"] - half_words)),
        words_y=[str(y) for y in frame["words"]],
        has_later=day < today,
    )


def split(parts, width=100):
    """Lay `parts` [(key, value), …] side by side: [(key, value, x, width as text), …], always `width` in all."""
    whole = sum(value for _key, value in parts)
    laid, x = [], 0.0
    for key, value in parts:
        share = width * value / whole if whole else 0.0
        laid.append((key, value, _text(x), _text(share)))
        x += share
    return laid


def _round_numbers():
    """1, 2, 5, 10, 20, 50, …"""
    for exponent in count():
        yield from (number * 10**exponent for number in (1, 2, 5))


def _scale_of(series, statements, frame, today, last):
    """From the year of the first value, or of `today` where there is none, to the day `last`."""
    points = [point for values in series.values() for point in values] or [(today, 1)]
    first = min([when for when, _value in points] + [stated.day for stated in statements])
    highest = max([value for _when, value in points] + [stated.value for stated in statements])
    return _Scale(frame, first.replace(month=1, day=1), last, highest)


def _years(scale, day, today, every):
    """Where the years begin; not beside the end of the chart where that has a name of its own."""
    last = scale.x(today) - (YEAR_APART if day < today else 0)
    places = [
        (scale.x(datetime.date(year, 1, 1)), str(year)) for year in range(scale.first.year, today.year + 1, every)
    ]
    return [(_text(x), year) for x, year in places if x <= last]


def _line(scale, key, values, day, today):
    past = [(when, value) for when, value in values if when <= day]
    later = [(when, value) for when, value in values if when > day]
    at_day = past[-1][1] if past else 0
    last = later[-1][1] if later else at_day
    path = _steps(scale, past, day)
    begun = [(day, at_day)] if past else []
    return Line(
        key=key,
        path=path,
        later=_steps(scale, [*begun, *later], today) if day < today else "",
        area=f"{path} V {_text(scale.y(0))} H {_text(scale.x(past[0][0]))} Z" if past else "",
        day_y=_text(scale.y(at_day)),
        end_y=_text(scale.y(last)),
        label_y=_text(scale.y(last)),
        value=at_day,
        last=last,
    )


def _with_labels(frame, lines):
    """The lines with the names at their ends moved apart, each below the one before it."""
    placed, above = [], None
    for line in lines:
        y = float(line.end_y) if above is None else max(float(line.end_y), above + frame["label"])
        y = min(y, frame["height"] - frame["bottom"])
        placed.append(Line(**{**vars(line), "label_y": _text(y)}))
        above = y
    return placed


def _steps(scale, values, until):
    """An SVG path that keeps each value until the next day of change; empty for no values."""
    if not values:
        return ""
    first_day, first_value = values[0]
    parts = [f"M {_text(scale.x(first_day))} {_text(scale.y(first_value))}"]
    parts += [f"H {_text(scale.x(when))} V {_text(scale.y(value))}" for when, value in values[1:]]
    return " ".join([*parts, f"H {_text(scale.x(until))}"])


def _text(number):
    return f"{number:.1f}"
