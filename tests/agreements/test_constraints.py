"""What the database itself refuses, whoever writes past the forms."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from agreements.models import Agreement, SigningRound, StatementFigure
from companies.models import Establishment, Representative
from tests.factories import DAY, make_company, make_round, make_statement

pytestmark = pytest.mark.django_db
THE_DAY_BEFORE = DAY - datetime.timedelta(days=1)


def refuse(row):
    """Both ways past full_clean: one row saved, and many at once."""
    for write in (row.save, lambda: type(row).objects.bulk_create([row])):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


def draft(**overrides):
    return make_round(published=False, **overrides)


def company():
    return make_company(published=False)


def test_number_given_twice_is_refused():
    round = draft(companies=[company()])
    Agreement.objects.update(number=136)

    refuse(Agreement(round=round, company=company(), number=136))


def test_first_number_above_last_is_refused():
    refuse(SigningRound(slug="wrong", first_number=9, last_number=8, number_basis="printed"))


@pytest.mark.parametrize("numbers", [(0, 3), (1, None), (None, 3)])
def test_range_of_half_a_number_or_below_one_is_refused(numbers):
    refuse(SigningRound(slug="wrong", first_number=numbers[0], last_number=numbers[1], number_basis="printed"))


@pytest.mark.parametrize("numbers", [(136, 145), None])
def test_number_outside_the_range_of_its_round_is_refused(numbers):
    refuse(Agreement(round=draft(numbers=numbers), company=company(), number=146))


def test_range_that_leaves_out_a_number_given_is_refused():
    round = draft(companies=[company()])
    Agreement.objects.update(number=145)

    round.last_number = 144
    with pytest.raises(IntegrityError), transaction.atomic():
        round.save()


@pytest.mark.parametrize("numbers", [(145, 150), (130, 136), (138, 140), (100, 200)])
def test_two_rounds_that_share_a_number_are_refused(numbers):
    draft()

    refuse(SigningRound(slug="second", first_number=numbers[0], last_number=numbers[1], number_basis="printed"))


def test_range_moved_onto_another_round_is_refused():
    draft()
    round = draft(numbers=(146, 150))

    round.first_number = 145
    with pytest.raises(IntegrityError), transaction.atomic():
        round.save()


def test_place_closed_before_it_opened_is_refused():
    refuse(Establishment(company=company(), opened_on=DAY, closed_on=THE_DAY_BEFORE))


def test_closing_reported_before_the_place_opened_is_refused():
    refuse(Establishment(company=company(), opened_on=DAY, closing_reported_on=THE_DAY_BEFORE))


def test_office_that_ends_before_it_starts_is_refused():
    refuse(Representative(company=company(), name="이완완", started_on=DAY, ended_on=THE_DAY_BEFORE))


def test_same_company_twice_in_one_round_is_refused():
    twice = company()
    round = draft(companies=[twice])

    refuse(Agreement(round=round, company=twice, order=2))


@pytest.mark.parametrize("values", [{"value": -1}, {"value": 1, "out_of": -1}, {"value": 2, "out_of": 1}])
def test_figure_below_zero_or_above_its_base_is_refused(values):
    statement = make_statement(figures=(), published=False)

    refuse(StatementFigure(statement=statement, measure="people", **values))


def test_stated_count_below_zero_is_refused():
    refuse(SigningRound(slug="wrong", stated_count=-1))


def test_unknown_precision_is_refused():
    refuse(SigningRound(slug="wrong", signed_on=DAY, signed_on_precision="week"))


def test_triggers_exist_after_all_migrations():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        found = {row[0].lower() for row in cursor.fetchall()}

    expected = {"agreement_number_in_range", "round_range_holds_its_numbers"}
    if connection.vendor == "sqlite":
        events = ("insert", "update")
        expected = {
            f"{name}_{event}" for name in ("agreement_number_in_range", "round_numbers_shared") for event in events
        }
        expected.add("round_range_holds_its_numbers")
    assert expected <= found
