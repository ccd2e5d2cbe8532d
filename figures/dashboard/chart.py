"""Geometry of the charts, in plain numbers; the marks are drawn in templates. All coordinates are text, so that no
locale can put a comma into them."""

import datetime
from dataclasses import dataclass

WIDE = {"width": 1152, "height": 420, "left": 48, "right": 150, "top": 24, "bottom": 40}
NARROW = {"width": 400, "height": 360, "left": 44, "right": 8, "top": 34, "bottom": 34}


@dataclass(frozen=True)
class Line:
    """One stepped line: `path` up to the day in question, `later` after it ("" where there is none), its end label."""

    key: str
    path: str
    later: str
    area: str
    end_x: str
    end_y: str
    value: int


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
    """One official number on the chart; later than the day in question or not."""

    x: str
    y: str
    stated: Stated
    is_later: bool


@dataclass(frozen=True)
class Chart:
    """What the template draws, worked out; lengths are texts in units of the viewBox, as SVG takes them."""

    shape: str
    width: str
    height: str
    lines: list
    marks: list
    years: list  # (x, year)
    grid: list  # (y, value)
    left: str
    plot_right: str
    bottom: str
    top: str
    day_x: str
    day_anchor: str


class _Scale:
    def __init__(self, frame, first, last, highest):
        self.frame, self.first = frame, first
        self.days = max((last - first).days, 1)
        self.top_value = -(-max(highest, 1) // 100) * 100

    def x(self, day):
        inner = self.frame["width"] - self.frame["left"] - self.frame["right"]
        return self.frame["left"] + inner * (day - self.first).days / self.days

    def y(self, value):
        inner = self.frame["height"] - self.frame["top"] - self.frame["bottom"]
        return self.frame["height"] - self.frame["bottom"] - inner * value / self.top_value


def draw_totals(series, statements, *, day, today, shape="wide"):
    """The chart of totals over time, from the year of the first value to `today`, with `day` marked.

    series: {key: [(day, value), …]} in order of days. statements: a list of Stated.
    """
    frame = NARROW if shape == "narrow" else WIDE
    scale = _scale_of(series, frame, today, max(today, day))
    lines = [_line(scale, key, values, day, today) for key, values in series.items()]
    marks = [
        Mark(_text(scale.x(stated.day)), _text(scale.y(stated.value)), stated, stated.day > day)
        for stated in statements
    ]
    years = range(scale.first.year, today.year + 1, 2 if shape == "narrow" else 1)
    middle = frame["left"] + (frame["width"] - frame["left"] - frame["right"]) / 2
    return Chart(
        shape=shape,
        width=str(frame["width"]),
        height=str(frame["height"]),
        lines=lines,
        marks=marks,
        years=[(_text(scale.x(datetime.date(year, 1, 1))), str(year)) for year in years],
        grid=[(_text(scale.y(value)), str(value)) for value in range(0, scale.top_value + 1, 100)],
        left=str(frame["left"]),
        plot_right=str(frame["width"] - frame["right"]),
        bottom=str(frame["height"] - frame["bottom"]),
        top=str(frame["top"]),
        day_x=_text(scale.x(day)),
        day_anchor="end" if scale.x(day) > middle else "start",
    )


def _scale_of(series, frame, today, last):
    """From the year of the first value, or of `today` where there is none, to the day `last`."""
    points = [point for values in series.values() for point in values] or [(today, 1)]
    first = min(when for when, _value in points)
    return _Scale(frame, first.replace(month=1, day=1), last, max(value for _when, value in points))


def _line(scale, key, values, day, today):
    past = [(when, value) for when, value in values if when <= day]
    later = [(when, value) for when, value in values if when > day]
    at_day = past[-1][1] if past else 0
    last = later[-1][1] if later else at_day
    path = _steps(scale, past, day)
    area = f"{path} V {_text(scale.y(0))} H {_text(scale.x(past[0][0]))} Z" if past else ""
    return Line(
        key=key,
        path=path,
        later=_steps(scale, [(day, at_day), *later], today) if day < today else "",
        area=area,
        end_x=_text(scale.x(today)),
        end_y=_text(scale.y(last)),
        value=last,
    )


def _steps(scale, values, until):
    """An SVG path that keeps each value until the next day of change; empty for no values."""
    if not values:
        return ""
    first_day, first_value = values[0]
    parts = [f"M {_text(scale.x(first_day))} {_text(scale.y(first_value))}"]
    parts += [f"H {_text(scale.x(when))} V {_text(scale.y(value))}" for when, value in values[1:]]
    return " ".join([*parts, f"H {_text(scale.x(until))}"])


def split(parts, width=1000):
    """Lay `parts` [(key, value), …] side by side: [(key, value, x, width as text), …], always `width` in all."""
    whole = sum(value for _key, value in parts)
    laid, x = [], 0.0
    for key, value in parts:
        share = width * value / whole if whole else 0.0
        laid.append((key, value, _text(x), _text(share)))
        x += share
    return laid


def _text(number):
    return f"{number:.1f}"
