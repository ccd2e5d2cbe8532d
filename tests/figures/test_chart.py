import datetime

import pytest

from figures.dashboard.chart import Stated, draw_totals, split

DAY, TODAY = datetime.date(2022, 3, 23), datetime.date(2023, 1, 1)
SERIES = {"agreements": [(datetime.date(2022, 1, 1), 100), (datetime.date(2022, 7, 2), 150)]}


def test_split_fills_the_whole_width():
    laid = split([("named", 17), ("unnamed", 77), ("rest", 41)])

    assert sum(float(width) for _key, _value, _x, width in laid) == pytest.approx(1000, abs=0.2)
    assert [value for _key, value, _x, _width in laid] == [17, 77, 41]


def test_split_of_nothing_has_no_width():
    assert [width for *_rest, width in split([("named", 0), ("rest", 0)])] == ["0.0", "0.0"]


def test_line_steps_up_to_the_day_and_goes_on_quieter_after_it():
    line = draw_totals(SERIES, [], day=DAY, today=TODAY).lines[0]

    assert line.path.startswith("M 48.0 ")
    assert "V" not in line.path
    assert "V" in line.later
    assert line.value == 150


def test_line_has_nothing_later_when_the_day_is_today():
    chart = draw_totals(SERIES, [], day=TODAY, today=TODAY)

    assert chart.lines[0].later == ""
    assert chart.day_anchor == "end"


def test_grid_starts_at_zero_and_reaches_the_highest_value():
    chart = draw_totals(SERIES, [], day=DAY, today=TODAY)

    assert [value for _y, value in chart.grid] == ["0", "100", "200"]


def test_statement_after_the_day_is_marked_later():
    marks = [Stated(TODAY, 94, "established", "exact", "off", 1, "words")]

    assert draw_totals(SERIES, marks, day=DAY, today=TODAY).marks[0].is_later


def test_chart_of_an_empty_register_can_be_drawn():
    chart = draw_totals({"agreements": [], "established": []}, [], day=DAY, today=DAY)

    assert [line.path for line in chart.lines] == ["", ""]
