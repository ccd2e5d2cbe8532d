import pytest

from gwangju_ai.language import other_language


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", ("en", "/en/")),
        ("/en/", ("ko", "/")),
        ("/en", ("ko", "/")),
        ("/companies/", ("en", "/en/companies/")),
        ("/en/companies/", ("ko", "/companies/")),
        ("/english/", ("en", "/en/english/")),
        ("/en//elsewhere.example/", ("ko", "/elsewhere.example/")),
        ("//elsewhere.example/", ("en", "/en//elsewhere.example/")),
    ],
)
def test_the_other_language_is_the_same_page_of_this_site(path, expected):
    assert other_language(path) == expected


def test_the_query_is_kept():
    assert other_language("/companies/", "q=a") == ("en", "/en/companies/?q=a")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en//elsewhere.example/", "/en///elsewhere.example/"])
def test_no_page_links_to_another_site_by_its_address(client, path):
    page = client.get(path)

    assert page.status_code == 404
    assert 'href="//' not in page.content.decode()
