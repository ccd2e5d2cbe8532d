import datetime

import pytest
from django.utils import translation

from common.partial_dates import PartialDate


@pytest.mark.parametrize(
    ("text", "last_day", "shown"),
    [
        ("2022-03-23", datetime.date(2022, 3, 23), "2022-03-23"),
        ("2022. 3. 23.", datetime.date(2022, 3, 23), "2022-03-23"),
        ("2022년 3월 23일", datetime.date(2022, 3, 23), "2022-03-23"),
        ("20220323", datetime.date(2022, 3, 23), "2022-03-23"),
        ("2022-02", datetime.date(2022, 2, 28), "2022-02"),
        ("2020-02", datetime.date(2020, 2, 29), "2020-02"),
        ("2022. 3.", datetime.date(2022, 3, 31), "2022-03"),
        ("2022", datetime.date(2022, 12, 31), "2022"),
    ],
)
def test_parse_keeps_the_last_day_and_shows_only_what_is_known(text, last_day, shown):
    date = PartialDate.parse(text)

    assert (date.last_day, str(date)) == (last_day, shown)


@pytest.mark.parametrize("text", ["", "2022-02-30", "2022-13", "99999-01-01", "yesterday", "2022-1-1-1", "22-03-23"])
def test_parse_refuses_what_is_no_date(text):
    with pytest.raises(ValueError, match=".*"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "korean"), [("2022-03-23", "2022. 3. 23."), ("2022-03", "2022. 3."), ("2022", "2022")]
)
def test_in_words_writes_as_a_korean_office_does(text, korean):
    with translation.override("ko"):
        assert PartialDate.parse(text).in_words() == korean
