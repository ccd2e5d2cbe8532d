import datetime

import pytest

from figures.dashboard.chart import draw_totals, split
from figures.dashboard.marks import APART, Stated, place_marks

DAY, TODAY = datetime.date(2022, 3, 23), datetime.date(2023, 1, 1)
SERIES = {"agreements": [(datetime.date(2022, 1, 1), 100), (datetime.date(2022, 7, 2), 150)]}


def make_stated(day=TODAY, value=94, key="established", certainty="exact", verdict="off", statement_id=1):
    return Stated(day, value, key, certainty, verdict, statement_id, "words")


def test_split_fills_the_whole_width():
    laid = split([("named", 17), ("unnamed", 77), ("rest", 41)])

    assert sum(float(width) for _key, _value, _x, width in laid) == pytest.approx(100, abs=0.2)
    assert [value for _key, value, _x, _width in laid] == [17, 77, 41]


def test_split_of_nothing_has_no_width():
    assert [width for *_rest, width in split([("named", 0), ("rest", 0)])] == ["0.0", "0.0"]


def test_line_steps_up_to_the_day_and_goes_on_after_it():
    line = draw_totals(SERIES, [], day=DAY, today=TODAY).lines[0]

    assert line.path.startswith("M 44.0 ")
    assert "V" not in line.path
    assert "V" in line.later
    assert (line.value, line.last) == (100, 150)


def test_line_has_nothing_later_when_the_day_is_today():
    chart = draw_totals(SERIES, [], day=TODAY, today=TODAY)

    assert chart.lines[0].later == ""
    assert not chart.has_later


@pytest.mark.parametrize("shape", ["wide", "narrow"])
@pytest.mark.parametrize("day", [datetime.date(2022, 1, 1), DAY, TODAY])
def test_the_words_on_the_day_stay_within_the_chart(day, shape):
    chart = draw_totals(SERIES, [], day=day, today=TODAY, shape=shape)

    assert 115 <= float(chart.words_x) <= float(chart.width) - 115


def test_line_of_a_day_before_everything_is_all_later():
    line = draw_totals(SERIES, [], day=datetime.date(2021, 12, 31), today=TODAY).lines[0]

    assert (line.path, line.area, line.value) == ("", "", 0)
    assert line.later.startswith("M ")


@pytest.mark.parametrize(
    ("highest", "grid"),
    [
        (0, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (14, ["0", "5", "10", "15"]),
        (150, ["0", "50", "100", "150"]),
        (361, ["0", "100", "200", "300", "400"]),
        (1001, ["0", "500", "1000", "1500"]),
    ],
)
def test_grid_starts_at_zero_and_reaches_the_highest_value_in_round_steps(highest, grid):
    chart = draw_totals({"agreements": [(DAY, highest)]}, [], day=DAY, today=TODAY)

    assert [value for _y, value in chart.grid] == grid


def test_a_stated_number_above_the_lines_is_within_the_chart():
    chart = draw_totals(SERIES, [make_stated(value=1000)], day=DAY, today=TODAY)

    assert chart.marks[0].y >= float(chart.top)


@pytest.mark.parametrize("shape", ["wide", "narrow"])
@pytest.mark.parametrize("values", [(1, 1), (361, 360), (5, 0)])
def test_names_at_the_line_ends_do_not_meet(shape, values):
    series = {key: [(DAY, value)] for key, value in zip(("agreements", "established"), values, strict=True)}

    upper, lower = draw_totals(series, [], day=DAY, today=TODAY, shape=shape).lines

    assert float(lower.label_y) - float(upper.label_y) >= 30


@pytest.mark.parametrize(("day", "years"), [(TODAY, ["2022", "2023"]), (DAY, ["2022"])])
def test_a_year_gives_way_to_the_name_of_the_end(day, years):
    assert [year for _x, year in draw_totals(SERIES, [], day=day, today=TODAY).years] == years


@pytest.mark.parametrize(("day", "is_later"), [(DAY, True), (TODAY, False)])
def test_statement_after_the_day_is_marked_later(day, is_later):
    assert draw_totals(SERIES, [make_stated()], day=day, today=TODAY).marks[0].is_later is is_later


def test_chart_of_an_empty_register_can_be_drawn():
    chart = draw_totals({"agreements": [], "established": []}, [], day=DAY, today=DAY)

    assert [line.path for line in chart.lines] == ["", ""]


class TestMarks:
    @pytest.mark.parametrize(("distance", "marks"), [(APART - 1, 1), (APART, 2)])
    def test_marks_too_near_to_each_other_stand_as_one(self, distance, marks):
        placed = [(100.0, 50.0, make_stated()), (100.0 + distance, 50.0, make_stated(statement_id=2))]

        assert len(place_marks(placed, day=TODAY)) == marks

    def test_no_two_marks_are_near_however_many_there_are(self):
        placed = [(float(7 * n % 300), float(11 * n % 200), make_stated(statement_id=n)) for n in range(200)]

        marks = place_marks(placed, day=TODAY)

        assert sum(mark.count for mark in marks) == 200
        apart = [
            (one.x - other.x) ** 2 + (one.y - other.y) ** 2
            for index, one in enumerate(marks)
            for other in marks[:index]
        ]
        assert min(apart) >= APART**2

    def test_numbers_of_one_statement_lead_to_it_and_are_told_together(self):
        placed = [(100.0, 50.0, make_stated(key="agreements")), (100.0, 60.0, make_stated(key="established"))]

        mark = place_marks(placed, day=TODAY)[0]

        assert (mark.statement_id, mark.words, mark.y) == (1, "words words", 55.0)

    def test_numbers_of_several_statements_lead_to_none_of_them(self):
        placed = [(100.0, 50.0, make_stated(day=TODAY, statement_id=1)), (90.0, 50.0, make_stated(DAY, statement_id=2))]

        mark = place_marks(placed, day=DAY)[0]

        assert (mark.statement_id, mark.is_later) == (None, False)
        assert (mark.first.day, mark.last.day) == (DAY, TODAY)

    @pytest.mark.parametrize(("count", "words"), [(4, "words words words words"), (5, "")])
    def test_many_numbers_in_one_place_are_counted_not_told(self, count, words):
        placed = [(100.0, 50.0, make_stated(statement_id=n)) for n in range(count)]

        assert place_marks(placed, day=TODAY)[0].words == words

    def test_a_mark_is_off_where_one_number_is_and_uncertain_where_all_are(self):
        sure, about = make_stated(verdict="agreed"), make_stated(certainty="about")

        mark = place_marks([(0.0, 0.0, sure), (0.0, 0.0, about)], day=TODAY)[0]

        assert (mark.is_off, mark.is_uncertain) == (True, False)
