"""The official line, and statements held against the register, on the real register."""

import datetime

import pytest

from agreements.models import Statement
from figures.statements.checks import checks_of, official_line
from figures.sums.day_sums import read_day_sums


def checks_on(day):
    statement = Statement.objects.prefetch_related("figures").get(as_of=day)
    return checks_of(statement, read_day_sums())


def test_official_line_of_the_founding_day(register):
    line = official_line(datetime.date(2022, 3, 23))

    assert (line.established, line.out_of, str(line.rate)) == (94, 135, "69.6")


def test_official_line_of_the_day_before_is_the_statement_before(register):
    line = official_line(datetime.date(2022, 3, 22))

    assert (line.established, line.out_of, line.statement.as_of) == (88, 133, datetime.date(2021, 12, 22))


def test_official_line_without_a_stated_base_has_no_rate(register):
    line = official_line(datetime.date(2022, 6, 30))

    assert (line.established, line.out_of, line.rate) == (104, None, None)


def test_official_line_passes_over_a_disputed_number(register):
    line = official_line(datetime.date(2024, 11, 25))

    assert (line.established, line.is_about) == (120, True)


def test_official_line_before_the_first_statement_is_none(register):
    assert official_line(datetime.date(2020, 7, 21)) is None


@pytest.mark.parametrize(
    ("day", "measure", "difference"),
    [
        ("2021-10-21", "agreements", -1),
        ("2022-03-23", "agreements", 0),
        ("2022-03-23", "established", 6),
        ("2021-12-22", "agreements", 1),
        ("2021-12-22", "established", 27),
        ("2021-07-20", "agreements", -1),
        ("2021-07-20", "established", 2),
        ("2022-02-25", "agreements", 0),
    ],
)
def test_difference_between_statement_and_register(register, day, measure, difference):
    assert checks_on(day)[measure].difference == difference


def test_a_statement_without_a_day_cannot_be_checked(register):
    checks = checks_on(None)

    assert {check.verdict for check in checks.values()} == {"unchecked"}


def test_a_measure_without_a_rule_cannot_be_checked(register):
    assert checks_on("2020-11-06")["people"].verdict == "unchecked"
