"""Stated numbers held against the register, line by line."""

import datetime

import pytest
from django.db import transaction
from django.utils import translation
from hypothesis import HealthCheck, given, settings

from agreements.models import Statement, StatementFigure
from editions.models import Edition
from editions.services import edition
from figures.definitions import FIGURES
from figures.statements.checks import CHECKED, Unchecked, Verdict, check, stated_numbers
from figures.statements.ledger import read_ledger
from figures.statements.lines import lines_of, named_in_words, verdict_in_words
from figures.sums.day_sums import read_day_sums
from tests.factories import DAY, make_company, make_place, make_round, make_statement
from tests.figures.small_registers import FEWER, places, rounds, statements, store

BEFORE, AFTER = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)


def check_of(statement, measure="agreements"):
    return check(statement.figures.select_related("statement").get(measure=measure), read_day_sums())


def amounts(checked):
    return [line.amount for line in lines_of(checked)]


def test_october_2021_is_one_fewer_with_its_lines(register):
    checked = check_of(Statement.objects.get(as_of="2021-10-21"))

    assert amounts(checked) == [111, 11]
    assert [line.address for line in lines_of(checked)] == ["/rounds/102-111/", "/rounds/2021-10-21/"]
    assert (checked.expected, checked.figure.value, checked.difference) == (122, 121, -1)
    assert checked.verdict == Verdict.OFF


def test_march_2022_agrees_on_agreements_by_the_number_printed_that_day(register):
    checked = check_of(Statement.objects.get(as_of="2022-03-23"))

    assert amounts(checked) == [145]
    assert lines_of(checked)[0].address == "/rounds/136-145/"
    assert checked.verdict == Verdict.AGREED


def test_march_2022_has_six_more_established_than_is_known(register):
    checked = check_of(Statement.objects.get(as_of="2022-03-23"), "established")

    assert amounts(checked) == [88, 0]
    assert checked.difference == 6
    assert checked.total.itemised == 17


@pytest.mark.usefixtures("register")
def test_march_2022_says_so_in_words(client):
    statement = Statement.objects.get(as_of="2022-03-23")

    page = client.get(f"/en/statements/{statement.pk}/").content.decode()

    assert "6 more than the openings and closings known since explain." in page
    assert "The register names 17 of the 94." in page
    assert "The register gives the same number." in page


@pytest.mark.parametrize(("value", "words"), [(12, "2 more than"), (9, "1 fewer than"), (10, "the same number")])
@pytest.mark.django_db
def test_verdict_says_how_many_more_or_fewer(value, words):
    make_round(numbers=None, stated_count=10)

    assert words in str(in_english(verdict_in_words, check_of(make_statement(figures=[("agreements", value)]))))


def in_english(function, checked):
    with translation.override("en"):
        return function(checked)


@pytest.mark.django_db
def test_a_statement_without_a_day_says_why_it_cannot_be_checked():
    checked = check_of(make_statement(as_of=None))

    assert (checked.verdict, checked.reason, lines_of(checked)) == (Verdict.UNCHECKED, Unchecked.NO_DAY, [])
    assert named_in_words(checked) == ""


@pytest.mark.django_db
def test_a_measure_that_is_not_computed_says_why_it_cannot_be_checked():
    checked = check_of(make_statement(figures=[("people", 100)]), "people")

    assert (checked.verdict, checked.reason) == (Verdict.UNCHECKED, Unchecked.NO_RULE)


@pytest.mark.parametrize(("signed_on", "lines"), [(BEFORE, [100, 0]), (DAY, [100, 3]), (AFTER, [100, 0])])
@pytest.mark.django_db
def test_a_round_counts_after_the_base_up_to_the_day_of_the_statement(signed_on, lines):
    make_statement(figures=[("agreements", 100)], as_of=BEFORE)
    make_round(numbers=None, signed_on=signed_on, stated_count=3)

    assert amounts(check_of(make_statement(figures=[("agreements", 103)]))) == lines


@pytest.mark.parametrize(("opened_on", "lines"), [(BEFORE, [5, 0]), (DAY, [5, 1]), (AFTER, [5, 0])])
@pytest.mark.django_db
def test_an_opening_counts_after_the_base_up_to_the_day_of_the_statement(opened_on, lines):
    company = make_company()
    make_round(numbers=None, companies=[company], signed_on=BEFORE - datetime.timedelta(days=9))
    make_statement(figures=[("established", 5)], as_of=BEFORE)
    make_place(company=company, opened_on=opened_on)

    assert amounts(check_of(make_statement(figures=[("established", 6)]), "established")) == lines


@pytest.mark.django_db
def test_a_closing_is_a_line_that_takes_away():
    company = make_company()
    make_round(numbers=None, companies=[company], signed_on=BEFORE - datetime.timedelta(days=9))
    make_place(company=company, opened_on=BEFORE, closed_on=DAY)
    make_statement(figures=[("established", 5)], as_of=BEFORE)

    assert amounts(check_of(make_statement(figures=[("established", 4)]), "established")) == [5, -1]


@pytest.mark.django_db
def test_without_an_earlier_statement_the_companies_named_are_the_line():
    company = make_company()
    make_round(numbers=None, companies=[company])
    make_place(company=company)

    assert amounts(check_of(make_statement(figures=[("established", 4)]), "established")) == [1]


@pytest.mark.django_db
def test_the_base_of_two_rounds_printed_on_one_day_is_the_one_with_the_higher_number():
    higher = make_round(numbers=(11, 12), signed_on=BEFORE)
    make_round(numbers=(1, 10), signed_on=BEFORE)

    lines = lines_of(check_of(make_statement(figures=[("agreements", 12)])))

    assert (lines[0].amount, lines[0].address) == (12, higher.get_absolute_url())


@pytest.mark.django_db
@settings(max_examples=60 // FEWER, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rounds=rounds, places=places, statements=statements)
def test_lines_and_difference_add_up_to_what_was_stated(rounds, places, statements):
    with transaction.atomic():
        store(rounds, places, statements)
        sums = read_day_sums()
        for figure in stated_numbers():
            checked = check(figure, sums)
            if checked.verdict == Verdict.UNCHECKED:
                assert figure.statement.as_of is None or figure.measure not in CHECKED
                continue
            assert checked.expected + checked.difference == figure.value
            assert sum(amounts(checked)) == checked.expected
        transaction.set_rollback(True)


# The ledger of a day, and the figure of it.


def explained(day, key="statements_by_verdict"):
    return FIGURES[key].explain(read_day_sums(), day)


@pytest.mark.django_db
def test_the_ledger_counts_statements_up_to_the_day():
    for as_of in (BEFORE, DAY, AFTER):
        make_statement(as_of=as_of)
    make_statement(as_of=None)
    make_statement(published=False)

    ledger = read_ledger(read_day_sums(), DAY)

    assert [checked.figure.statement.as_of for checked in ledger.checks] == [DAY, BEFORE]
    assert [len(ledger.undated), ledger.silent] == [1, []]


@pytest.mark.django_db
def test_the_ledger_is_narrowed_and_its_counts_follow_the_other_condition():
    make_round(numbers=(1, 135), signed_on=BEFORE)
    make_statement(figures=[("agreements", 135), ("established", 7), ("people", 9)])

    ledger = read_ledger(read_day_sums(), DAY, verdict="off")

    assert [checked.figure.measure for checked in ledger.checks] == ["established"]
    assert {choice.value: choice.count for choice in ledger.verdicts} == {"agreed": 1, "off": 1, "unchecked": 1}
    assert {choice.value: choice.count for choice in ledger.measures} == {
        "agreements": 0,
        "established": 1,
        "people": 0,
    }


@pytest.mark.django_db
def test_a_statement_without_numbers_is_named_apart():
    statement = make_statement(figures=[])

    assert read_ledger(read_day_sums(), DAY).silent == [statement]
    assert read_ledger(read_day_sums(), BEFORE).silent == []


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("day", ["2019-01-01", "2022-03-22", "2022-03-23", "2026-01-16"])
def test_the_figure_counts_what_the_ledger_shows(day):
    day = datetime.date.fromisoformat(day)

    figure, ledger = explained(day), read_ledger(read_day_sums(), day)

    assert figure.value == len(ledger.checks) == sum(row.amount for row in figure.rows)
    without_day = {"unchecked": len(ledger.undated)}
    parts = {part.key: part.value + without_day.get(part.key, 0) for part in figure.parts}
    assert parts == {choice.value: choice.count for choice in ledger.verdicts}
    for part in figure.parts:
        assert sum(row.amount for row in figure.rows if row.part == part.key) == part.value
    left_out = sum(len(reason.rows) for reason in figure.left_out)
    assert figure.value + left_out == StatementFigure.objects.public().count()


@pytest.mark.django_db
def test_a_statement_corrected_later_keeps_its_verdict_in_the_earlier_edition(client):
    make_round(numbers=(1, 135), signed_on=BEFORE)
    statement = make_statement()
    with edition(by=None, kind=Edition.Kind.CORRECT):
        figure = statement.figures.get()
        figure.value = 140
        figure.save()
    latest = Edition.objects.first().number

    pages = [client.get(f"/en/statements/?edition={number}").content.decode() for number in (latest - 1, latest)]

    assert ["badge--agreed" in page for page in pages] == [True, False]
    assert ["differs by +5" in page for page in pages] == [False, True]
