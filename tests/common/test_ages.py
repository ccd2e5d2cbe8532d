"""Calendar months, and the age of a date in words that claim no more than the date does."""

import datetime

import pytest
from django.utils import translation

from common.partial_dates import PartialDate, add_months

DAY = datetime.date.fromisoformat


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2022-03-23", 12, "2023-03-23"),
        ("2021-01-31", 1, "2021-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-02-29", 48, "2024-02-29"),
        ("2021-12-31", 12, "2022-12-31"),
        ("2021-11-30", 3, "2022-02-28"),
        ("2022-08-10", -6, "2022-02-10"),
        ("2022-08-31", -6, "2022-02-28"),
        ("2024-08-31", -6, "2024-02-29"),
        ("2022-06-30", -6, "2021-12-30"),
        ("2022-01-01", -6, "2021-07-01"),
    ],
)
def test_months_are_calendar_months(day, months, later):
    assert add_months(DAY(day), months) == DAY(later)


AGES = [
    ("2022-03-23", "2022-03-23", "같은 날", "the same day"),
    ("2022-03-23", "2022-03-24", "1일 전", "1 day ago"),
    ("2022-03-23", "2022-04-22", "30일 전", "30 days ago"),
    ("2022-03-23", "2022-04-23", "1개월 전", "1 month ago"),
    ("2022-03-23", "2023-03-22", "11개월 전", "11 months ago"),
    ("2022-03-23", "2023-03-23", "1년 전", "1 year ago"),
    ("2022-03-23", "2025-05-23", "3년 2개월 전", "3 years 2 months ago"),
    ("2020-02-29", "2021-02-27", "11개월 전", "11 months ago"),
    ("2020-02-29", "2021-02-28", "1년 전", "1 year ago"),
    ("2022-03", "2022-03-31", "같은 달", "the same month"),
    ("2022-03", "2022-04-01", "지난달", "the month before"),
    ("2022-03", "2022-05-01", "약 2개월 전", "about 2 months ago"),
    ("2022-03", "2025-05-01", "약 3년 2개월 전", "about 3 years 2 months ago"),
    ("2022", "2022-12-31", "같은 해", "the same year"),
    ("2022", "2023-01-01", "지난해", "the year before"),
    ("2022", "2025-12-31", "약 3년 전", "about 3 years ago"),
]


@pytest.mark.parametrize(("known", "day", "korean", "english"), AGES)
def test_an_age_is_told_as_exactly_as_the_date_is_known(known, day, korean, english):
    for language, words in [("ko", korean), ("en", english)]:
        with translation.override(language):
            assert PartialDate.parse(known).age_in_words(DAY(day)) == words
