"""A card says for ever what a figure was on a day, as an edition knew it."""

import hashlib
import re

import pytest

from agreements.models import StatementFigure
from editions.models import Edition
from editions.services import edition
from tests.factories import make_company, make_round, make_statement

pytestmark = pytest.mark.django_db

CARD = "/figures/agreements/card/"
PERMANENT = f"{CARD}?as_of=2022-03-23&edition=1"


@pytest.fixture
def stated(db):
    """Edition 1: an official said that there were 145 agreements."""
    return make_statement(figures=[("agreements", 145)])


def say(value):
    """An edition in which the statement is corrected."""
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="정정"):
        figure = StatementFigure.objects.get()
        figure.value = value
        figure.save()


def shown(client, address=PERMANENT):
    page = client.get(address)
    text = page.content.decode()
    statement = re.search(r"<pre><code>(.*?)</code>", text, re.DOTALL)[1].replace("&quot;", '"')
    return page.context["card"], statement, page.context["later"]


@pytest.mark.usefixtures("stated")
def test_a_card_leads_to_the_address_that_says_everything(client):
    lead = client.get(f"{CARD}?as_of=2022-03-23")

    assert (lead.status_code, lead.url) == (302, PERMANENT)
    assert client.get(f"{CARD}?edition=1&as_of=2022-03-23").context["card"].value == 145
    assert re.fullmatch(rf"{CARD}\?as_of=\d{{4}}-\d\d-\d\d&edition=1", client.get(CARD).url)


@pytest.mark.usefixtures("stated")
def test_a_card_keeps_its_value_and_checksum_when_the_register_changes(client):
    before, statement_before, later_before = shown(client)
    say(144)
    after, statement_after, later_after = shown(client)

    assert (before.value, after.value) == (145, 145)
    assert statement_before == statement_after
    assert before.checksum == after.checksum == hashlib.sha256(statement_after.encode()).hexdigest()
    assert (later_before, later_after) == ("", "144건")


@pytest.mark.usefixtures("stated")
def test_a_card_says_nothing_of_later_editions_that_give_the_same(client):
    make_company()

    assert shown(client)[2] == ""


@pytest.mark.usefixtures("stated")
def test_the_checksum_sees_rows_that_leave_the_value_as_it_is(client):
    make_round(numbers=None, companies=[make_company()])
    first, second = (shown(client, f"{CARD}?as_of=2022-03-23&edition={number}")[0] for number in (1, 3))

    assert first.value == second.value == 145
    assert first.rows_checksum != second.rows_checksum


@pytest.mark.usefixtures("stated")
def test_a_card_of_the_day_before_knows_nothing(client):
    card, _statement, _later = shown(client, f"{CARD}?as_of=2022-03-22&edition=1")

    assert (card.value, card.rows) == (0, 0)


@pytest.mark.usefixtures("stated")
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_card_is_quoted_with_value_day_edition_and_address(client, language):
    page = client.get(f"{language}{PERMANENT}")

    address = f"http://testserver{language}{PERMANENT}"
    for words in ("145", "2022", address):
        assert words in page.context["citation"].text
    assert page.context["citation"].bibtex.startswith("@misc{gwangju-ai-agreements-20220323-1,")
    assert f"url = {{{address}}}" in page.context["citation"].bibtex


def test_there_is_no_card_before_anything_was_published(client):
    assert client.get(CARD).status_code == 404


@pytest.mark.usefixtures("stated")
def test_there_is_no_card_of_an_unknown_figure(client):
    assert client.get("/figures/nonsense/card/").status_code == 404
