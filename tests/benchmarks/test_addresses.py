"""What the benchmarks ask for is there, and the round that they publish can be published."""

import sqlite3
from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import pytest

from agreements.services import publish_round
from benchmarks.addresses import days, directory_pages, searches, whole_pages
from benchmarks.inside.publish import draft_round_of_ten
from benchmarks.measures.files import OURS
from benchmarks.plain import COLUMNS, FACETS, count_companies, write_plain_table
from companies.models import Company
from editions.services import latest_number


@pytest.fixture
def plain(client, register, tmp_path):
    """The companies of the real register as a plain table."""
    file = tmp_path / "register.db"
    write_plain_table(b"".join(client.get(OURS).streaming_content), file)
    return file


def test_the_plain_table_holds_the_directory_in_its_order(plain, client):
    names = Company.objects.published().order_by("sort_key", "pk").values_list("name", flat=True)

    with closing(sqlite3.connect(plain)) as table:
        rows = table.execute(f"SELECT {', '.join(COLUMNS)} FROM companies ORDER BY place").fetchall()
        lexsoft = table.execute("SELECT initials FROM companies WHERE name LIKE '%렉스소프트%'").fetchone()
    assert [row[0] for row in rows] == list(names)
    assert count_companies(plain) == len(rows)
    assert lexsoft == ("ㄹㅅㅅㅍㅌ",)


def test_every_address_of_ours_answers(plain, client):
    questions = [*directory_pages(plain, 12), *searches(plain, 8)]
    addresses = [*(question.ours for question in questions), *days(4), *whole_pages(count_companies(plain), 20)]

    answers = {address: client.get(address).status_code for address in addresses}

    assert {address: status for address, status in answers.items() if status != 200} == {}


def test_both_sides_are_asked_the_same(plain):
    """Datasette is asked for the rows after the last one of the page before."""
    for question in directory_pages(plain, 12):
        ours, theirs = (parse_qs(urlsplit(address).query) for address in question)
        assert theirs["_facet"] == list(FACETS)
        assert {name: ours.get(name) for name in FACETS} == {name: theirs.get(name) for name in FACETS}
        assert ("page" in ours) == ("_next" in theirs)


def test_the_same_seed_asks_the_same(plain):
    assert directory_pages(plain, 5, seed=2) == directory_pages(plain, 5, seed=2) != directory_pages(plain, 5, seed=3)
    assert searches(plain, 5) == searches(plain, 5)
    assert days(5) == days(5)


def test_a_round_of_ten_can_be_published_again_and_again(register):
    before = latest_number()

    rounds = [publish_round(round=draft_round_of_ten(), by=None) for _time in range(2)]

    assert latest_number() == before + 2
    assert rounds[1].first_number == rounds[0].last_number + 1
    assert [round.agreements.count() for round in rounds] == [10, 10]
