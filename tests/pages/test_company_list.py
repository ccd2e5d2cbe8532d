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

    assert [cell.replace(" ", "").removesuffix("대표자원성호") for cell in first_cells(page)] == ["렉스소프트"]


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
    assert f"/companies/?as_of={FOUNDING_DAY}&kind=institution" in links
    assert len(links) == 2


@pytest.mark.parametrize(
    ("query", "words", "address"),
    [
        ("q=렉수소프트", "Did you mean one of these? 렉스소프트", "/en/companies/?q=%EB%A0%89"),
        ("q=렉스소프트&kind=institution", "“렉스소프트” without the other conditions: 1", "/en/companies/?q=%EB%A0%89"),
        ("q=렉스소프트&kind=institution", "The conditions alone: 8", "/en/companies/?kind=institution"),
        (
            "q=렉스소프트&kind=institution",
            "Nothing found for “렉스소프트” meets these conditions. “렉스소프트” without",
            "/en/companies/",
        ),
        ("q=없는회사", "Check the spelling, or try part of the name.", "/en/companies/"),
        (
            "kind=institution&status=closed",
            "No company or institution meets all of these conditions.",
            "/en/companies/",
        ),
        ("q=...", "Nothing was found for “...”.", "/en/companies/"),
    ],
)
def test_no_result_says_a_way_on(client, query, words, address):
    page = client.get(f"/en/companies/?{query}")

    assert page.context["count"] == 0
    assert words in text_of(page)
    assert f'href="{address}' in page.content.decode()
    assert "See all companies and institutions" in text_of(page)


def test_no_result_on_a_past_day_leads_on_to_the_same_day(client):
    page = client.get("/en/companies/", {"q": "가온칩수", "as_of": "2025-12-01"}).content.decode()

    assert 'href="/en/companies/?as_of=2025-12-01&amp;q=%EA%B0%80%EC%98%A8%EC%B9%A9%EC%8A%A4"' in page


@pytest.mark.parametrize(
    ("typed", "company", "why"),
    [
        ("ㄹㅅㅅㅍㅌ", "<mark>렉스소프트</mark>", ""),
        ("렉ㅅ소", "<mark>렉스소</mark>프트", ""),
        ("인포메디텍", "뉴로젠", "옛 이름 <mark>인포메디텍</mark>"),
        ("namu", "나무기술", "영어 이름 <mark>NAMU</mark> TECH CO.,LTD."),
        ("인터웍스", "인포웍스", "오기 <mark>인터웍스</mark>"),
        ("원성호", "렉스소프트", "<mark>원성호</mark>"),
    ],
)
def test_the_match_is_marked_and_said_why(client, typed, company, why):
    page = client.get("/companies/", {"q": typed}).content.decode()

    assert f"{company}</a>" in page
    assert why in page


def test_the_other_keyboard_is_read_and_said(client):
    page = client.get("/en/companies/", {"q": "fprtm"})

    assert "Results for 렉스. Nothing was found for “fprtm”" in text_of(page)
    assert "<mark>렉스</mark>소프트" in page.content.decode()
    assert "Results for" not in text_of(client.get("/en/companies/", {"q": "렉스"}))


@pytest.mark.parametrize("address", ["/en/rounds/", "/en/commitments/"])
def test_other_lists_are_searched_alike(client, address):
    found = {
        typed: client.get(address, {"q": typed}).context["count"]
        for typed in ("렉스소프트", "ㄹㅅㅅㅍㅌ", "fprtmthvmxm")
    }

    assert len(set(found.values())) == 1
    assert found["ㄹㅅㅅㅍㅌ"] > 0


def test_a_long_text_that_finds_nothing_is_answered(client):
    page = client.get("/companies/", {"q": "".join(chr(ord("가") + 600 * number % 11_172) for number in range(200))})

    assert (page.status_code, page.context["count"]) == (200, 0)


def test_the_best_match_comes_first_unless_another_order_is_asked_for(client):
    by_match, by_name = (client.get("/companies/", {"q": "소프트"} | sort) for sort in ({}, {"sort": "name"}))

    assert first_cells(by_match)[0] == "소프트웨어융합연구소"
    assert first_cells(by_name)[0] == "렉스소프트"


@pytest.mark.parametrize("query", ["", "?q=소프트", "?sort=status", "?q=소프트&sort=-agreements"])
def test_one_order_is_said_to_be_in_use(client, query):
    sorts = client.get(f"/companies/{query}").context["sorts"]

    assert [in_use for _label, _address, in_use in sorts].count(True) == 1
    assert len(sorts) == (5 if "q=" in query else 4)


@pytest.mark.parametrize(("query", "column"), [("field=unknown", "field"), ("district=unknown", "open_places")])
def test_companies_of_which_something_is_not_known_are_listed(client, query, column):
    rows = [row.record for row in client.get(f"/companies/?{query}").context["table"].rows]

    assert rows
    if column == "field":
        assert all(company.field is None for company in rows)
    else:
        assert all(any(place.district is None for place in company.open_places) for company in rows)


def test_a_search_keeps_the_other_conditions_and_leaves_the_page(client):
    page = client.get("/companies/?kind=company&sort=name&as_of=2026-01-01&page=2").content.decode()

    form = page.partition('<form class="filters"')[2].partition("</form>")[0]
    assert all(f'<input type="hidden" name="{name}"' in form for name in ("kind", "sort", "as_of"))
    assert 'name="page"' not in form
    assert page.count('form="search"') == 3  # both days of signing, and the button below them


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
