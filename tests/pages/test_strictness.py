"""Whatever the address holds: an answer, or a refusal with a page in the reader's language; never an error."""

import pytest

from companies.models import Company
from tests.pages.addresses import FOUNDING_DAY, LISTS, text_of

pytestmark = pytest.mark.usefixtures("register")

REFUSED = [
    "colour=red", "q=a&q=b", "q=%00", "as_of=2022-02-30", "as_of=99999-01-01", "as_of=2999-01-01", "as_of=tomorrow",
    "signed_after=2022-02-30", "signed_before=99999-01-01", "field=nowhere", "field=%27%22%3C%3E", "sort=venue",
    "sort=--signed_on", "sort=password", "sort=company__name", "sort=-", "page=x", "page=1.5", "page=+1", "page=-",
    "signed_after=2022-03-24&signed_before=2022-03-23",
    "%00=1", "%ED%A0%80=1", "per_page=1", "as_of=2022-03-23&as_of=2022-03-23",
]  # fmt: skip
ANSWERED = [
    "q=", "q=%ED%A0%80", "q=%27%22%3C%3E%25_%5C", "q=%E3%84%B1", "q=%E3%88%9C", "q=%F0%9F%98%80", "q=%", "q=...",
    "as_of=", "signed_after=", "signed_after=&signed_before=", "field=", "sort=", "page=", "page=1",
    "signed_after=0001-01-01", "signed_before=9999-12-31", "signed_after=2022-03-23&signed_before=2022-03-23",
]  # fmt: skip


@pytest.mark.parametrize("address", LISTS)
def test_a_list_refuses_what_it_cannot_answer(client, address):
    pages = {query: client.get(f"{address}?{query}") for query in REFUSED}

    assert {query for query, page in pages.items() if page.status_code != 400} == set()
    language = 'lang="en"' if address.startswith("/en/") else 'lang="ko"'
    assert all(language in page.content.decode() for page in pages.values())


@pytest.mark.parametrize("address", LISTS)
def test_a_list_answers_odd_but_possible_questions(client, address):
    answers = {query: client.get(f"{address}?{query}").status_code for query in ANSWERED}

    assert {query for query, status in answers.items() if status != 200} == set()


@pytest.mark.parametrize("address", LISTS)
def test_a_page_that_cannot_be_is_not_found(client, address):
    assert [client.get(address, {"page": page}).status_code for page in ("0", "-1", "1000000000", "99")] == [404] * 4


@pytest.mark.parametrize("address", LISTS)
def test_ten_thousand_characters_are_refused(client, address):
    assert client.get(address, {"q": "가" * 10_000}).status_code == 400


@pytest.mark.parametrize("query", ["kind=firm", "status=opened", "district=mapo"])
def test_the_directory_refuses_values_that_are_none(client, query):
    assert client.get(f"/companies/?{query}").status_code == 400


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/companies/?status=xyz", "Place in the city status Give one of these: open, planned, closed, unconfirmed."),
        ("/commitments/?overdue=1", "Due date overdue Give one of these: yes, no, unknown."),
        ("/companies/?signed_after=x", "Signed from signed_after Enter an existing day as YYYY-MM-DD"),
        ("/rounds/?signed_after=2022-03-24&signed_before=2022-03-23", "Enter a day up to 2022-03-23, the last day"),
        ("/rounds/?sort=foo", "Sort by sort Give one of these: "),
        ("/statements/?verdict=x", "verdict Give one of these: agreed, "),
    ],
)
def test_a_refused_value_is_answered_with_those_there_are(client, address, says):
    assert says in text_of(client.get(f"/en{address}"))


@pytest.mark.parametrize("query", ["edition=x", "q=a", "as_of=2022-02-30", "as_of=2999-01-01", "as_of=%00", "page=2"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_detail_page_refuses_what_it_does_not_know(client, language, query):
    company = Company.objects.published().first()
    addresses = [f"/companies/{company.pk}/", "/rounds/136-145/", "/agreements/141/"]

    answers = [client.get(f"{language}{address}?{query}").status_code for address in addresses]

    assert answers == [400, 400, 400]


def test_markup_in_a_search_is_shown_as_text(client):
    page = client.get("/companies/", {"q": "<script>alert(1)</script>"})

    assert "<script>alert" not in page.content.decode()


def test_links_of_a_past_day_keep_the_day(client):
    page = client.get("/companies/", {"as_of": FOUNDING_DAY, "q": "렉스소프트"})

    company = Company.objects.get(name="렉스소프트")
    assert f'href="/companies/{company.pk}/?as_of={FOUNDING_DAY}"' in page.content.decode()
    assert f'name="as_of" value="{FOUNDING_DAY}"' in page.content.decode()


DAY_PAGES = ["/", "/en/", "/statements/", "/en/statements/"]


@pytest.mark.parametrize("address", DAY_PAGES)
@pytest.mark.parametrize(
    "query", ["as_of=2022-02-30", "as_of=99999-01-01", "as_of=%00", "as_of=%ED%A0%80", "q=a", "page=x"]
)
def test_a_page_of_one_day_refuses_what_it_does_not_know(client, address, query):
    page = client.get(f"{address}?{query}")

    assert page.status_code == 400
    assert ('lang="en"' if address.startswith("/en/") else 'lang="ko"') in page.content.decode()


@pytest.mark.parametrize("query", ["", "as_of=", "as_of=2019-01-01", "as_of=0001-01-01", "as_of=2022-03-23"])
@pytest.mark.parametrize("address", DAY_PAGES)
def test_a_page_of_one_day_answers_for_any_day_up_to_today(client, address, query):
    assert client.get(f"{address}?{query}").status_code == 200


@pytest.mark.parametrize("page", ["--1", "-", "1e3", "１", "٣"])
def test_a_page_number_that_is_none_is_refused(client, page):
    assert client.get("/companies/", {"page": page}).status_code == 400


@pytest.mark.parametrize(
    "address", ["/companies/0/", "/companies/99999999999999999999/", "/rounds/none/", "/statements/0/"]
)
def test_a_record_that_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/statements/", "/commitments/", "/companies/places/", "/figures/agreements/"])
def test_every_long_list_has_pages_and_no_more(client, address):
    assert [client.get(address, {"page": page}).status_code for page in ("2", "0", "999", "x")] == [200, 404, 404, 400]
