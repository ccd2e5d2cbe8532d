"""The arithmetic of the benchmarks, and the table that they write; nothing is measured here."""

import pytest

from benchmarks.load import LoadFailed, read_wrk
from benchmarks.measures import MEASURES
from benchmarks.report import BEGIN, END, PAGE, Result, Results, in_a_line, write_page
from benchmarks.results import Aim, NotFinished, Series, compared, in_turn, milliseconds, per_second

AT_LEAST, AT_MOST = Aim(5), Aim(1.5, is_most=True)


@pytest.mark.parametrize(
    ("aim", "value", "is_met"),
    [
        (AT_LEAST, 5.0, True),
        (AT_LEAST, 4.99, False),
        (AT_LEAST, None, False),
        (AT_MOST, 1.5, True),
        (AT_MOST, 1.51, False),
        (AT_MOST, None, False),
    ],
)
def test_an_aim_is_met_from_its_limit_on(aim, value, is_met):
    assert aim.is_met_by(value) is is_met


def test_aims_and_values_in_words():
    assert [str(aim) for aim in (AT_LEAST, AT_MOST, Aim(10, " MB", is_most=True))] == [
        "at least 5×",
        "at most 1.5×",
        "at most 10 MB",
    ]
    assert [per_second(value) for value in (4580.4, 27.13, 0.0512)] == ["4,580/s", "27.1/s", "0.0512/s"]
    assert [milliseconds(value) for value in (3.2154, 0.034, 0.00051)] == ["3,215 ms", "34 ms", "0.51 ms"]


def test_sides_take_turns():
    asked = []

    series = in_turn({name: lambda turn, name=name: asked.append((turn, name)) or len(asked) for name in "ab"}, turns=3)

    assert asked == [(0, "a"), (0, "b"), (1, "a"), (1, "b"), (2, "a"), (2, "b")]
    assert [series["a"].median, series["b"].median] == [3, 4]


def test_who_does_not_finish_is_not_asked_again_and_the_other_side_goes_on():
    def slow(turn):
        raise NotFinished(180)

    series = in_turn({"slow": slow, "quick": lambda turn: 2.0 + turn}, turns=3)
    found = compared(series["slow"], series["quick"], milliseconds)

    assert found == ("not finished in 180 s", "3,000 ms (2,000 ms to 4,000 ms)", None)


def test_no_turn_begins_once_patience_is_over():
    series = in_turn({"only": lambda turn: 1.0}, turns=9, patience=-1)

    assert series["only"].values == (1.0,)


def test_the_ratio_is_that_of_the_medians():
    found = compared(Series((90.0, 300.0, 100.0)), Series((10.0, 20.0, 30.0)), per_second)

    assert found == ("100/s (90/s to 300/s)", "20/s (10/s to 30/s)", 5.0)


def test_what_wrk_counted():
    line = "drawn: 1200 answers in 4000000 us, 3 failed, slowest 250000 us"

    assert read_wrk(f"Running 4s test\n{line}\n") == (1200, 4.0, 3, 0.25)
    with pytest.raises(LoadFailed, match="unable to connect"):
        read_wrk("unable to connect to 127.0.0.1:1 Connection refused")


def test_a_measure_says_how_it_is_taken_and_no_two_have_one_title():
    assert all(measure.how for measure in MEASURES)
    assert len({measure.title for measure in MEASURES}) == len(MEASURES)
    assert "".join(dict.fromkeys(measure.key for measure in MEASURES)) == "abcdefghij"


def test_the_table_stands_between_its_marks(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text(f"# Performance\n\n{BEGIN}\nOutdated.\n{END}\n\nWritten by hand.\n")
    results = Results(tmp_path / "results.json")
    quick = Result("100/s", "20/s", 5.0, "2026-11-23 17:00", "A machine.", 0.12)
    results.keep(MEASURES[0], quick)
    results.keep(MEASURES[-1], quick._replace(got="not finished in 180 s", against="", value=None))

    write_page(Results(results.file), page)

    text = page.read_text()
    first, last = MEASURES[0], MEASURES[-1]
    row = f"| a | {first.title} | 100/s | {first.against}: 20/s | 5× | at least 0.7× | yes | 2026-11-23 17:00 | 12% |"
    assert row in text
    assert f"| j | {last.title} | not finished in 180 s | {last.against} | – | at least 3× | **no** |" in text
    assert text.startswith(f"# Performance\n\n{BEGIN}\nA machine.\n\n|")
    assert text.endswith(f"{END}\n\nWritten by hand.\n")
    assert "Outdated" not in text
    assert len(results.missing()) == len(MEASURES) - 2
    assert in_a_line(first, quick) == "100/s against 20/s: 5×, aim at least 0.7×: met"


def test_the_page_of_the_project_has_its_marks_in_order():
    text = PAGE.read_text("utf-8")

    assert -1 < text.find(BEGIN) < text.find(END)
