import pytest
from django.core.exceptions import ValidationError

from agreements.models import Agreement, Attendee, Commitment, Signatory
from agreements.services import (
    fill_numbers,
    publish_round,
    publish_statement,
    withdraw_round,
    withdraw_statement,
)
from editions.models import Edition
from editions.services import edition
from tests.factories import make_company, make_place, make_round, make_source, make_statement

pytestmark = pytest.mark.django_db


def test_publish_round_with_drafts_publishes_all_in_one_edition():
    company = make_company(published=False)
    company.aliases.create(name="다른이름", kind="trade")
    round = make_round(companies=[company], published=False)

    publish_round(round=round, by=None, reason="첫 공개")

    company.refresh_from_db()
    edition = Edition.objects.get()
    assert (edition.kind, edition.reason) == ("publish", "첫 공개")
    assert all(record.is_public() for record in (round, company, round.sources.get()))
    assert company.aliases.get().history.latest().edition_from == edition.number


def test_publish_round_stamps_every_row_with_the_edition():
    round = make_round(companies=[make_company(published=False)], published=False)
    Signatory.objects.create(agreement=round.agreements.get(), name="이완완")
    Attendee.objects.create(round=round, name="김광주")
    commitment = Commitment.objects.create(round=round, text_ko="협력한다")
    commitment.evidence.add(make_source())

    publish_round(round=round, by=None)

    for model in (Agreement, Signatory, Attendee, Commitment):
        assert model.history.latest().edition_from == 1
    assert commitment.evidence.get().is_public()


def test_publish_round_without_source_is_refused():
    round = make_round(published=False)
    round.sources.clear()

    with pytest.raises(ValidationError):
        publish_round(round=round, by=None)

    assert not Edition.objects.exists()


def test_publish_round_already_published_is_refused():
    round = make_round()

    with pytest.raises(ValidationError):
        publish_round(round=round, by=None)

    assert Edition.objects.count() == 1


def test_withdraw_round_takes_back_companies_that_nothing_keeps_public():
    kept, placed, alone = make_company(), make_place().company, make_company()
    make_round(numbers=(1, 1), companies=[kept])
    round = make_round(companies=[kept, placed, alone])

    withdraw_round(round=round, by=None, reason="잘못 공개함")

    for company in (kept, placed, alone):
        company.refresh_from_db()
    assert [company.is_public() for company in (kept, placed, alone)] == [True, True, False]
    assert Edition.objects.first().kind == "withdraw"
    assert not Agreement.history.filter(round_id=round.pk, edition_from__isnull=False, edition_until=None).exists()


def test_withdraw_round_without_reason_is_refused():
    round = make_round()

    with pytest.raises(ValidationError):
        withdraw_round(round=round, by=None, reason=" ")

    round.refresh_from_db()
    assert round.is_public()


def test_withdraw_round_still_a_draft_is_refused():
    round = make_round(published=False)

    with pytest.raises(ValidationError):
        withdraw_round(round=round, by=None, reason="이유")


def test_publish_statement_publishes_its_numbers_and_sources():
    statement = make_statement(published=False)

    publish_statement(statement=statement, by=None)

    assert statement.sources.get().is_public()
    assert statement.figures.get().history.latest().edition_from == 1


def test_withdraw_statement_closes_its_numbers():
    statement = make_statement()

    withdraw_statement(statement=statement, by=None, reason="다른 날의 발언")

    first = statement.figures.get().history.filter(edition_from=1).get()
    assert (statement.status, first.edition_until) == ("draft", 2)


def test_publish_statement_without_source_is_refused():
    statement = make_statement(published=False)
    statement.sources.clear()

    with pytest.raises(ValidationError):
        publish_statement(statement=statement, by=None)


def test_fill_numbers_in_a_draft_makes_no_edition():
    companies = [make_company(published=False) for _ in range(3)]
    round = make_round(numbers=(7, 9), companies=companies, published=False)

    fill_numbers(round=round, by=None)

    assert [row.number for row in round.agreements.all()] == [7, 8, 9]
    assert not Edition.objects.exists()


def test_fill_numbers_after_a_new_order_renumbers_as_one_correction():
    round = make_round(numbers=(7, 8), companies=[make_company(published=False) for _ in range(2)], published=False)
    fill_numbers(round=round, by=None)
    first = round.agreements.first()
    first.order = 3
    first.save()
    publish_round(round=round, by=None)

    fill_numbers(round=round, by=None)

    assert list(round.agreements.values_list("order", "number")) == [(2, 7), (3, 8)]
    assert list(Edition.objects.values_list("number", "kind")) == [(2, "correct"), (1, "publish")]


def test_fill_numbers_where_all_stand_makes_no_edition():
    round = make_round(numbers=(7, 7), companies=[make_company()])
    fill_numbers(round=round, by=None)
    before = Edition.objects.count()

    fill_numbers(round=round, by=None)

    assert Edition.objects.count() == before


@pytest.mark.parametrize(
    "overrides", [{"numbers": (7, 9)}, {"numbers": None}, {"numbers": (7, 8), "number_basis": "deduced"}]
)
def test_fill_numbers_without_a_number_for_each_is_refused(overrides):
    round = make_round(companies=[make_company(), make_company()], **overrides)

    with pytest.raises(ValidationError):
        fill_numbers(round=round, by=None)


def test_address_of_a_draft_follows_its_numbers_until_it_is_public():
    round = make_round(numbers=(372, 373), companies=[make_company()], published=False)
    round.last_number = 380
    round.save()

    publish_round(round=round, by=None)

    assert round.slug == "372-380"


def test_address_that_was_public_once_never_changes():
    round = make_round(numbers=(372, 373), companies=[make_company()])
    withdraw_round(round=round, by=None, reason="잘못 공개함")
    round.last_number = 380
    round.save()

    publish_round(round=round, by=None)

    assert round.slug == "372-373"


def test_who_signed_as_head_becomes_the_representative_where_none_is_known():
    known, unknown, deputy = make_company(), make_company(), make_company()
    with edition(by=None, kind=Edition.Kind.RECORD):
        known.representatives.create(name="김하나", title="대표")
    round = make_round(companies=[known, unknown, deputy], published=False)
    signers = [("이두리", "대표이사"), ("이두리", "대표이사"), ("박세리", "부사장")]
    for agreement, (name, title) in zip(round.agreements.all(), signers, strict=True):
        agreement.signatories.create(name=name, title=title)

    publish_round(round=round, by=None)

    heads = [[str(head) for head in company.representatives.all()] for company in (known, unknown, deputy)]
    assert heads == [["김하나 대표"], ["이두리 대표이사"], []]
    assert list(unknown.representatives.get().sources.all()) == list(round.sources.all())
