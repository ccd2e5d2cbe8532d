import pytest

from agreements.services import withdraw_round
from editions.models import Edition
from tests.factories import make_round

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/editions/", "/en/editions/"])
def test_the_public_reads_when_and_why_the_register_changed(client, address):
    round = make_round()
    withdraw_round(round=round, by=None, reason="체결일 오기")

    page = client.get(address)

    assert page.status_code == 200
    assert [edition.number for edition in page.context["page"].object_list] == [2, 1]
    assert "체결일 오기" in page.content.decode()


def test_a_draft_is_no_edition(client):
    make_round(published=False)

    assert client.get("/editions/").context["count"] == 0


@pytest.mark.parametrize(("query", "status"), [("page=1", 200), ("page=2", 404), ("page=x", 400), ("sort=number", 400)])
def test_parameters_are_strict(client, query, status):
    Edition.objects.create(number=1, kind="publish")

    assert client.get(f"/editions/?{query}").status_code == status
