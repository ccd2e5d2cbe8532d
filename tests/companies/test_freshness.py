"""When a place was last confirmed, from what, and how old that is; on its company's page and in the list of places."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from companies.freshness import Freshness, freshest, freshness_of, last_seen
from companies.models import Establishment
from editions.models import Edition
from editions.services import edition
from sources.models import Source
from sources.services import publish_sources
from tests.factories import make_company, make_place, make_round, make_source
from tests.pages.addresses import first_cells, text_of

pytestmark = pytest.mark.django_db
DAY = datetime.date.fromisoformat


@pytest.mark.parametrize(
    ("day", "freshness"),
    [
        ("2022-03-23", Freshness.FRESH),
        ("2023-03-22", Freshness.FRESH),
        ("2023-03-23", Freshness.FRESH),
        ("2023-03-24", Freshness.AGEING),
        ("2024-03-23", Freshness.AGEING),
        ("2024-03-24", Freshness.OLD),
    ],
)
def test_a_place_ages_the_day_after_so_many_months(day, freshness):
    assert freshness_of(DAY("2022-03-23"), DAY(day)) == freshness


def test_a_leap_day_is_fresh_until_the_last_of_february():
    assert freshness_of(DAY("2020-02-29"), DAY("2021-02-28")) == Freshness.FRESH
    assert freshness_of(DAY("2020-02-29"), DAY("2021-03-01")) == Freshness.AGEING


def seen_on(place, day):
    """The day on which the place was last seen, by the query and by the row, which must agree."""
    found = Establishment.objects.with_status(DAY(day)).with_last_seen(DAY(day)).get(pk=place.pk)
    on = last_seen(found, DAY(day)).on
    assert (on.last_day if on else None) == found.last_seen
    return str(on) if on else None


@pytest.mark.parametrize(
    ("day", "on"),
    [
        ("2021-03-31", None),
        ("2021-04-01", "2021-04-01"),
        ("2021-12-31", "2021-04-01"),
        ("2022-01-01", "2022-01-01"),
    ],
)
def test_only_what_is_up_to_the_day_confirms(day, on):
    place = make_place(opened_on=DAY("2021-04-01"), confirmed_on=DAY("2022-01-01"))

    assert seen_on(place, day) == on


def test_a_plan_confirms_nothing():
    place = make_place(opened_on=None, announced_on=DAY("2022-01-01"), planned_on=DAY("2022-02-01"))

    assert seen_on(place, "2022-03-01") is None


def test_a_month_confirms_from_its_last_day_and_a_day_says_more_than_a_month():
    place = make_place(opened_on=DAY("2021-04-30"), opened_on_precision="month", confirmed_on=DAY("2021-04-30"))

    assert seen_on(place, "2021-04-29") is None
    assert seen_on(place, "2021-04-30") == "2021-04-30"


def place_with_sources(*days, **dates):
    place = make_place(**{"opened_on": DAY("2021-04-01")} | dates)
    with edition(by=None, kind=Edition.Kind.CORRECT):
        for day in days:
            source = make_source(published_on=DAY(day) if day else None, title=day or "undated")
            place.sources.add(source)
            publish_sources(Source.objects.filter(pk=source.pk))
    return place


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (["2021-03-31", "2021-04-02", "2023-01-01"], ["2021-04-02"]),
        (["2021-03-31", None], ["undated"]),
        (["2021-03-31"], ["2021-03-31"]),
        ([], []),
    ],
)
def test_the_source_is_the_first_from_the_day_on(days, shown):
    place = place_with_sources(*days)

    found = Establishment.objects.with_status(DAY("2024-01-01")).get(pk=place.pk)

    assert [source.title for source in last_seen(found, DAY("2024-01-01")).sources] == shown


def test_a_closed_place_has_no_mark():
    place = make_place(closed_on=DAY("2022-06-01"))

    before, after = (
        last_seen(Establishment.objects.with_status(DAY(day)).get(pk=place.pk), DAY(day))
        for day in ("2022-05-31", "2022-06-01")
    )

    assert (before.freshness, after.freshness) == (Freshness.FRESH, None)


@pytest.mark.parametrize(
    ("language", "age", "mark"),
    [
        ("", "마지막 확인 2021. 4. 1. (3년 2개월 전)", "개소 마지막 확인 후 24개월 넘음"),
        ("/en", "Last confirmed 1 April 2021 (3 years 2 months ago)", "opened not confirmed for over 24 months"),
    ],
)
def test_the_company_page_says_when_from_what_and_how_old(client, language, age, mark):
    place = place_with_sources("2021-04-02")

    page = client.get(f"{language}/companies/{place.company_id}/?as_of=2024-06-01")

    text = text_of(page)
    assert age in text
    assert text.count(mark) == 2  # in the head and at the place
    assert place.sources.get().url in page.content.decode()


@pytest.mark.parametrize(
    ("days", "day", "mark"),
    [
        (["2021-04-01"], "2022-04-01", Freshness.FRESH),
        (["2021-04-01"], "2022-04-02", Freshness.AGEING),
        (["2021-04-01", "2021-05-01"], "2022-04-02", Freshness.FRESH),
        ([], "2022-04-02", None),
    ],
)
def test_several_places_are_as_fresh_as_the_one_seen_last(days, day, mark):
    places = [make_place(opened_on=DAY(opened)) for opened in days]

    assert freshest(places, DAY(day)) == mark


@pytest.mark.parametrize(("language", "words"), [("", "확인된 적 없음"), ("/en", "never confirmed")])
def test_a_place_never_seen_says_so(client, language, words):
    place = make_place(opened_on=None, announced_on=DAY("2022-01-01"))

    assert words in text_of(client.get(f"{language}/companies/{place.company_id}/?as_of=2024-06-01"))


def signed(name, **dates):
    company = make_company(name=name)
    make_round(numbers=None, companies=[company], signed_on=DAY("2020-01-01"))
    return make_place(company=company, **dates)


@pytest.fixture
def places(db):
    signed("오래된", opened_on=DAY("2020-06-01"))
    signed("새로운", opened_on=None, confirmed_on=DAY("2022-06-01"))
    signed("닫힌", opened_on=DAY("2020-03-01"), closed_on=DAY("2022-01-01"))
    signed("계획", opened_on=None, announced_on=DAY("2020-07-01"))
    signed("나중", opened_on=DAY("2023-01-01"))


def test_the_list_begins_with_the_place_not_confirmed_for_longest(client, places):
    page = client.get("/companies/places/?as_of=2022-12-31")

    assert first_cells(page) == ["오래된", "새로운", "계획"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("as_of=2021-12-31", ["닫힌", "오래된", "계획"]),
        ("as_of=2022-12-31&sort=-last_seen", ["새로운", "오래된", "계획"]),
        ("as_of=2022-12-31&status=planned", ["계획"]),
        ("as_of=2022-12-31&status=closed", ["닫힌"]),
        ("as_of=2022-12-31&q=새로", ["새로운"]),
        ("as_of=2023-01-01&sort=company", ["계획", "나중", "새로운", "오래된"]),
    ],
)
def test_the_list_is_of_a_day_narrowed_and_sorted(client, places, query, names):
    assert first_cells(client.get(f"/companies/places/?{query}")) == names


@pytest.mark.parametrize(
    "query", ["status=shut", "sort=age", "sort=sources", "kind=shop", "colour=red", "district=mapo", "page=x"]
)
def test_the_list_refuses_what_it_does_not_know(client, query):
    assert client.get(f"/companies/places/?{query}").status_code == 400


def test_the_number_of_queries_does_not_grow_with_the_places(client, register):
    counts = []
    for query in ("as_of=2020-06-01", "as_of=2025-12-31"):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/en/companies/places/?{query}").status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1] <= 8
