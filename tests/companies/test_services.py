import pytest
from django.core.exceptions import ValidationError

from companies.models import Establishment, Representative
from companies.services import publish_company, withdraw_company
from editions.models import Edition
from tests.factories import DAY, make_company, make_round, make_source

pytestmark = pytest.mark.django_db


def test_publish_company_with_rows_is_one_edition():
    company = make_company(published=False)
    head = Representative.objects.create(company=company, name="이완완", title="대표이사")
    head.sources.add(make_source())
    place = Establishment.objects.create(company=company, opened_on=DAY)

    publish_company(company=company, by=None)

    assert Edition.objects.count() == 1
    assert head.history.latest().edition_from == place.history.latest().edition_from == 1
    assert head.sources.get().is_public()


def test_publish_company_already_published_is_refused():
    company = make_company()

    with pytest.raises(ValidationError):
        publish_company(company=company, by=None)


def test_withdraw_company_closes_its_history():
    company = make_company()

    withdraw_company(company=company, by=None, reason="다른 기업과 같은 기업")

    assert company.history.filter(edition_from=1, edition_until=2).exists()
    assert not company.history.filter(edition_from__isnull=False, edition_until=None).exists()


def test_withdraw_company_of_a_published_round_is_refused():
    company = make_company()
    make_round(companies=[company])

    with pytest.raises(ValidationError):
        withdraw_company(company=company, by=None, reason="이유")


def test_withdraw_company_without_reason_is_refused():
    with pytest.raises(ValidationError):
        withdraw_company(company=make_company(), by=None, reason="")
