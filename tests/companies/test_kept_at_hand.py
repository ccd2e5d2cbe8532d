"""What is at hand of an edition is read once, and carried on to the next edition."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from companies.at_hand.kept import _Shelf
from editions.one_state import one_state
from editions.services import latest_number
from tests.factories import make_company, make_place, make_round

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def read():
    """What was read or carried on, in turn."""
    return []


@pytest.fixture
def shelf(read):
    def whole(day):
        read.append("all")
        return f"edition {latest_number()}, {day}"

    def carried_on(found, touched, day):
        read.append((found, touched))
        return f"edition {latest_number()}, {day}"

    return _Shelf(2, whole, carried_on)


def ask(shelf, day):
    with one_state():
        return shelf.of(latest_number(), day)


def test_an_edition_is_read_once_and_the_next_one_is_carried_on(shelf, read):
    make_company()
    ask(shelf, "Monday"), ask(shelf, "Monday")
    company = make_company()
    make_place(company=company)

    assert ask(shelf, "Monday") == f"edition {latest_number()}, Monday"
    assert read == ["all", ("edition 1, Monday", {company.pk})]


def test_the_parties_of_a_round_change_with_it(shelf, read):
    company = make_company()
    ask(shelf, "Monday")
    make_round(companies=[company])
    ask(shelf, "Monday")

    assert read[-1] == ("edition 1, Monday", {company.pk})


def test_another_day_is_read_anew_and_what_nobody_asks_for_makes_room(shelf, read):
    make_company()
    for day in ("Monday", "Tuesday", "Monday", "Wednesday", "Monday"):
        ask(shelf, day)
    assert read == ["all", "all", "all"]

    ask(shelf, "Tuesday")
    assert read == ["all"] * 4


def test_a_transaction_that_writes_keeps_nothing(shelf, read):
    with transaction.atomic():
        make_company()
        shelf.of(latest_number(), "Monday"), shelf.of(latest_number(), "Monday")

    assert read == ["all", "all"]


@pytest.mark.parametrize(("address", "queries"), [("/companies/", 8), ("/en/companies/?q=ㄹㅅ", 11)])
def test_a_page_of_what_is_at_hand_costs_a_few_queries(client, address, queries):
    company = make_company(name="렉스")
    make_round(companies=[company])
    client.get(address)

    with CaptureQueriesContext(connection) as captured:
        page = client.get(address)

    assert page.context["count"] == 1
    assert len([query for query in captured if query["sql"].startswith("SELECT")]) <= queries


def test_who_reads_after_a_publication_sees_it(client):
    make_round(companies=[make_company(name="나무")])
    client.get("/companies/?q=나무")
    make_round(numbers=None, companies=[make_company(name="나무기술")])

    page = client.get("/companies/?q=나무")

    assert [row.record.name for row in page.context["table"].paginated_rows] == ["나무", "나무기술"]
    assert [company.agreement_count for company in page.context["table"].data] == [1, 1]
