"""A page costs the same number of queries however many rows it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.usefixtures("register")


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("many", "few", "limit"),
    [
        ("/companies/", "/companies/?as_of=2020-03-01", 10),
        ("/en/companies/?q=ㅅ", "/en/companies/?q=렉스", 12),
        ("/companies/?q=dh", "/companies/?q=fprtm", 13),
        ("/companies/?q=없는이름&kind=company", "/companies/?q=렉수소프트&kind=company", 13),
        ("/rounds/", "/rounds/?as_of=2020-03-01", 8),
        ("/en/rounds/175-182/", "/en/rounds/136-145/", 16),
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(client, many, few, limit):
    most, least = queries(client, many), queries(client, few)

    assert least <= most <= limit
    assert most - least <= 1
