"""The numbers of the agreement series: what no round covers, what may stand twice, and counts that differ."""

import csv
import datetime
import io

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from agreements.models import SigningRound
from figures.definitions import FIGURES
from figures.series.numbers import counts_apart, gaps_on, highest_number, rounds_perhaps_one
from figures.sums.day_sums import read_day_sums
from tests.factories import DAY, make_company, make_round
from tests.pages.addresses import text_of

pytestmark = pytest.mark.django_db
BEFORE, AFTER = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)


def missing(day=DAY):
    return [(gap.first, gap.last, gap.count) for gap in gaps_on(day)]


@pytest.mark.parametrize(
    ("ranges", "gaps"),
    [
        ([], []),
        ([(1, 3), (4, 4)], []),
        ([(4, 5)], [(1, 3, 3)]),
        ([(2, 2)], [(1, 1, 1)]),
        ([(1, 2), (6, 9), (4, 4)], [(3, 3, 1), (5, 5, 1)]),
        ([(3, 4), (8, 8)], [(1, 2, 2), (5, 7, 3)]),
    ],
)
def test_gaps_are_the_numbers_that_no_round_covers(ranges, gaps):
    for numbers in ranges:
        make_round(numbers=numbers)

    assert missing() == gaps
    covered = {n for first, last in ranges for n in range(first, last + 1)}
    assert sum(count for *_limits, count in gaps) + len(covered) == highest_number(DAY)


def test_a_round_of_a_later_day_neither_ends_the_series_nor_fills_a_gap():
    make_round(numbers=(1, 2), signed_on=BEFORE)
    make_round(numbers=(3, 4), signed_on=AFTER)
    make_round(numbers=(5, 6), signed_on=DAY)
    make_round(numbers=(9, 9), signed_on=AFTER)

    assert [missing(day) for day in (BEFORE, DAY, AFTER)] == [[], [(3, 4, 2)], [(7, 8, 2)]]


def test_a_draft_and_a_round_without_a_day_fill_no_gap():
    make_round(numbers=(1, 1), published=False)
    undated = make_round(numbers=(2, 2), signed_on=None)
    make_round(numbers=(3, 3))

    gap = gaps_on(DAY)[0]

    assert (gap.first, gap.last, gap.undated) == (1, 2, [undated])


@pytest.mark.parametrize(
    ("signed_on", "may_hold"),
    [("2022-03-20", False), ("2022-03-21", True), ("2022-03-23", True), ("2022-03-24", False)],
)
def test_a_round_without_number_may_hold_what_lies_between_its_neighbours(signed_on, may_hold):
    make_round(numbers=(1, 1), signed_on=datetime.date(2022, 3, 21))
    make_round(numbers=(3, 3), signed_on=DAY)
    unnumbered = make_round(numbers=None, signed_on=datetime.date.fromisoformat(signed_on))

    assert gaps_on(AFTER)[0].may_hold == ([unnumbered] if may_hold else [])


def test_the_limits_of_a_gap_are_deduced_where_a_round_beside_it_is():
    make_round(numbers=(2, 2), number_basis="deduced")
    make_round(numbers=(4, 4))
    make_round(numbers=(6, 6))

    assert [gap.is_deduced for gap in gaps_on(DAY)] == [True, True, False]


def test_the_figure_is_the_sum_of_its_rows():
    make_round(numbers=(3, 4))
    make_round(numbers=(8, 8))
    make_round(numbers=None)
    make_round(numbers=(9, 9), signed_on=AFTER)
    make_round(numbers=(10, 10), signed_on=None)

    figure = FIGURES["numbers_missing"].explain(read_day_sums(), DAY)

    assert figure.value == sum(row.amount for row in figure.rows) == 5
    assert [(row.label, row.amount) for row in figure.rows] == [("1~2", 2), ("5~7", 3)]
    assert [(left.key, len(left.rows)) for left in figure.left_out] == [
        ("after_the_day", 1),
        ("no_date", 1),
        ("no_number", 1),
    ]


# Covered twice.


def test_the_database_refuses_a_number_in_two_rounds():
    make_round(numbers=(1, 10))

    with pytest.raises(DatabaseError), transaction.atomic():
        SigningRound.objects.create(first_number=10, last_number=12, number_basis="printed", slug="twice")


@pytest.mark.parametrize(
    ("first", "second", "is_shown"),
    [
        ((1, 1), (2, 2), False),
        ((1, 1), None, True),
        (None, None, True),
    ],
)
def test_rounds_of_one_day_are_shown_where_one_has_no_number(first, second, is_shown):
    rounds = [make_round(numbers=numbers) for numbers in (first, second)]

    assert {round for found in rounds_perhaps_one(DAY) for round in found} == (set(rounds) if is_shown else set())


def test_rounds_of_one_day_are_shown_where_a_party_stands_in_both():
    company = make_company()
    rounds = [make_round(numbers=numbers, companies=[company]) for numbers in ((1, 1), (2, 2))]

    assert rounds_perhaps_one(DAY) == [rounds]
    assert rounds_perhaps_one(BEFORE) == []


def test_rounds_known_to_one_month_are_not_of_one_day():
    for _round in range(2):
        make_round(numbers=None, signed_on=datetime.date(2022, 3, 31), signed_on_precision="month")

    assert rounds_perhaps_one(datetime.date(2022, 3, 31)) == []


# Counts that differ.


@pytest.mark.parametrize(
    ("numbers", "stated", "named", "found"),
    [
        ((1, 2), 2, 2, None),
        ((1, 2), None, 2, None),
        (None, None, 2, None),
        ((1, 3), 3, 2, (False, 1)),
        ((1, 3), None, 1, (False, 2)),
        (None, 3, 0, (False, 3)),
        ((1, 3), 2, 2, (True, 1)),
        ((1, 2), 3, 2, (True, 1)),
        (None, 1, 2, (True, 0)),
    ],
)
def test_counts_contradict_each_other_or_names_are_missing(numbers, stated, named, found):
    make_round(numbers=numbers, stated_count=stated, companies=[make_company() for _n in range(named)])

    counts = counts_apart(DAY, undated=False)

    assert [(count.is_contradiction, count.missing) for count in counts] == ([found] if found else [])
    assert all(count.in_words() for count in counts)


def test_a_round_without_a_day_is_among_them_today_only():
    make_round(numbers=None, stated_count=3, signed_on=None)

    assert [len(counts_apart(DAY, undated=undated)) for undated in (True, False)] == [1, 0]


# The page and its file.


@pytest.mark.usefixtures("register")
def test_the_page_says_how_many_are_missing_and_between_which_rounds(client):
    text = text_of(client.get("/en/rounds/numbers/?as_of=2022-03-23"))

    assert "Of the numbers 1 to 145, 60 are covered by no round (gaps: 11)." in text
    assert "None. The database does not allow it" in text


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("day", ["2019-01-01", "2022-03-23", "2026-01-16"])
def test_the_file_has_the_gaps_that_the_figure_counts(client, day):
    content = client.get(f"/rounds/numbers.csv?as_of={day}").content.decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(content)))

    value = FIGURES["numbers_missing"].explain(read_day_sums(), datetime.date.fromisoformat(day)).value
    assert sum(int(row["count"]) for row in rows if row["finding"] == "gap") == value


def test_an_empty_register_has_a_page_and_a_file(client):
    assert client.get("/rounds/numbers/").status_code == 200
    assert client.get("/rounds/numbers.csv").content.decode("utf-8-sig").count("\n") == 1


@pytest.mark.parametrize("address", ["/rounds/numbers/", "/rounds/numbers.csv"])
def test_unknown_parameters_are_refused(client, address):
    assert client.get(f"{address}?sort=first").status_code == 400


@pytest.mark.parametrize("address", ["/rounds/numbers/", "/rounds/numbers.csv"])
def test_more_gaps_take_no_more_queries(client, address):
    counts = []
    for first in (2, 10):
        for number in range(first, first + 8, 2):
            make_round(numbers=(number, number), stated_count=3, companies=[make_company()])
            make_round(numbers=None)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 14


def test_a_past_edition_shows_the_gap_that_was_filled_since(client):
    make_round(numbers=(1, 1))
    latest = make_round(numbers=(3, 3)).history.latest().edition_from
    make_round(numbers=(2, 2))

    pages = [text_of(client.get(f"/en/rounds/numbers/{query}")) for query in (f"?edition={latest}", "")]

    assert "(gaps: 1)" in pages[0]
    assert "Every number from 1 to 3 is covered" in pages[1]


def test_the_page_shows_the_first_hundred_gaps_and_says_that_the_file_has_all(client):
    values = {"number_basis": "printed", "signed_on": DAY, "status": "published"}
    SigningRound.objects.bulk_create(
        SigningRound(slug=str(number), first_number=number, last_number=number, **values) for number in range(2, 204, 2)
    )

    page = text_of(client.get("/en/rounds/numbers/"))
    rows = client.get("/rounds/numbers.csv").content.decode("utf-8-sig").splitlines()

    assert "The first 100 of 101. All of them are in the file." in page
    assert len([row for row in rows if row.startswith("gap,")]) == 101
