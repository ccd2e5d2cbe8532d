"""Deltas lead from one package to another, whatever was done between them; and their addresses."""

import csv
import io
import json

import pytest

from companies.services import rename_company
from editions.services import latest_number
from open_data.package.columns import PACKED
from open_data.package.deltas import COLUMNS, changes_between
from tests.factories import make_company, make_round
from tests.figures.random_register import RandomRegister
from tests.open_data.packages import table_of, written


def tables_of(number):
    """{(table, id, column): text} of a package, without what is empty or follows from another column."""
    content = written(number)
    return {
        (table.name, int(row["id"]), column): text
        for table in PACKED
        for row in table_of(content, table.name)
        for column, text in row.items()
        if text and column not in ("id", "company")
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_a_package_and_the_delta_after_it_make_the_next_package(db, seed):
    make_company(), make_company()
    register = RandomRegister(seed)
    for _change in range(15):
        register.change()
    first, last = 4, latest_number()
    cells = tables_of(first)

    for _change, record, key, field, before, after in changes_between(first, last):
        assert cells.pop((record, key, field), "") == before
        if after:
            cells[record, key, field] = after

    assert cells == tables_of(last)


@pytest.fixture
def renamed(db):
    """=나무, added in edition 1 and renamed in edition 2."""
    company = make_company(name="=나무")
    rename_company(company=company, name="숲", renamed_on=None, by=None, reason="상호 변경")
    return company


def test_a_delta_says_each_cell_before_and_after(client, renamed):
    answer = client.get("/data/deltas/1-2.json")

    told = json.loads(answer.getvalue())
    assert (told["from"], told["to"], told["licence"]["code"]) == (1, 2, "KOGL-1")
    change = {"change": "changed", "record": "companies", "id": renamed.pk, "field": "name"}
    assert change | {"before": "=나무", "after": "숲"} in told["changes"]
    assert {row["change"] for row in told["changes"] if row["record"] == "aliases"} == {"added"}


def test_a_delta_opens_in_a_spreadsheet_program(client, renamed):
    answer = client.get("/data/deltas/1-2.csv")

    content = answer.getvalue()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert content.startswith("\ufeff".encode())
    assert rows[0] == list(COLUMNS)
    assert ["changed", "companies", str(renamed.pk), "name", "'=나무", "숲"] in rows
    assert int(answer.headers["Content-Length"]) == len(content)


def test_drafts_are_in_no_delta(client, renamed):
    make_round(numbers=None, companies=[make_company(name="카나리아", published=False)], published=False)
    make_company()

    assert "카나리아" not in client.get("/data/deltas/1-3.csv").getvalue().decode()


@pytest.mark.parametrize("editions", ["0-1", "2-1", "1-1", "1-9", "1-99999999999999999999"])
def test_editions_that_are_none_have_no_delta(client, renamed, editions):
    assert client.get(f"/data/deltas/{editions}.csv").status_code == 404
    assert client.get("/data/deltas/1-2.xml").status_code == 404


def test_a_delta_knows_no_parameters(client, renamed):
    assert client.get("/data/deltas/1-2.csv", {"as_of": "2022-03-23"}).status_code == 400
