"""sitemap.xml and robots.txt: every public page in both languages, nothing else, and when it last changed."""

from datetime import UTC, datetime

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.test.utils import CaptureQueriesContext

from companies.services import rename_company
from editions.models import Edition
from figures.definitions import FIGURES
from figures.editions.last_changes import last_changed_on
from figures.editions.public_fields import Owner
from tests.factories import make_company, make_round, make_statement

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SITE = "http://testserver"


def addresses(client):
    """{path: the day it last changed, or None}."""
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {
        url.find("s:loc", NAMES).text.removeprefix(SITE): getattr(url.find("s:lastmod", NAMES), "text", None)
        for url in tree.findall("s:url", NAMES)
    }


def made_on(number, day):
    Edition.objects.filter(pk=number).update(made_at=datetime(2026, 1, day, 3, tzinfo=UTC))


@pytest.fixture
def records(db):
    return make_company(), make_round(), make_statement()


def test_the_sitemap_holds_every_kind_of_page_in_both_languages(client, records):
    company, signing, statement = records

    paths = addresses(client)

    wanted = ["/", "/about/", "/privacy/", "/companies/", "/commitments/", "/figures/agreements/", "/editions/1/"]
    wanted += [company.get_absolute_url(), signing.get_absolute_url(), f"/statements/{statement.pk}/"]
    assert {path for path in wanted if path not in paths or f"/en{path}" not in paths} == set()


def test_every_address_of_the_sitemap_answers_and_is_canonical(client, records):
    """In Korean, and one of the figures for all: the pages of both languages are the same views."""
    figures = {f"/figures/{key}/" for key in FIGURES if key != "agreements"}

    for path in [path for path in addresses(client) if not path.startswith("/en/") and path not in figures]:
        page = client.get(path)
        assert page.status_code == 200, path
        assert f'<link rel="canonical" href="{SITE}{path}">' in page.content.decode(), path


def test_an_address_names_its_page_in_the_other_language(client, records):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    url = next(url for url in tree.findall("s:url", NAMES) if url.find("s:loc", NAMES).text == f"{SITE}/companies/")

    alternates = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)}

    assert alternates == {
        "ko": f"{SITE}/companies/",
        "en": f"{SITE}/en/companies/",
        "x-default": f"{SITE}/companies/",
    }


def test_no_draft_and_no_admin_is_in_the_sitemap(client, records):
    company, signing = make_company(published=False), make_round(numbers=(1, 2), published=False)

    paths = addresses(client)

    assert company.get_absolute_url() not in paths
    assert signing.get_absolute_url() not in paths
    assert not any("admin" in path or "/api/v1/" in path for path in paths)


@pytest.mark.django_db
def test_a_page_last_changed_with_the_edition_that_last_changed_its_record(client):
    first, second = make_company(), make_company()
    rename_company(company=first, name="새이름", renamed_on=None, by=None, reason="상호 변경")
    for number, day in ((1, 5), (2, 6), (3, 7)):
        made_on(number, day)

    paths = addresses(client)

    assert paths[first.get_absolute_url()] == "2026-01-07"
    assert paths[second.get_absolute_url()] == "2026-01-06"
    assert paths["/"] == "2026-01-07"
    assert paths["/privacy/"] is None


@pytest.mark.django_db
def test_a_company_changes_with_a_round_that_it_signed():
    company, other = make_company(), make_company()
    make_round(companies=[company])
    for number, day in ((1, 5), (2, 6), (3, 7)):
        made_on(number, day)

    changed = last_changed_on(Owner.COMPANY)

    assert (changed[company.pk].day, changed[other.pk].day) == (7, 6)


def test_the_whole_register_costs_few_questions(client, register):
    with CaptureQueriesContext(connection) as captured:
        paths = addresses(client)

    assert len(paths) > 700
    assert len(captured) <= 25


@pytest.mark.django_db
def test_an_empty_register_has_a_sitemap(client):
    assert addresses(client)["/"] is None


@pytest.mark.django_db
def test_robots_may_read_everything_and_are_told_of_the_sitemap_alone(client):
    text = client.get("/robots.txt").content.decode()

    assert text.split("\n") == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE}/sitemap.xml", ""]


@pytest.mark.django_db
def test_the_icon_of_old_browsers_leads_to_the_drawn_one(client):
    assert client.get("/favicon.ico").headers["Location"].startswith("/static/favicon.")
