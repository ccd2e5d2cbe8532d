"""Fifty random editions: every figure that any of them showed is found again, and every difference is explained."""

import datetime
from random import Random

import pytest
from django.db import connection

from common.rates import rate
from editions.models import Edition
from editions.past import register_at
from editions.services import latest_number
from figures.changes.accounts import changes_of
from figures.changes.span import Span
from figures.definitions import FIGURES
from figures.figure import Aggregate
from figures.sums.day_sums import read_day_sums
from tests.conftest import take_statistics
from tests.figures.random_register import RandomRegister

EDITIONS = 50
PAIRS = 40
DAYS = [datetime.date(2022, 4, 1), datetime.date(2022, 8, 15), datetime.date(2022, 12, 31)]
HEADLINE = ["agreements", "established", "establishment_rate"]


def days_of(key):
    """The headline is looked at on every day, of the other figures each on one."""
    return DAYS if key in HEADLINE else [DAYS[list(FIGURES).index(key) % len(DAYS)]]


@pytest.mark.django_db(transaction=True)
def test_every_figure_of_every_edition_is_found_again_and_every_difference_explained(client):
    register, shown = RandomRegister(seed=2022), {}
    while latest_number() < EDITIONS:
        register.change()
        if latest_number() == EDITIONS // 2:
            take_statistics(connection.introspection.django_table_names(only_existing=True))
        shown |= {(latest_number(), *rest): value for rest, value in figures_now().items()}

    assert set(Edition.objects.values_list("kind", flat=True)) == {"publish", "record", "correct", "merge", "withdraw"}
    assert_found_again(shown)
    assert_the_api_finds_it_again(client, shown)
    assert_neighbours_are_explained(shown)
    assert_pairs_are_explained(shown, Random(2022))


def figures_now():
    """{(day, key): value} of the present register."""
    sums = read_day_sums()
    return {(day, key): figure.explain(sums, day).value for key, figure in FIGURES.items() for day in days_of(key)}


def assert_found_again(shown):
    for number in range(1, EDITIONS + 1):
        with register_at(number):
            found = figures_now()
        assert found == {(day, key): value for (edition, day, key), value in shown.items() if edition == number}


def assert_the_api_finds_it_again(client, shown):
    for number in range(1, EDITIONS + 1):
        day = DAYS[number % len(DAYS)]
        answer = client.get("/api/v1/figures/", {"as_of": day, "edition": number}).json()
        for key in HEADLINE:
            value = shown[number, day, key]
            assert answer["figures"][key]["value"] == (value if value is None else pytest.approx(float(value)))


def assert_neighbours_are_explained(shown):
    """Each edition beside the one before it: the headline, and every other figure that it changed."""
    for number in range(2, EDITIONS + 1):
        for key in FIGURES:
            for day in days_of(key):
                if shown[number, day, key] != shown[number - 1, day, key]:
                    assert_explained(shown, key, Span(day, day, number - 1, number))


def assert_pairs_are_explained(shown, random):
    """Any two editions and days, however much lies between them."""
    for _pair in range(PAIRS):
        editions = sorted(random.choices(range(1, EDITIONS + 1), k=2))
        for key in [*HEADLINE, *random.sample(list(FIGURES), k=2)]:
            assert_explained(shown, key, Span(*sorted(random.choices(days_of(key), k=2)), *editions))


def assert_explained(shown, key, span):
    changes = changes_of(FIGURES[key], span)

    assert changes.before == shown[span.first_edition, span.first_day, key]
    assert changes.after == shown[span.last_edition, span.last_day, key]
    for end in ("before", "after"):
        assert_made_of(FIGURES[key].aggregate, getattr(changes, end), [getattr(row, end) for row in changes.accounts])
    for account in changes.accounts:
        lines = [*account.learned, *account.happened]
        assert account.before + sum(line.amount for line in lines) == account.after
        assert all(line.amount or line.kind == "editions" for line in lines)


def assert_made_of(aggregate, value, sums):
    if aggregate == Aggregate.SUM:
        assert sums == [value or 0]
    elif aggregate == Aggregate.RATE and value is not None:
        assert rate(*sums) == value
