"""Every public page takes a day and an edition, says when either is not the present, and keeps both in its links."""

import re
from functools import partial

import pytest

from agreements.models import SigningRound
from companies.services import rename_company
from tests.factories import make_round
from tests.pages.addresses import FOUNDING_DAY
from tests.pages.routes import public_addresses

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def renamed(register):
    """렉스소프트 was renamed in edition 2."""
    company = SigningRound.objects.get(slug="136-145").agreements.get(company__name="렉스소프트").company
    rename_company(company=company, name="새이름", renamed_on=None, by=None, reason="상호 변경")
    return company


@pytest.fixture
def addresses(client, renamed):
    """An address of every public page."""
    found = {address: client.get(address, follow=True) for address in public_addresses(partial(read, client))}
    return [address for address, page in found.items() if page.headers["Content-Type"].startswith("text/html")]


def read(client, address):
    """The page at `address`, or where it leads."""
    return client.get(address, follow=True).content.decode()


@pytest.mark.parametrize("language", ["", "/en"])
def test_a_page_says_which_clock_is_not_the_present(client, language, addresses):
    said = {"": False, "edition=2": False, "edition=1": True, f"as_of={FOUNDING_DAY}": True}

    for address in addresses:
        shown = {query: read(client, f"{language}{address}?{query}") for query in said}
        assert {query: 'class="clocks"' in text for query, text in shown.items()} == said, address


def test_a_page_refuses_an_edition_that_does_not_exist(client, addresses):
    wrong = ["0", "3", "-1", "x", "1.0", "٢", "9999999999"]

    for address in [*addresses, "/api/v1/figures/"]:
        assert [client.get(address, {"edition": number}).status_code for number in wrong] == [400] * len(wrong), address


def test_a_page_of_a_past_edition_shows_the_names_of_then(client, renamed):
    past = client.get(f"{renamed.get_absolute_url()}?edition=1").content.decode()
    present = client.get(renamed.get_absolute_url()).content.decode()

    assert "<h1>렉스소프트" in past
    assert "새이름" not in past
    assert "<h1>새이름" in present


def test_a_search_in_a_past_edition_finds_the_names_of_then(client, renamed):
    found = [client.get("/companies/", {"q": "새이름", "edition": number}).context["count"] for number in (1, 2)]

    assert found == [0, 1]


def test_every_link_of_a_page_keeps_the_clocks(client, addresses):
    """To other pages of the register: not to files, the other language's feed, or the page in the present."""
    for address in addresses:
        page = client.get(f"{address}?as_of={FOUNDING_DAY}&edition=1", follow=True)
        main = re.sub(r'<aside class="clocks".*?</aside>', "", page.content.decode(), flags=re.DOTALL)
        links = set(re.findall(r'href="(/(?!static|api|feeds|data/packages|data/deltas|data/catalog)[^"#]*)', main))
        lost = {link for link in links if "as_of=" not in link or "edition=1" not in link}
        assert {link for link in lost if not link.startswith(f"{page.request['PATH_INFO']}?")} == set(), address


def test_the_answer_of_the_api_says_its_clocks(client, renamed):
    answer = client.get(f"/api/v1/figures/?as_of={FOUNDING_DAY}&edition=1").json()

    assert (answer["as_of"], answer["edition"]) == (FOUNDING_DAY, 1)


def test_a_wrong_edition_is_answered_with_those_there_are(client):
    only_one = client.get("/en/rounds/?edition=9")
    make_round(numbers=(900, 901))
    two = client.get("/en/rounds/?edition=9")

    assert (only_one.status_code, two.status_code) == (400, 400)
    assert "Edition 1 is the only one so far." in only_one.content.decode()
    assert "from 1 to 2" in two.content.decode()
