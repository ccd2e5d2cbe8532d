"""Every list, narrowed by every value and sorted every way: page, API, CSV, workbook and JSON hold the same rows in the
same order, in both languages. Each value meets two of the orders, so that every order meets many values."""

import re
from itertools import chain

import pytest
from django.http import QueryDict

from agreements.models import SigningRound
from editions.clocks import read_clocks
from open_data.datasets.registry import DATASETS
from tests.open_data.files import ids

pytestmark = pytest.mark.usefixtures("register")

PAGES = {
    "companies": "/companies/",
    "rounds": "/rounds/",
    "establishments": "/companies/places/",
    "commitments": "/commitments/",
    "statements": "/statements/",
    "editions": "/editions/",
}
# Lists that no address sorts or narrows: the page only has pages.
WITHOUT_ORDERS = {"statements", "editions"}
WORDS = ["렉스", "ㄹㅅ", "fprtm", "없는이름"]
DAYS = ["signed_after=2022-01-01", "signed_before=2021-12-31", "signed_after=2022-03-23&signed_before=2022-03-23"]


def conditions_of(name):
    """Each value of each filter, as a query; and none."""
    dataset, clocks = DATASETS[name], read_clocks(QueryDict())
    filterset = dataset.filterset_class(QueryDict(), dataset.rows(clocks), day=clocks.as_of)
    values = {key: one.extra["choices"] for key, one in filterset.filters.items() if "choices" in one.extra}
    chosen = [f"{key}={value}" for key, choices in values.items() for value, _label in choices]
    words = [f"q={word}" for word in WORDS] if "q" in filterset.filters else []
    days = DAYS if "signed_after" in filterset.filters else []
    return ["", "as_of=2022-03-23", "as_of=2020-07-31&edition=1", *chosen, *words, *days]


def shown(client, name, query):
    """(the number of rows that a reader of the page finds there, the keys of those on its first page)."""
    answer = client.get(f"{query[0]}{PAGES[name]}?{query[1]}")
    context = answer.context
    if name == "editions":
        return context["count"], [row.edition.pk for row in context["summaries"]]
    if name == "statements":
        ledger = context["ledger"]
        return count_said(answer), [check.figure.pk for check in chain(ledger.checks, ledger.undated)]
    return count_said(answer), [row.record.pk for row in context["table"].paginated_rows]


def count_said(answer):
    """The number in the line above a list; 0 where a page says instead that there is nothing."""
    line = re.search(r'<p role="status">.*?<strong>([\d,]+)</strong>', answer.content.decode())
    return int(line[1].replace(",", "")) if line else 0


def asked(client, name, query):
    """The keys of all rows that the API gives, page by page."""
    address, keys = f"/api/v1/{name}/?per_page=200&{query}".rstrip("&"), []
    while address:
        answer = client.get(address).json()
        keys += [record["id"] for record in answer["results"]]
        address = answer["next"]
    assert answer["count"] == len(keys)
    return keys


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("name", PAGES)
def test_page_and_files_hold_the_same_rows(client, name, prefix):
    orders = [""] if name in WITHOUT_ORDERS else ["", *DATASETS[name].orders]
    conditions = ["", "as_of=2022-03-23"] if name == "editions" else conditions_of(name)
    differing, seen = [], 0
    for place, condition in enumerate(conditions):
        for sort in {orders[place % len(orders)], orders[(place + len(orders) // 2) % len(orders)]}:
            query = "&".join(filter(None, [condition, sort and f"sort={sort}"]))
            count, first = shown(client, name, (prefix, query))
            files = {"json": ids(client, f"{prefix}/data/{name}.json?{query}"), "api": asked(client, name, query)}
            if count and sort == orders[place % len(orders)]:
                for kind in ("csv", "xlsx"):
                    files[kind] = ids(client, f"{prefix}/data/{name}.{kind}?{query}&headers=en")
            seen += count
            differing += [
                (kind, query) for kind, keys in files.items() if (len(keys), keys[: len(first)]) != (count, first)
            ]

    assert differing == []
    assert seen


@pytest.mark.parametrize(("name", "address"), PAGES.items())
def test_a_list_leads_to_its_files_as_it_stands(client, name, address):
    query = "as_of=2022-03-23&edition=1"
    if name not in WITHOUT_ORDERS:
        query += f"&sort={list(DATASETS[name].orders)[1]}"
    page = client.get(f"/en{address}?{query}&page=1").content.decode()

    for kind in ("csv", "xlsx", "json"):
        assert f'href="/en/data/{name}.{kind}?{query.replace("&", "&amp;")}" download' in page


def test_nothing_is_downloaded_of_nothing(client):
    assert "/data/rounds.csv" not in client.get("/rounds/?q=없는이름").content.decode()
    assert SigningRound.objects.published().exists()
