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
        ("/en/companies/", "/en/companies/?q=렉스", 10),
        ("/rounds/", "/rounds/?as_of=2020-03-01", 8),
        ("/commitments/", "/commitments/?as_of=2020-03-01", 21),
        ("/companies/places/", "/companies/places/?as_of=2020-06-01", 10),
        ("/statements/", "/statements/?as_of=2020-12-31", 16),
        ("/en/rounds/175-182/", "/en/rounds/136-145/", 16),
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(client, many, few, limit):
    most, least = queries(client, many), queries(client, few)

    assert least <= most <= limit
    assert most - least <= 1
