"""The sums of an edition that follow from an earlier one are those that are read from the whole register."""

import datetime
from dataclasses import asdict, fields, replace

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from companies.models import Company
from editions.one_state import one_state
from editions.past import register_at
from editions.services import latest_number
from figures.sums import kept, touched
from figures.sums.day_sums import DaySums, read_day_sums
from figures.sums.increments import follow
from figures.sums.parts import OF_COMPANIES, OF_ROUNDS, read_parts
from figures.sums.steps import Steps
from tests.factories import DAY, make_company, make_place, make_round, make_statement
from tests.figures.random_register import RandomRegister

EDITIONS = 24


@pytest.fixture
def nothing_at_hand():
    """No sums are kept, before or after."""
    cache.clear()
    kept._in_hand.clear()
    yield
    cache.clear()
    kept._in_hand.clear()


def read_whole(number):
    with register_at(number):
        return replace(read_day_sums(), parts=read_parts(OF_ROUNDS + OF_COMPANIES))


def said(sums):
    """Sums as plain values that can be compared."""
    return {field.name: _plain(getattr(sums, field.name)) for field in fields(DaySums)}


def _plain(value):
    if isinstance(value, Steps):
        return value.changes()
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [asdict(point) for point in value]


def followed(sums, known, wanted):
    changed = touched.touched_between(*sorted((known, wanted)))
    return follow(sums, changed, known, wanted, register=lambda: register_at(wanted))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_random_editions_one_by_one_and_all_at_once_and_back(seed):
    register = RandomRegister(seed)
    make_round(companies=[make_company(), make_company()], signed_on=datetime.date(2022, 1, 1))
    first = latest_number()
    start = sums = read_whole(first)
    while latest_number() < first + EDITIONS:
        before = latest_number()
        register.change()
        sums = followed(sums, before, latest_number())
        assert said(sums) == said(read_whole(latest_number()))

    last = latest_number()
    assert said(followed(start, first, last)) == said(sums)
    assert said(followed(sums, last, first)) == said(start)


@pytest.mark.django_db
def test_what_touches_nothing_else_is_left_alone():
    make_round(companies=[make_company()])
    before = latest_number()
    company = make_company()
    signing = make_round(numbers=None, companies=[company])

    changed = touched.touched_between(before, latest_number())

    assert (changed.companies, changed.rounds) == ({company.pk}, {signing.pk})


@pytest.mark.django_db
def test_too_much_at_once_is_read_as_a_whole(monkeypatch):
    before = latest_number()
    make_round(companies=[make_company(), make_company()])
    monkeypatch.setattr(touched, "MOST", 1)

    assert touched.touched_between(before, latest_number()) is None


@pytest.mark.django_db
def test_a_part_of_an_edition_is_read_as_if_it_were_all():
    named = make_company()
    make_company()
    number = latest_number()

    with register_at(number, [(Company, "id", {named.pk})]):
        assert list(Company.objects.all()) == [named]
    with register_at(number, [(Company, "id", set())]):
        assert not Company.objects.exists()
    with register_at(number):
        assert Company.objects.count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("nothing_at_hand")
def test_the_reader_after_a_publication_waits_for_what_it_touched():
    make_statement(figures=[("established", 1)])
    make_place(company=(company := make_company()))
    make_round(companies=[company])
    with one_state():
        kept.sums_of(latest_number())
    make_round(numbers=None, companies=[make_company()])

    with one_state(), CaptureQueriesContext(connection) as captured:
        sums = kept.sums_of(latest_number())

    assert said(sums) == said(read_whole(latest_number()))
    assert (sums.recorded.up_to(DAY), sums.standing.up_to(DAY)) == (2, 1)
    # What was taken out and what was put in; all of it would have been read once.
    assert len([query for query in captured if "known_step" in query["sql"]]) == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("nothing_at_hand")
def test_a_program_that_starts_again_reads_what_the_last_one_kept():
    make_place(company=(company := make_company()))
    make_round(companies=[company])
    with one_state():
        first = kept.sums_of(latest_number())
    kept._in_hand.clear()

    with one_state(), CaptureQueriesContext(connection) as captured:
        second = kept.sums_of(latest_number())

    assert said(second) == said(first)
    assert not [query for query in captured if "agreements_" in query["sql"] or "companies_" in query["sql"]]
