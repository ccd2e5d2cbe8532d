import pytest

from agreements.services import publish_statement, withdraw_statement
from editions.models import Edition
from editions.services import NoEditionOpen, edition, latest_number
from tests.factories import make_statement

pytestmark = pytest.mark.django_db


def intervals(row):
    """(edition_from, edition_until) of the public states of a row that lasted at least one edition, oldest first."""
    spans = row.history.filter(edition_from__isnull=False).order_by("edition_from", "history_id")
    return [span for span in spans.values_list("edition_from", "edition_until") if span[0] != span[1]]


def correct(statement, said_by):
    with edition(by=None, kind=Edition.Kind.CORRECT, reason=said_by):
        statement.stated_by = said_by
        statement.save()


def correct_and_fail(statement):
    with edition(by=None, kind=Edition.Kind.CORRECT):
        correct(statement, "시장")
        raise RuntimeError


def test_history_of_a_draft_carries_no_edition():
    statement = make_statement(published=False)

    assert intervals(statement) == []
    assert latest_number() == 0


def test_history_published_corrected_twice_and_withdrawn_has_closed_intervals():
    statement = make_statement(published=False)

    publish_statement(statement=statement, by=None)
    correct(statement, "시장")
    correct(statement, "부시장")
    withdraw_statement(statement=statement, by=None, reason="오보")

    assert intervals(statement) == [(1, 2), (2, 3), (3, 4)]
    assert intervals(statement.figures.get()) == [(1, 4)]
    kinds = Edition.objects.order_by("number").values_list("kind", flat=True)
    assert list(kinds) == ["publish", "correct", "correct", "withdraw"]


def test_history_published_again_after_withdrawal_opens_a_new_interval():
    statement = make_statement()
    withdraw_statement(statement=statement, by=None, reason="확인 필요")

    publish_statement(statement=statement, by=None)

    assert intervals(statement) == [(1, 2), (3, None)]


def test_history_read_at_an_edition_says_what_the_register_said_then():
    statement = make_statement(stated_by="시장")
    correct(statement, "부시장")

    then = statement.history.filter(edition_from__lte=1, edition_until__gt=1).get()

    assert (then.stated_by, statement.stated_by) == ("시장", "부시장")


def test_history_row_repeats_the_reason_of_its_edition():
    statement = make_statement()

    correct(statement, "부시장")

    assert statement.history.latest().history_change_reason == "부시장"


def test_change_of_a_public_record_outside_an_edition_is_refused():
    statement = make_statement()

    with pytest.raises(NoEditionOpen):
        statement.save()


def test_two_changes_in_one_edition_make_one():
    first, second = make_statement(), make_statement()

    with edition(by=None, kind=Edition.Kind.CORRECT):
        correct(first, "시장")
        correct(second, "시장")

    assert latest_number() == 3


def test_edition_of_a_change_that_fails_is_not_made():
    statement = make_statement()

    with pytest.raises(RuntimeError):
        correct_and_fail(statement)

    assert latest_number() == 1
    statement.refresh_from_db()
    assert statement.stated_by == ""
