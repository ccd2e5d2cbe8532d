import datetime

import pytest
from django.utils.translation import override

from agreements.models import SigningRound
from editions.models import Edition
from staff.gate import look_ahead, publish_as_shown
from tests.factories import DAY, make_company, make_round, make_source, make_statement

pytestmark = pytest.mark.django_db
TODAY = DAY + datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def draft_round(**overrides):
    companies = [make_company(published=False, name=name) for name in ("가온누리", "바다", "하늘소프트")]
    return make_round(numbers=(1, 3), companies=companies, published=False, **overrides)


def texts(gate):
    return [finding.text for finding in gate.warnings]


def test_the_headline_is_shown_before_and_after_and_nothing_is_kept():
    round = draft_round()

    gate = look_ahead([round], by=None, today=TODAY)

    before, after = gate.headlines[TODAY]
    assert (before.agreements, after.agreements) == (0, 3)
    assert list(gate.headlines) == [DAY, TODAY]
    assert not Edition.objects.exists()
    assert not SigningRound.objects.get().is_public()


def test_pages_are_told_apart_by_whether_they_were_public():
    known, new = make_company(), make_company(published=False)
    round = make_round(companies=[known, new], numbers=(1, 2), published=False)

    gate = look_ahead([round], by=None, today=TODAY)

    assert {title for title, _address in gate.pages.new} == {"1-2", new.name}
    assert [title for title, _address in gate.pages.changed] == [known.name]


def test_what_was_shown_is_published_as_one_edition():
    round = draft_round()
    shown = look_ahead([round], by=None, today=TODAY)

    gate = publish_as_shown([round], by=None, reason="공개", today=TODAY, fingerprint=shown.fingerprint)

    assert gate.edition == Edition.objects.get().number
    assert SigningRound.objects.get().is_public()


@pytest.mark.parametrize("change", ["venue", "company", "source", "signatory"])
def test_a_draft_that_changed_meanwhile_is_not_published(change):
    round = draft_round()
    shown = look_ahead([round], by=None, today=TODAY)
    agreement = round.agreements.first()
    if change == "venue":
        round.venue = "시청"
        round.save()
    elif change == "company":
        agreement.company = make_company(published=False)
        agreement.save()
    elif change == "source":
        round.sources.add(make_source())
    else:
        agreement.signatories.create(name="김하나", title="대표")

    gate = publish_as_shown([round], by=None, reason="", today=TODAY, fingerprint=shown.fingerprint)

    assert gate.edition is None
    assert gate.fingerprint != shown.fingerprint
    assert not SigningRound.objects.get().is_public()


def test_a_register_that_changed_meanwhile_is_shown_again():
    round = draft_round()
    shown = look_ahead([round], by=None, today=TODAY)
    make_statement(figures=[("agreements", 100)])

    gate = publish_as_shown([round], by=None, reason="", today=TODAY, fingerprint=shown.fingerprint)

    assert gate.edition is None


@pytest.mark.parametrize(("days", "blocked"), [(-1, False), (0, False), (1, True)])
def test_a_round_still_to_be_signed_is_blocked(days, blocked):
    round = draft_round(signed_on=TODAY + datetime.timedelta(days=days))

    gate = look_ahead([round], by=None, today=TODAY)

    assert bool(gate.blockers) == blocked


def test_a_round_without_source_is_blocked():
    round = draft_round()
    round.sources.clear()

    gate = look_ahead([round], by=None, today=TODAY)

    assert gate.blockers == ["Name at least one source, then publish."]
    assert gate.headlines[TODAY][1] is None
    assert publish_as_shown([round], by=None, reason="", today=TODAY, fingerprint=gate.fingerprint).edition is None


def test_a_complete_round_has_no_warning():
    round = draft_round(stated_count=3)
    for agreement in round.agreements.all():
        agreement.signatories.create(name="김하나", title="대표")

    assert look_ahead([round], by=None, today=TODAY).warnings == []


def test_counts_that_do_not_agree_are_warned_of():
    round = draft_round(stated_count=4)
    round.agreements.last().delete()

    found = texts(look_ahead([round], by=None, today=TODAY))

    assert "4 agreements were stated, but 2 are listed." in found
    assert "1~3 are 3 numbers, but 2 agreements are listed." in found
    assert "2 agreements have no signatory." in found


@pytest.mark.parametrize(("numbers", "gap"), [((1, 2), False), ((2, 3), True)])
def test_a_gap_before_the_numbers_is_warned_of(numbers, gap):
    make_round(numbers=(10, 12))
    round = make_round(numbers=tuple(number + 12 for number in numbers), published=False)

    found = texts(look_ahead([round], by=None, today=TODAY))

    assert ("No published round holds the numbers 13 to 13." in found) == gap


def test_a_gap_after_the_numbers_is_warned_of():
    make_round(numbers=(10, 12))
    round = make_round(numbers=(5, 8), published=False)

    assert "No published round holds the numbers 9 to 9." in texts(look_ahead([round], by=None, today=TODAY))


@pytest.mark.parametrize(("days", "warned"), [(-1, True), (0, False), (1, False)])
def test_numbers_against_the_order_of_days_are_warned_of(days, warned):
    make_round(numbers=(1, 2))
    round = make_round(numbers=(3, 4), signed_on=DAY + datetime.timedelta(days=days), published=False)

    found = texts(look_ahead([round], by=None, today=TODAY))

    assert ("Numbers 3~4 and 1~2 were not signed in the order of the days." in found) == warned


def test_a_statement_that_no_longer_reconciles_is_warned_of_and_an_old_difference_is_not():
    make_round(numbers=(1, 5), signed_on=DAY - datetime.timedelta(days=9))
    statement = make_statement(figures=[("agreements", 5)])
    make_statement(figures=[("agreements", 70)], as_of=DAY - datetime.timedelta(days=30))
    round = make_round(numbers=(6, 9), signed_on=DAY - datetime.timedelta(days=1), published=False)

    found = texts(look_ahead([round], by=None, today=TODAY))

    assert [text for text in found if str(statement) in text] == [
        f"{statement}: agreements 5 was stated, but the register gives 9."
    ]
    assert sum("was stated" in text for text in found) == 1


def test_a_likely_duplicate_is_warned_of():
    known = make_company(name="무지개소프트")
    round = make_round(numbers=(1, 1), companies=[make_company(published=False, name="무지개")], published=False)

    found = texts(look_ahead([round], by=None, today=TODAY))

    assert f"무지개 may be the same company as {known}." in found


def test_a_round_and_its_statement_are_one_edition():
    round, statement = draft_round(), make_statement(published=False)
    shown = look_ahead([round, statement], by=None, today=TODAY)

    publish_as_shown([round, statement], by=None, reason="", today=TODAY, fingerprint=shown.fingerprint)

    statement.refresh_from_db()
    assert Edition.objects.count() == 1
    assert statement.is_public()
