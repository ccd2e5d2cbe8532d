"""For every figure, every day of change and every part: the value is what its rows give, on its page, in the API and
in the file of its rows."""

import csv
import datetime
import html
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from figures.definitions import FIGURES
from figures.figure import Aggregate
from figures.row_files import COLUMNS, table_of
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import change_days
from figures.values import in_words
from tests.figures.walking import days_to_walk, value_of
from tests.pages.addresses import text_of

pytestmark = pytest.mark.usefixtures("register")

DAYS = ["2022-03-23", "2026-01-16"]
FOUNDING_DAY = "2022-03-23"
AMOUNT, BASE, PART, REASON = (list(COLUMNS).index(name) for name in ("amount", "base", "part", "reason"))


@pytest.mark.parametrize("key", FIGURES)
def test_the_rows_give_the_value_on_every_day_of_change(key):
    figure, sums, before = FIGURES[key], read_day_sums(), None
    changed = set(change_days(sums))

    for day in days_to_walk(sums):
        explained = figure.explain(sums, day)
        state = explained.value, explained.parts, len(explained.rows)
        # Most figures stand still on the day before a change: their rows were looked at on the day walked before it.
        if state != before or day in changed:
            assert_rows_give_the_value(figure, explained, day)
        before = state


def assert_rows_give_the_value(figure, explained, day):
    lines = list(table_of(explained.rows, [], lambda row: row.address))
    assert value_of(figure, [(line[AMOUNT], int(line[BASE] or 0)) for line in lines]) == explained.value, day
    assert_parts_are_their_rows(figure, explained, lines, day)
    if explained.lines:
        assert sum(line.amount for line in explained.lines) == explained.value, day


def assert_parts_are_their_rows(figure, explained, lines, day):
    if not explained.parts:
        return
    assert {line[PART] for line in lines} <= {part.key for part in explained.parts}, day
    for part in explained.parts:
        own = [line for line in lines if line[PART] == part.key]
        assert sum(line[AMOUNT] for line in own) == part.value, (day, part)
        assert part.base is None or sum(int(line[BASE] or 0) for line in own) == part.base, (day, part)
    if figure.aggregate == Aggregate.SUM:
        assert sum(part.value for part in explained.parts) == explained.value, day


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("key", FIGURES)
def test_page_file_and_api_say_the_same(client, key, day):
    figure, api = FIGURES[key], client.get(f"/api/v1/figures/{key}/?as_of={day}").json()
    value = FIGURES[key].explain(read_day_sums(), datetime.date.fromisoformat(day)).value

    pages = pages_of(client, f"/en/figures/{key}/?as_of={day}")
    file = file_of(client, f"/figures/{key}/rows.csv?as_of={day}&headers=en")
    counted = [row for row in file if not row["reason"]]

    assert api["value"] == (None if value is None else float(value))
    with translation.override("en"):
        assert in_words(value, figure.unit) in pages[0]
    assert value_of(figure, numbers_on(pages)) == value
    assert value_of(figure, [(int(row["amount"]), int(row["base"] or 0)) for row in counted]) == value
    assert len(counted) == api["rows"]
    assert_left_out_is_the_same(pages[0], file, api)


def assert_left_out_is_the_same(page, file, api):
    in_file = {}
    for row in file:
        if row["reason"]:
            assert row["amount"] == ""
            in_file[row["reason"]] = in_file.get(row["reason"], 0) + 1
    on_page = re.findall(r'id="left-out-(\w+)">\s*<summary>.*?<strong>([\d,]+)</strong>', page)
    assert in_file == {key: int(count.replace(",", "")) for key, count in on_page}
    assert in_file == {key: count for key, count in api["rows_left_out"].items() if count}


@pytest.mark.parametrize("key", FIGURES)
def test_the_rows_of_each_part_give_the_part(client, key):
    parts = client.get(f"/api/v1/figures/{key}/?as_of={FOUNDING_DAY}").json().get("parts", [])

    for part in parts:
        query = f"?as_of={FOUNDING_DAY}&part={part['part']}"
        pages = pages_of(client, f"/en/figures/{key}/{query}")
        file = file_of(client, f"/figures/{key}/rows.csv{query}&headers=en")
        assert sum(amount for amount, _base in numbers_on(pages)) == part["value"]
        assert sum(int(row["amount"]) for row in file) == part["value"]
        assert {row["part"] for row in file} <= {part["part"]}


@pytest.mark.parametrize("day", DAYS)
def test_the_list_and_the_api_say_every_value(client, day):
    figures = client.get(f"/api/v1/figures/?as_of={day}").json()["figures"]
    text = html.unescape(text_of(client.get(f"/en/figures/?as_of={day}")))
    sums = read_day_sums()

    for key, figure in FIGURES.items():
        value = figure.explain(sums, datetime.date.fromisoformat(day)).value
        assert figures[key]["value"] == (None if value is None else float(value))
        assert str(figure.label) in text


@pytest.mark.parametrize(
    ("address", "most"),
    [("/figures/", 44), *((f"/figures/{key}/", 45) for key in FIGURES), ("/api/v1/figures/", 60)],
)
def test_pages_take_a_small_number_of_queries(client, address, most):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    assert len(queries) <= most


def pages_of(client, address):
    """The markup of every page of the rows, the first first."""
    pages, number = [], 1
    while True:
        response = client.get(f"{address}&page={number}")
        assert response.status_code == 200
        pages.append(response.content.decode())
        if not response.context["page"].has_next():
            return pages
        number += 1


def numbers_on(pages):
    """(amount, base) of every row in the table of rows counted."""
    pairs = []
    for page in pages:
        table = page.partition('id="rows"')[2].partition("</section>")[0]
        amounts = cells(table, "Amount")
        bases = cells(table, "Base") or [0] * len(amounts)
        pairs += zip(amounts, bases, strict=True)
    return pairs


def cells(table, label):
    texts = re.findall(rf'<td class="number" data-label="{label}">(.*?)</td>', table)
    return [int(text.replace(",", "").replace("–", "0")) for text in texts]


def file_of(client, address):
    text = client.get(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))
