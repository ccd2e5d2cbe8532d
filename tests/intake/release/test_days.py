import datetime

import pytest

from intake.release import read_release


def _read(text, published):
    return read_release(text, datetime.date.fromisoformat(published) if published else None)


@pytest.mark.parametrize(
    ("when", "published", "signed_on"),
    [
        ("23일", "2022-03-23", "2022-03-23"),
        ("23일(수)", "2022-03-24", "2022-03-23"),
        ("24일", "2022-03-23", "2022-02-24"),
        ("30일", "2024-05-02", "2024-04-30"),
        ("지난달 30일", "2022-01-02", "2021-12-30"),
        ("이달 3일", "2022-03-24", "2022-03-03"),
        ("오는 30일", "2024-05-20", "2024-05-30"),
        ("오는 3일", "2024-12-20", "2025-01-03"),
        ("3월 23일", "2022-03-24", "2022-03-23"),
        ("3월23일", "2022-03-24", "2022-03-23"),
        ("12월 30일", "2024-01-02", "2023-12-30"),
        ("지난해 12월 30일", "2024-01-02", "2023-12-30"),
        ("2022년 3월 23일", None, "2022-03-23"),
        ("2022. 3. 23.", None, "2022-03-23"),
    ],
)
def test_day_of_the_signing(when, published, signed_on):
    release = _read(f"광주시는 {when} 시청에서 가람과 인공지능 업무협약을 체결했다.", published)

    assert release.signed_on.value.isoformat() == signed_on
    assert release.signed_day.value == release.signed_on.value.day


def test_a_day_of_the_month_alone_gives_no_date_and_is_doubted():
    release = _read("광주시는 23일 시청에서 가람과 인공지능 업무협약을 체결했다.", None)

    assert release.signed_on is None
    assert release.signed_day.value == 23
    assert [doubt.code for doubt in release.signed_day.doubts] == ["month-not-known"]


def test_a_day_that_the_month_does_not_have_gives_no_date():
    release = _read("광주시는 지난달 30일 시청에서 가람과 인공지능 업무협약을 맺었다.", "2024-03-02")

    assert release.signed_on is None
    assert release.signed_day.value == 30


@pytest.mark.parametrize(
    "text",
    [
        "광주시는 지난 23일 시청에서 가람과 인공지능 업무협약을 체결했다고 24일 밝혔다.",
        "24일 광주시에 따르면 시는 전날인 23일 시청에서 가람과 인공지능 업무협약을 체결했다.",
        "광주시는 24일 가람과 인공지능 업무협약을 체결했다고 밝혔다. 시청에서 23일 열린 협약식에는 많은 이가 왔다.",
        "광주시가 23일 기업을 맞았다.\n광주시는 이날 시청에서 가람과 인공지능 업무협약을 체결했다.",
        "광주시는 시청에서 가람과 인공지능 업무협약을 체결했다.\n일시: 2022. 3. 23.(수) 14:00",
    ],
)
def test_the_day_of_the_signing_is_not_that_of_the_announcement(text):
    assert _read(text, "2022-03-24").signed_on.value == datetime.date(2022, 3, 23)


def test_the_day_of_the_announcement_alone_is_no_day_of_signing():
    release = _read("광주시는 가람과 인공지능 업무협약을 체결했다고 20일 밝혔다.", "2024-05-20")

    assert (release.signed_on, release.signed_day) == (None, None)
    assert [(doubt.code, doubt.words) for doubt in release.doubts] == [("day-not-sure", "20일")]


@pytest.mark.parametrize(
    ("said", "published", "signed_on"),
    [
        ("시는 전날", "2021-07-22", "2021-07-21"),
        ("시는 전날", "2021-08-01", "2021-07-31"),
        ("21일 광주시에 따르면 시는 전날", "2021-07-22", "2021-07-20"),
    ],
)
def test_the_day_before_is_that_before_the_announcement_or_the_publication(said, published, signed_on):
    release = _read(f"{said} 시청에서 가람과 인공지능 업무협약을 체결했다.", published)

    assert release.signed_on.value.isoformat() == signed_on
    assert release.signed_day.value == release.signed_on.value.day


def test_the_day_before_is_not_known_without_a_day_of_publication():
    assert _read("시는 전날 시청에서 가람과 인공지능 업무협약을 체결했다.", None).signed_on is None


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar(published):
    _read("광주시는 지난달 30일 시청에서 가람과 인공지능 업무협약을 맺었다.", published)
    _read("광주시는 전날 시청에서 가람과 인공지능 업무협약을 맺었다.", published)
    _read("광주시는 오는 3일 시청에서 가람과 인공지능 업무협약을 맺는다.", published)
