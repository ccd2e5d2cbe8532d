"""The totals of the real register, as the design states them, on the day, and around it."""

import datetime

import pytest

from figures.sums.day_sums import read_day_sums
from figures.sums.rules import running_line

EXPECTED = {  # as of: agreements, itemised, established, itemised
    "2020-06-30": (14, 13, 6, 6),
    "2020-08-31": (32, 26, 9, 9),
    "2020-09-30": (38, 28, 9, 9),
    "2021-07-20": (101, 44, 61, 13),
    "2021-12-16": (132, 57, 61, 16),
    "2022-03-22": (135, 59, 88, 17),
    "2022-03-23": (145, 69, 94, 17),
    "2023-12-31": (167, 69, 104, 17),
    "2025-04-15": (263, 153, 116, 18),
    "2025-11-30": (349, 203, 158, 18),
    "2026-01-16": (361, 215, 160, 18),
}


@pytest.mark.parametrize("day", EXPECTED)
def test_running_line_of_the_register(register, day):
    line = running_line(read_day_sums(), datetime.date.fromisoformat(day))

    totals = line.agreements, line.established
    assert tuple(number for total in totals for number in (total.value, total.itemised)) == EXPECTED[day]


def test_running_line_without_any_evidence_yet(register):
    line = running_line(read_day_sums(), datetime.date(2019, 10, 8))

    assert (line.agreements.value, line.established.value, line.rate) == (0, 0, None)


def test_totals_take_a_fixed_number_of_queries(register, django_assert_num_queries):
    with django_assert_num_queries(7):
        read_day_sums()
