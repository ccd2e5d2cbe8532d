"""The pages of a company and of a round, rich and poor: narrow, and on paper."""

import pytest

PAGES = [
    "/companies/79/",  # two places, both closed
    "/companies/48/",  # a plan
    "/companies/11/",  # nothing but a name
    "/rounds/136-145/",
    "/rounds/74-79/",  # without a day
    "/rounds/2021-12-16/",  # without names
]
BOTH_LANGUAGES = [prefix + path for prefix in ("", "/en") for path in PAGES]


def test_no_record_scrolls_sideways_on_the_narrowest_screen(served, page):
    page.set_viewport_size({"width": 320, "height": 700})

    for path in BOTH_LANGUAGES:
        page.goto(served.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize("path", BOTH_LANGUAGES)
def test_on_paper_a_record_says_its_day_and_every_source_and_leads_nowhere(served, page, path):
    page.goto(served.url + path)
    page.emulate_media(media="print")

    assert page.locator(".print-line").is_visible()
    assert page.locator("main nav:visible, .this-page:visible").count() == 0
    assert page.locator("main details:visible").count() == 0  # nothing is folded away
    addresses = page.locator("#sources + .sources a:not(.address)").evaluate_all(
        "links => links.map(link => [link.getAttribute('href'), getComputedStyle(link, '::after').content])"
    )
    assert addresses
    assert [href for href, printed in addresses if href not in printed] == []


def test_a_round_is_a_table_on_paper_and_cards_on_a_phone(served, page):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(served.url + "/rounds/136-145/")
    row = page.locator(".parties tbody tr").first

    assert row.evaluate("row => getComputedStyle(row).display") == "flex"
    page.emulate_media(media="print")
    assert row.evaluate("row => getComputedStyle(row).display") == "table-row"
