"""A page costs the same number of queries however many rows it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editions.models import Edition
from editions.services import edition
from tests.factories import make_company, make_place, make_point, make_round

pytestmark = pytest.mark.usefixtures("register")


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("many", "few", "limit"),
    [
        ("/companies/", "/companies/?as_of=2020-03-01", 18),
        ("/en/companies/?q=ㅅ", "/en/companies/?q=렉스", 24),
        ("/", "/?as_of=2020-12-31", 32),
        ("/companies/?q=dh", "/companies/?q=fprtm", 24),
        ("/companies/?q=없는이름&kind=company", "/companies/?q=렉수소프트&kind=company", 24),
        ("/rounds/", "/rounds/?as_of=2020-03-01", 8),
        ("/commitments/", "/commitments/?as_of=2020-03-01", 21),
        ("/companies/places/", "/companies/places/?as_of=2020-06-01", 10),
        ("/data/", "/data/?as_of=2020-12-31", 28),
        ("/statements/", "/statements/?as_of=2020-12-31", 16),
        ("/en/rounds/175-182/", "/en/rounds/136-145/", 16),
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(client, many, few, limit):
    most, least = queries(client, many), queries(client, few)

    assert least <= most <= limit
    assert most - least <= 1


def test_a_company_costs_the_same_however_much_is_known_of_it(client):
    one, many = make_company(), make_company()
    for company, times in ((one, 1), (many, 3)):
        for serial in range(times):
            number = 1000 + 10 * company.pk + serial
            signing = make_round(numbers=(number, number), companies=[company])
            with edition(by=None, kind=Edition.Kind.CORRECT):
                signing.agreements.get().signatories.create(name="김대표", title="대표이사")
                company.representatives.create(name="김대표", order=serial)
                company.aliases.create(name=f"이름{number}", kind="former")
            make_point(round=signing)
            make_place(company=company)

    counts = [queries(client, f"/en/companies/{company.pk}/") for company in (one, many)]

    assert counts[0] == counts[1] <= 18
