import datetime

import pytest

from agreements.models import SigningRound
from companies.models import Company, Establishment, Representative
from editions.models import Edition
from editions.services import edition
from tests.pages.addresses import FOUNDING_DAY, text_of

pytestmark = pytest.mark.usefixtures("register")


def page_of(client, name, language="/en", **parameters):
    return client.get(f"{language}/companies/{Company.objects.get(name=name).pk}/", parameters)


def test_a_company_tells_its_representatives_and_its_round(client):
    text = text_of(page_of(client, "이모라이브"))

    assert "이완완 대표이사" in text
    assert "신범식 대표이사" in text
    assert "Agreements nos. 136~145" in text
    assert "Which of agreements nos. 136~145 is its own" in text
    assert text.count("signed the agreement of 23 March 2022") == 2


def test_an_own_number_is_shown(client, register):
    signed = SigningRound.objects.get(slug="136-145").agreements.get(company__name="렉스소프트")
    with edition(by=None, kind=Edition.Kind.CORRECT):
        signed.number = 141
        signed.save()

    assert "Number of this company: 141" in text_of(page_of(client, "렉스소프트"))
    assert "Signed agreement no. 1 on 9 October 2019." in text_of(page_of(client, "인코어드"))


def test_what_is_not_known_is_said_once_and_not_denied(client):
    text = text_of(page_of(client, "페어립에듀")).partition("Report")[0]

    assert "Whether it has a place in Gwangju is not confirmed; this does not mean that it has none." in text
    assert "That does not mean there is nothing to report." in text
    assert "not known" not in text.partition("What happened")[0]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("엑센트리벤처스", "opened not confirmed for over 24 months"),
        ("나무기술", "closed"),
        ("마음에이아이", "planned"),
    ],
)
def test_the_head_says_the_state_and_how_old_the_knowledge_is(client, name, mark):
    head = text_of(page_of(client, name, as_of="2026-11-01")).partition("Profile")[0]

    assert f"Place in the city: {mark}" in head


def test_an_undated_former_name_stands_last_in_the_timeline(client):
    text = text_of(page_of(client, "뉴로젠"))

    timeline = text.partition("newest first")[2].partition("Agreed points")[0]
    assert timeline.index("28 October 2020") < timeline.index("day not known Renamed called 인포메디텍 until then")


def test_nothing_of_an_event_that_came_later_is_in_the_timeline(client):
    days = {"2023-12-25": False, "2023-12-26": True, "2023-12-27": True}

    shown = {day: "Closing reported" in text_of(page_of(client, "솔트룩스", as_of=day)) for day in days}

    assert shown == days


def test_the_page_leads_to_its_state_of_this_day_and_to_the_reporting_of_errors(client):
    page = page_of(client, "렉스소프트", as_of=FOUNDING_DAY).content.decode()

    assert f"?as_of={FOUNDING_DAY}&amp;edition=1" in page
    assert f'href="/en/about/?as_of={FOUNDING_DAY}#errors"' in page


def test_on_english_pages_the_korean_of_the_record_is_marked_and_said(client):
    page = page_of(client, "솔트룩스").content.decode()

    assert "<h1>Saltlux, Inc.</h1>" in page
    assert '<span lang="ko">솔트룩스</span>' in page
    assert '<span lang="ko">이경일 대표이사</span>' in page
    assert page.count("are given in Korean, as recorded.") == 1
    assert "as recorded" not in page_of(client, "솔트룩스", language="").content.decode()


def test_no_source_shows_its_address_where_a_title_or_publisher_is_known(client):
    for name in ("솔트룩스", "에임퓨처"):
        page = page_of(client, name)
        addresses = [source.url for source in page.context["sources"] if source.title or source.publisher]
        assert addresses
        assert [url for url in addresses if url in text_of(page)] == []


def test_a_source_of_which_only_the_address_is_known_shows_it(client):
    page = page_of(client, "에임퓨처")

    [bare] = [source for source in page.context["sources"] if not source.title and not source.publisher]
    assert f">{bare.url}</a>" in page.content.decode()


def test_the_newest_comes_first(client):
    text = text_of(page_of(client, "솔트룩스")).partition("newest first")[2]

    assert text.index("26 December 2023") < text.index("23 April 2020")


def test_nothing_later_than_the_day_is_shown(client):
    text = text_of(page_of(client, "솔트룩스", as_of="2021-01-01")).partition("Places in the city")[2]

    assert "Closing reported" not in text
    assert "The decision to close was reported" not in text
    assert "솔트룩스 광주 AI센터 opened" in text
    assert "솔트룩스 광주 인공지능센터" not in text


def test_an_agreement_later_than_the_day_is_not_shown(client):
    text = text_of(page_of(client, "렉스소프트", as_of="2022-03-22"))

    assert "No agreement of this company is known up to this day." in text
    assert "136~145" not in text


def test_a_misprint_is_never_shown_as_a_name(client):
    company = Company.objects.filter(aliases__kind="misprint").first()
    misprint = company.aliases.filter(kind="misprint").first().name

    text = text_of(page_of(client, company.name, language=""))

    assert misprint not in text.replace(company.name, "")


def test_former_representatives_stand_apart_from_present_ones(client):
    company = Company.objects.get(name="렉스소프트")
    with edition(by=None, kind=Edition.Kind.CORRECT):
        Representative.objects.create(company=company, name="앞대표", ended_on=datetime.date(2021, 12, 31))
        Representative.objects.create(company=company, name="뒷대표", started_on=datetime.date(2025, 1, 1))

    text = text_of(page_of(client, "렉스소프트", as_of=FOUNDING_DAY))

    assert "앞대표" in text.partition("Former representatives")[2]
    assert "뒷대표" not in text


def test_an_open_place_only_confirmed_has_no_made_up_opening_day(client):
    text = text_of(page_of(client, "투디지트")).partition("Places in the city")[2]

    assert "Opened" not in text.partition("What is not known")[0]
    assert "When its place opened" in text
    assert "Last confirmed 13 December 2022" in text


def test_a_place_without_any_date_says_nothing_of_its_state(client):
    company = Company.objects.get(name="페어립에듀")
    with edition(by=None, kind=Edition.Kind.CORRECT):
        Establishment.objects.create(company=company, name="빈 거점")

    text = text_of(page_of(client, "페어립에듀", as_of=FOUNDING_DAY))

    assert "빈 거점 not confirmed" in text
    assert "Whether it has a place in Gwangju is not confirmed" in text


def test_every_source_of_the_company_is_linked(client):
    page = page_of(client, "솔트룩스")

    body = page.content.decode()
    sources = page.context["company"].sources.all()
    assert sources
    assert all(source.url.replace("&", "&amp;") in body for source in sources)


@pytest.mark.parametrize("number", ["0", "9" * 30])
def test_no_such_company(client, number):
    assert client.get(f"/companies/{number}/").status_code == 404


def test_a_draft_company_is_not_to_be_found(client):
    assert page_of(client, "에티포스").status_code == 404


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_company_has_a_page(client, language):
    companies = Company.objects.published().order_by("pk")[::12]

    answers = {client.get(f"{language}/companies/{company.pk}/").status_code for company in companies}

    assert answers == {200}
