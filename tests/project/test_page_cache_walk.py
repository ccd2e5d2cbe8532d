"""Every public address twice, and again after a publication: what is kept is what was made, and never an old one."""

import re
from functools import partial

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.models import SigningRound
from companies.services import rename_company
from editions.history import EditionStamp
from open_data.datasets.registry import DATASETS
from tests.pages.routes import STATES, in_both_languages, public_addresses

pytestmark = pytest.mark.usefixtures("register", "pages_kept")

API = [*(f"/api/v1/{name}/" for name in [*DATASETS, "figures", "schema"]), "/api/v1/figures/agreements/changes/"]
WITHOUT_LANGUAGE = ["/sitemap.xml", "/robots.txt", "/data/catalog.jsonld", *API]
# Files are streamed, the card leads to one that names its day, and the self-check changes without an edition.
NOT_KEPT = re.compile(r"/data/\w+\.(csv|xlsx|json)$|/card/$|/about/self-check/$|lang=")
LATEST = "editions_edition ORDER BY number DESC LIMIT 1"


@pytest.fixture
def addresses(client):
    """Every public address whose answer is kept."""
    pages = [*public_addresses(partial(read, client)), *STATES]
    return [*(address for address in in_both_languages(pages) if not NOT_KEPT.search(address)), *WITHOUT_LANGUAGE]


@pytest.fixture
def company(register):
    return SigningRound.objects.get(slug="136-145").agreements.get(company__name="렉스소프트").company


def read(client, address):
    return client.get(address, follow=True).content.decode()


def publish(company):
    rename_company(company=company, name="새이름", renamed_on=None, by=None, reason="상호 변경")


def test_what_is_kept_is_what_was_made_until_the_next_publication(client, addresses, company):
    answers = {address: client.get(address) for address in addresses}
    made = {address: answer for address, answer in answers.items() if answer.status_code == 200}

    assert len(made) > len(addresses) - 10  # some lead to another
    for address, first in made.items():
        with CaptureQueriesContext(connection) as captured:
            again = client.get(address)
        assert again.headers["Cache-Status"] == "pages; hit", address
        assert again.content == first.content, address
        assert [query["sql"].partition(" FROM ")[2] for query in captured] == [LATEST], address

    publish(company)

    for address, before in made.items():
        after = client.get(address)
        assert after.headers["Cache-Status"] == "pages; fwd=miss; stored", address
        assert after.headers["ETag"] != before.headers["ETag"], address
    assert "<h1>새이름" in client.get(company.get_absolute_url()).content.decode()


def test_what_pages_show_changes_with_editions_alone(client, addresses):
    """Whatever a public answer reads is stamped with editions, or is their log: nothing else makes it another."""
    stamps = [model for model in apps.get_models() if issubclass(model, EditionStamp)]
    models = [*stamps, *(stamp.instance_type for stamp in stamps), apps.get_model("editions.Edition")]
    stamped = {model._meta.db_table for model in models}
    stamped |= {link.m2m_db_table() for model in models for link in model._meta.many_to_many}
    stamped |= {model._meta.db_table for model in apps.get_models() if model.__name__.startswith("Historical")}

    with CaptureQueriesContext(connection) as captured:
        for address in addresses:
            client.get(f"{address}{'&' if '?' in address else '?'}")

    asked = {table for query in captured for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])}
    assert {table for table in asked if table in connection.introspection.table_names()} <= stamped


def test_a_made_up_parameter_is_never_kept(client, addresses):
    strict = [address for address in addresses if address not in ("/sitemap.xml", "/robots.txt")]
    more = [f"{address}{'&' if '?' in address else '?'}made=up" for address in strict]

    answers = {address: [client.get(address) for _time in range(2)][1] for address in more}

    assert {address for address, answer in answers.items() if answer.status_code != 400} == set()
    assert {address for address, answer in answers.items() if "Cache-Status" in answer.headers} == set()
    assert {answer.headers["Cache-Control"] for answer in answers.values()} == {"no-store"}


def test_a_page_that_changes_without_an_edition_is_made_anew(client):
    assert "no-store" in client.get("/about/self-check/").headers["Cache-Control"]
    assert "Cache-Status" not in client.get("/about/self-check/").headers


@pytest.mark.parametrize("address", ["/sitemap.xml?a=1", "/robots.txt?a=1"])
def test_where_parameters_are_not_strict_those_with_any_are_not_kept(client, address):
    assert "ETag" not in client.get(address).headers
