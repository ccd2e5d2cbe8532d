import datetime

import pytest

from companies.models import Company
from tests.pages.addresses import FOUNDING_DAY, first_cells, text_of

pytestmark = pytest.mark.usefixtures("register")


def listed(client, **parameters):
    return client.get("/en/companies/", parameters).context["count"]


@pytest.mark.parametrize(
    ("day", "itemised"), [("2020-06-30", 6), ("2021-12-16", 16), (FOUNDING_DAY, 17), ("2026-01-16", 18)]
)
def test_the_dashboards_itemised_established_companies_are_the_ones_listed(client, day, itemised):
    assert listed(client, as_of=day, status="open", signed_before=day) == itemised


def test_the_dashboards_itemised_agreements_are_the_ones_listed(client):
    assert listed(client, as_of=FOUNDING_DAY, signed_before=FOUNDING_DAY) == 69


def test_every_published_company_is_listed_today_and_no_draft(client):
    page = client.get("/companies/")

    assert page.context["count"] == Company.objects.published().count()
    assert listed(client, q="에티포스") == 0


def test_a_company_is_not_listed_before_its_first_agreement(client):
    assert listed(client, q="렉스소프트", as_of="2022-03-22") == 0
    assert listed(client, q="렉스소프트", as_of=FOUNDING_DAY) == 1


def test_a_company_without_a_dated_agreement_is_listed_on_every_day(client):
    text = text_of(client.get("/en/companies/", {"q": "NHN", "as_of": "2019-01-01"}))

    assert "As of 1 January 2019: 1 company or institution" in text
    assert "not known" in text


def test_the_count_and_the_day_are_said_in_words(client):
    text = text_of(client.get("/en/companies/", {"as_of": FOUNDING_DAY, "signed_before": FOUNDING_DAY}))

    assert "As of 23 March 2022: 69 companies and institutions" in text


@pytest.mark.parametrize("words", ["렉스", "렉스소프트", "㈜렉스소프트", "원성호", " 렉스 소프트 "])
def test_a_firm_is_found_by_part_of_its_name_or_its_head(client, words):
    page = client.get("/companies/", {"q": words})

    assert "렉스소프트" in first_cells(page)


def test_first_and_last_day_must_meet_in_one_agreement(client):
    assert listed(client, signed_after="2022-03-23", signed_before="2022-03-23") == 10


@pytest.mark.parametrize("status", ["open", "planned", "closed", "unconfirmed"])
def test_every_company_has_exactly_one_status(client, status):
    page = client.get("/companies/", {"status": status})

    assert page.context["count"] > 0
    assert {row.record.place_status for row in page.context["table"].rows} == {status}


def test_kind_field_and_district_narrow_together(client):
    page = client.get("/companies/?kind=company&field=healthcare&district=dong-gu")

    rows = [row.record for row in page.context["table"].rows]
    assert rows
    assert {(company.kind, company.field.code) for company in rows} == {("company", "healthcare")}
    assert all(any(place.district.code == "dong-gu" for place in company.open_places) for company in rows)


def test_the_district_of_a_planned_place_is_found_with_its_status(client):
    text = text_of(client.get("/companies/?status=planned&district=nam-gu"))

    assert "에임퓨처" in text


def test_each_condition_can_be_removed_and_the_day_stays(client):
    page = client.get("/companies/", {"kind": "institution", "q": "연구", "as_of": FOUNDING_DAY, "page": "1"})

    links = {condition["remove_query"] for condition in page.context["filter"].conditions}
    assert f"/companies/?kind=institution&as_of={FOUNDING_DAY}" in links
    assert len(links) == 2


def test_no_result_says_a_way_on(client):
    text = text_of(client.get("/en/companies/", {"q": "없는 회사"}))

    assert "As of" in text
    assert "Check the spelling" in text


@pytest.mark.parametrize(
    ("sort", "value"),
    [("name", "sort_key"), ("first_signed_on", "first_signed_on"), ("agreements", "agreement_count")],
)
def test_the_directory_sorts_both_ways_with_the_unknown_last(client, sort, value):
    found = {}
    for order in (sort, f"-{sort}"):
        page = client.get("/companies/", {"sort": order, "as_of": FOUNDING_DAY})
        found[order] = [getattr(row.record, value) for row in page.context["table"].rows]

    known = {order: [v for v in values if v is not None] for order, values in found.items()}
    assert known[sort] == sorted(known[sort]) == known[f"-{sort}"][::-1]
    assert all(
        values[len(known[order]) :].count(None) == len(values) - len(known[order]) for order, values in found.items()
    )


def test_by_status_open_places_come_first(client):
    page = client.get("/companies/", {"sort": "status"})

    found = list(dict.fromkeys(row.record.place_status for row in page.context["table"].rows))
    assert found == ["open", "planned", "closed", "unconfirmed"]


def test_a_first_day_known_to_the_month_is_shown_as_a_month(client):
    company = (
        Company.objects.filter(agreements__round__slug="2021-06").with_first_signed_on(datetime.date.today()).first()
    )

    text = text_of(client.get("/en/companies/", {"q": company.name}))

    assert "June 2021" in text
    assert "June 30" not in text


def test_english_pages_use_the_english_name_where_there_is_one(client):
    text = text_of(client.get("/en/companies/", {"q": "SK텔레콤"}))

    assert "SKT" in text
