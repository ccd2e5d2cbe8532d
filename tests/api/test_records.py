"""The tables of open data as an API: the rows of the pages, page by page and one by one."""

import json
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from api.record_fields import RELATIONS, relations_of
from editions.clocks import read_clocks
from open_data.datasets.registry import DATASETS
from open_data.listing import read_listing
from tests.factories import make_company, make_round
from tests.pages.addresses import FOUNDING_DAY

WITH_PAGE = [name for name, dataset in DATASETS.items() if dataset.page and name not in ("statements", "editions")]


def read(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200, response.content
    return response.json()


def read_all(client, name, **query):
    """Every record of a table, by its pages."""
    address, records = f"/api/v1/{name}/?{'&'.join(f'{key}={value}' for key, value in query.items())}", []
    while address:
        said = read(client, address)
        records += said["results"]
        address = said["next"]
    assert len(records) == said["count"]
    return records


@pytest.mark.parametrize("day", ["2020-06-30", FOUNDING_DAY, ""])
@pytest.mark.parametrize("name", WITH_PAGE)
def test_a_table_counts_as_many_as_its_page(client, register, name, day):
    query = {"as_of": day} if day else {}

    page = client.get(reverse(DATASETS[name].page), query)
    said = read(client, f"/api/v1/{name}/", **query)

    shown = page.context.get("count", page.context.get("table") and page.context["table"].paginator.count)
    assert said["count"] == shown


@pytest.mark.parametrize("name", DATASETS)
def test_every_record_once_with_the_columns_of_its_table(client, register, name):
    records = read_all(client, name, per_page=40, as_of=FOUNDING_DAY)

    keys = [record["id"] for record in records]
    assert len(keys) == len(set(keys))
    assert {tuple(record) for record in records} == {(*DATASETS[name].fields, "links")}


@pytest.mark.parametrize("name", DATASETS)
def test_every_order_is_that_of_the_listing(client, register, name):
    for order in DATASETS[name].orders:
        listing = read_listing(DATASETS[name], {"sort": order}, read_clocks({}))
        answered = read(client, f"/api/v1/{name}/", sort=order, per_page=200)["results"]

        assert [record["id"] for record in answered] == [row.pk for row in listing.rows[:200]], order


@pytest.mark.parametrize("day", ["2020-06-30", FOUNDING_DAY])
@pytest.mark.parametrize("name", [name for name, dataset in DATASETS.items() if relations_of(dataset)])
def test_every_link_leads_to_a_record_of_that_day(client, register, name, day):
    records = read_all(client, name, per_page=200, as_of=day)

    for link, column, table in relations_of(DATASETS[name]):
        known = {record["id"] for record in read_all(client, table, per_page=200, as_of=day)}
        assert {record[column] for record in records} - {None} <= known
        assert all((record["links"][link] is None) == (record[column] is None) for record in records)
    first = records[0]["links"]
    for address in filter(None, first.values()):
        assert read(client, address)["as_of"] == day


def test_no_column_that_names_another_record_is_without_its_link():
    names = {name for dataset in DATASETS.values() for name in dataset.fields if name.endswith("_id")}

    assert names == {*RELATIONS, "statement_id"}  # numbers said together: statements have no table of their own


@pytest.mark.parametrize("name", DATASETS)
def test_one_record_is_the_same_as_in_the_list(client, register, name):
    listed = read(client, f"/api/v1/{name}/", as_of=FOUNDING_DAY, edition=1)["results"][0]

    assert read(client, listed["links"]["self"])["result"] == listed


@pytest.mark.parametrize("name", DATASETS)
def test_pages_lead_to_each_other_in_one_state_of_the_register(client, register, name):
    first = read(client, f"/api/v1/{name}/", per_page=1)

    assert (first["page"], first["previous"], first["pages"]) == (1, None, first["count"])
    if first["next"]:
        assert f"as_of={first['as_of']}" in first["next"]
        assert f"edition={first['edition']}" in first["next"]
        second = read(client, first["next"])
        assert read(client, second["previous"])["results"][0]["id"] == first["results"][0]["id"]


def test_an_empty_table_has_one_page_without_records(client, db):
    said = read(client, "/api/v1/companies/")

    assert (said["count"], said["pages"], said["results"], said["next"], said["edition"]) == (0, 1, [], None, 0)


@pytest.mark.parametrize("page", ["0", "999", "1000000", "99999999999999999999"])
def test_a_page_that_is_not_there_is_not_found(client, register, page):
    response = client.get("/api/v1/companies/", {"page": page})

    assert response.status_code == 404
    assert response.json()["type"].endswith("#problem-not-found")
    assert "5" in response.json()["detail"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "per_page=0", "per_page=201", "per_page=-1", "per_page=x", "per_page=１", "per_page=1.5", "page=x", "page=1e3",
        "sort=name,id", "sort=--name", "sort=password", "kind=firm", "field=nowhere", "signed_after=2022-02-30",
        "signed_after=2022-03-24&signed_before=2022-03-23",
        "q=%00", "kind=company&kind=company", "headers=en", "format=csv", "as_of=2999-01-01", "edition=7",
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_by_name(client, query):
    response = client.get(f"/api/v1/companies/?{query}")

    assert response.status_code == 400
    assert [error["parameter"] for error in response.json()["errors"]] == [query.partition("=")[0]]


@pytest.mark.django_db
def test_every_parameter_that_is_wrong_is_named_at_once(client):
    """In the API and of a file, the two clocks, conditions and orders included."""
    make_company()
    query = "colour=red&kind=&as_of=x&edition=9&status=firm&signed_after=2022-02-30&sort=x&headers=ko"
    names = ["colour", "as_of", "edition", "status", "signed_after", "sort"]

    asked = client.get(f"/api/v1/companies/?{query}&per_page=abc&page=0").json()["errors"]
    file = client.get(f"/data/companies.csv?{query}").json()["errors"]
    advice = {error["parameter"]: error["detail"] for error in file}

    assert {error["parameter"] for error in asked} == {*names, "kind", "headers", "per_page", "page"}
    assert advice.keys() == {*names, "headers"}
    assert all(order in advice["sort"] for order in DATASETS["companies"].orders)


@pytest.mark.django_db
def test_every_end_of_a_span_that_is_wrong_is_named_at_once(client):
    query = "as_of=x&from=y&to=z&from_edition=a&to_edition=b&colour=red"

    errors = client.get(f"/api/v1/figures/agreements/changes/?{query}").json()["errors"]

    assert sorted(error["parameter"] for error in errors) == sorted(
        ["as_of", "from", "to", "from_edition", "to_edition", "colour"]
    )


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["0", "999999", "x", "-1", "1.0", "１", "9" * 30, "1%20", "None"])
@pytest.mark.parametrize("name", DATASETS)
def test_a_record_that_is_not_there_is_not_found(client, name, key):
    response = client.get(f"/api/v1/{name}/{key}/")

    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"


def test_a_draft_is_nowhere(client, db):
    company = make_company(name="공개기업")
    make_round(companies=[company])
    hidden = make_company(name="초안기업", published=False)
    draft = make_round(companies=[hidden], numbers=(900, 900), published=False)

    for name in DATASETS:
        assert "초안기업" not in json.dumps(read_all(client, name), ensure_ascii=False)
    assert client.get(f"/api/v1/companies/{hidden.pk}/").status_code == 404
    assert client.get(f"/api/v1/rounds/{draft.pk}/").status_code == 404
    assert client.get(f"/api/v1/agreements/{draft.agreements.get().pk}/").status_code == 404


def queries(client, address, query):
    client.get(address, query)
    with CaptureQueriesContext(connection) as captured:
        read(client, address, **query)
    return len(captured)


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("companies", 10), ("representatives", 8), ("rounds", 7), ("agreements", 8), ("establishments", 8),
        ("statements", 13), ("commitments", 7), ("sources", 5), ("editions", 5),
    ],
)  # fmt: skip
def test_the_number_of_queries_does_not_grow_with_the_records(client, register, name, limit):
    counts = [queries(client, f"/api/v1/{name}/", {"per_page": size}) for size in (2, 200)]

    assert abs(counts[1] - counts[0]) <= 1
    assert max(counts) <= limit


def test_neighbouring_pages_hold_neighbouring_records(client, register):
    pages = [read(client, "/api/v1/companies/", page=number, per_page=100)["results"] for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [100, 100, 34]
    assert all(before[-1]["id"] != after[0]["id"] for before, after in pairwise(pages))
