import pytest


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/en/", "/?as_of=2022-03-23", "/statements/", "/companies/", "/rounds/", "/about/"]
)
def test_pages_of_an_empty_register_can_be_read(client, address):
    assert client.get(address).status_code == 200
