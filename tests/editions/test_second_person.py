import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from agreements.models import SigningRound
from agreements.services import publish_round, publish_statement, withdraw_round
from companies.services import publish_company
from tests.factories import make_company, make_round, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _second_person_needed(settings):
    settings.PUBLISH_NEEDS_SECOND_PERSON = True


@pytest.fixture
def author():
    return User.objects.create_user("author", password="a-long-password")


@pytest.fixture
def second():
    return User.objects.create_user("second", password="a-long-password")


def written_by(user, record):
    record._history_user = user
    record.save()
    return record


def test_the_author_cannot_publish(author, second):
    round = written_by(author, make_round(published=False))

    with pytest.raises(ValidationError):
        publish_round(round=round, by=author)
    assert not SigningRound.objects.get().is_public()

    publish_round(round=round, by=second)
    assert SigningRound.objects.get().is_public()


def test_who_wrote_one_row_is_an_author(author, second):
    round = written_by(second, make_round(companies=[make_company()], published=False))
    written_by(author, round.agreements.get())

    with pytest.raises(ValidationError):
        publish_round(round=round, by=author)


def test_who_wrote_a_draft_company_of_the_round_is_an_author(author):
    company = written_by(author, make_company(published=False))
    round = make_round(companies=[company], published=False)

    with pytest.raises(ValidationError):
        publish_round(round=round, by=author)


def test_who_wrote_what_is_already_public_is_no_author(author):
    round = written_by(author, make_round(companies=[make_company()], published=False))
    publish_round(round=round, by=None)

    withdraw_round(round=round, by=author, reason="잘못 공개함")
    publish_round(round=round, by=author)

    assert SigningRound.objects.get().is_public()


def test_statements_and_companies_need_a_second_person_too(author):
    with pytest.raises(ValidationError):
        publish_statement(statement=written_by(author, make_statement(published=False)), by=author)
    with pytest.raises(ValidationError):
        publish_company(company=written_by(author, make_company(published=False)), by=author)


def test_switched_off_the_author_publishes(author, settings):
    settings.PUBLISH_NEEDS_SECOND_PERSON = False
    round = written_by(author, make_round(published=False))

    assert publish_round(round=round, by=author).is_public()
