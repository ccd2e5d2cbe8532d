import pytest
from django.http import QueryDict
from django.urls import reverse, set_script_prefix
from django.utils import translation

from common.addresses import address_of
from common.parameters import changed


@pytest.fixture
def below_a_folder():
    set_script_prefix("/register/")
    yield
    set_script_prefix("/")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("view", "key"),
    [("companies:company-detail", 12), ("agreements:round-detail", "136-145"), ("figures:figure-detail", "agreements")],
)
def test_the_address_of_a_row_is_the_one_that_its_view_has(view, key, language):
    with translation.override(language):
        assert address_of(view, key) == reverse(view, args=[key])


def test_it_follows_the_folder_that_the_site_is_served_from(below_a_folder):
    assert address_of("companies:company-detail", 12) == "/register/companies/12/"


@pytest.mark.parametrize(
    ("query", "changes", "address"),
    [
        ("", {}, ""),
        ("q=a", {"q": None}, ""),
        ("q=a&page=2", {"page": None}, "?q=a"),
        ("q=a&sort=name", {"q": "ㄱ ㄴ&"}, "?sort=name&q=%E3%84%B1+%E3%84%B4%26"),
        ("q=a", {"edition": 3}, "?q=a&edition=3"),
        ("q=", {}, "?q="),
    ],
)
def test_what_is_changed_stands_last_and_what_is_empty_is_dropped(query, changes, address):
    assert changed(QueryDict(query), **changes) == address
