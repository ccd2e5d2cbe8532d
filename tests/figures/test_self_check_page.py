"""/about/self-check/: what is checked, and what came of it."""

import pytest

from figures.models import SelfCheck
from tests.factories import make_company

pytestmark = pytest.mark.django_db
PAGE = "/en/about/self-check/"


def keep(**overrides):
    values = {"edition": 1, "trigger": "publication", "figures": 28, "days": 3, "compared": 150, "seconds": 0.5}
    return SelfCheck.objects.create(**values | overrides)


def test_before_the_first_check_it_says_so(client):
    page = client.get(PAGE).content.decode()

    assert "No check has been made yet." in page
    assert "It cannot find a fact that is missing" in page


def test_the_last_result_and_the_last_ten(client):
    make_company()
    keep(compared=4242, trigger="command", days=281)
    for _time in range(10):
        keep()

    page = client.get(PAGE)

    assert page.context["latest"].compared == 150
    assert page.context["whole"].compared == 4242
    assert len(page.context["checks"]) == 10
    assert "150 values of 28 figures on 3 days" in page.content.decode()


def test_differences_are_shown_with_both_values_and_lead_to_the_figure(client):
    make_company()
    rows = [
        {"figure": "agreements", "part": "", "day": "2022-03-23", "first": "146", "second": "145"},
        {"figure": "of_old", "part": "office", "day": "2022-03-24", "first": "1", "second": "–"},
    ]
    keep(differences=rows)

    page = client.get(PAGE).content.decode()

    assert "2 differences" in page
    assert 'href="/en/figures/agreements/?as_of=2022-03-23"' in page
    assert all(text in page for text in ("146", "145", "of_old", "(office)"))


def test_a_past_edition_shows_what_was_checked_by_then(client):
    make_company()
    make_company()
    keep(edition=1, compared=111)
    keep(edition=2, compared=222)

    assert client.get(PAGE).context["latest"].compared == 222
    assert client.get(f"{PAGE}?edition=1").context["latest"].compared == 111


def test_unknown_parameters_are_refused(client):
    assert client.get(f"{PAGE}?q=1").status_code == 400


def test_about_and_the_footer_lead_there(client):
    assert client.get("/en/about/").content.decode().count('href="/en/about/self-check/"') == 2


def test_the_page_costs_few_queries(client, django_assert_max_num_queries):
    make_company()
    for _time in range(12):
        keep()

    with django_assert_max_num_queries(8):
        client.get(PAGE)
