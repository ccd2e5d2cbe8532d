"""Why a figure changed: lines that add up to the difference, from the page, the API and the computing itself."""

import datetime

import pytest

from agreements.services import withdraw_round
from editions.models import Edition
from editions.services import edition
from figures.changes.accounts import Account, ChangesDoNotAddUp, changes_of
from figures.changes.editions import MOST_LINES, steps
from figures.changes.span import Span
from figures.definitions import FIGURES
from tests.factories import DAY, make_company, make_place, make_round, make_statement

BEFORE = DAY - datetime.timedelta(days=1)
AFTER = DAY + datetime.timedelta(days=1)


def lines(key, span):
    """(kind, amount) of every line of the one account of a figure."""
    (account,) = changes_of(FIGURES[key], span).accounts
    return [(line.kind, line.amount) for line in [*account.learned, *account.happened]]


def test_the_founding_statement_counts_for_what_it_adds(register):
    span = Span(BEFORE, DAY, 1, 1)

    assert lines("established", span) == [("statement", 6)]
    assert lines("agreements", span) == [("signing", 10)]


def test_a_statement_below_the_rules_takes_away(register):
    day = datetime.date(2021, 10, 21)

    span = Span(day - datetime.timedelta(days=1), day, 1, 1)

    assert lines("agreements", span) == [("signing", 11), ("statement", -1)]


@pytest.mark.django_db
def test_openings_and_closings_are_named_on_their_day():
    make_statement(figures=[("established", 3)], as_of=BEFORE)
    came, went = make_company(name="온 기업"), make_company(name="간 기업")
    make_round(companies=[came, went], signed_on=BEFORE)
    make_place(company=came, opened_on=DAY)
    make_place(company=went, opened_on=BEFORE, closed_on=AFTER)
    number = Edition.objects.count()

    (account,) = changes_of(FIGURES["established"], Span(BEFORE, AFTER, number, number)).accounts

    told = [(line.day, line.kind, line.words, line.amount) for line in account.happened]
    assert told == [(DAY, "opening", "온 기업", 1), (AFTER, "closing", "간 기업", -1)]


@pytest.mark.django_db
def test_each_edition_that_changes_the_day_is_a_line_with_its_reason():
    round = make_round(numbers=None, stated_count=4)
    make_company()
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="다시 셈"):
        round.stated_count = 6
        round.save()
    withdraw_round(round=round, by=None, reason="오기")
    last = Edition.objects.count()

    (account,) = changes_of(FIGURES["agreements"], Span(DAY, DAY, last - 3, last)).accounts

    told = [(line.kind, line.words, line.amount, line.edition) for line in account.learned]
    assert told == [("correct", "다시 셈", 2, last - 1), ("withdraw", "오기", -6, last)]
    assert (account.before, account.after) == (4, 0)


def test_an_account_that_does_not_add_up_is_refused():
    with pytest.raises(ChangesDoNotAddUp):
        Account("agreements", "", before=1, between=1, after=2, learned=[], happened=[])


@pytest.mark.parametrize(("first", "last"), [(0, 0), (1, 2), (1, 1 + MOST_LINES), (3, 500), (499, 100_000)])
def test_many_editions_are_told_in_few_lines_that_leave_none_out(first, last):
    ends = steps(first, last)

    assert len(ends) <= MOST_LINES + 1
    assert ends == sorted(set(ends))
    assert ends[-1:] == ([last] if last > first else [])


@pytest.mark.parametrize("key", list(FIGURES))
def test_page_and_api_tell_the_same_of_every_figure(register, client, key):
    query = {"from": "2021-12-31", "to": "2022-03-23"}

    page = client.get(f"/figures/{key}/changes/", query)
    answer = client.get(f"/api/v1/figures/{key}/changes/", query).json()

    changes = page.context["changes"]
    assert answer["difference"] == (changes.difference if changes.difference is None else float(changes.difference))
    for account in answer["accounts"]:
        assert sum(line["amount"] for line in account["lines"]) == account["difference"]


REFUSED = ["from=2022-03-24&to=2022-03-23", "from_edition=2", "to=2999-01-01", "from=x", "to_edition=0", "since=2022"]


@pytest.mark.parametrize("query", REFUSED)
@pytest.mark.parametrize("address", ["", "/en", "/api/v1"])
def test_what_cannot_be_compared_is_refused(register, client, address, query):
    assert client.get(f"{address}/figures/agreements/changes/?{query}").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["", "/en", "/api/v1"])
def test_no_such_figure(client, address):
    assert client.get(f"{address}/figures/none/changes/").status_code == 404


@pytest.mark.django_db
def test_a_register_without_any_edition_has_changed_in_nothing(client):
    page = client.get("/figures/agreements/changes/")

    assert page.status_code == 200
    assert page.context["changes"].difference == 0
