"""What was public once does not vanish in silence: its address says when and why, and leads to what it showed."""

import pytest

from agreements.services import publish_round, withdraw_round
from companies.services import withdraw_company
from editions.services import latest_number
from tests.factories import make_company, make_round
from tests.pages.addresses import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def withdrawn(db):
    signing = make_round()
    withdraw_round(round=signing, by=None, reason="다른 도시의 협약")
    return signing


def test_a_withdrawn_round_says_so_with_its_reason(client, withdrawn):
    page = client.get("/rounds/136-145/")

    assert page.status_code == 410
    assert "제2판" in text_of(page)
    assert "다른 도시의 협약" in text_of(page)
    assert 'href="/rounds/136-145/?edition=1"' in page.content.decode()


def test_a_withdrawn_company_says_so(client):
    company = make_company()
    withdraw_company(company=company, by=None, reason="잘못 등록")

    assert client.get(f"/en/companies/{company.pk}/").status_code == 410


def test_the_edition_before_still_shows_it_and_the_one_of_the_withdrawal_does_not(client, withdrawn):
    statuses = [client.get("/rounds/136-145/", {"edition": number}).status_code for number in (1, 2)]

    assert statuses == [200, 410]


def test_a_round_published_again_is_shown(client, withdrawn):
    publish_round(round=withdrawn, by=None, reason="맞는 협약")

    assert client.get("/rounds/136-145/").status_code == 200


def test_a_draft_was_never_public(client):
    signing = make_round(published=False)
    make_company()

    assert latest_number() == 1
    assert client.get(signing.get_absolute_url()).status_code == 404
