"""The frame of every page in a real browser: the menu without any script, and what the browser has to say of it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

SITE_PAGES = ["/about/", "/privacy/", "/copyright/", "/en/about/", "/en/privacy/", "/en/copyright/"]


@pytest.fixture
def phone(served, quiet_page):
    quiet_page.set_viewport_size({"width": 360, "height": 740})
    quiet_page.goto(served.url + "/rounds/136-145/")
    return quiet_page


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(phone):
    button = phone.get_by_role("button", name="메뉴")
    menu = phone.get_by_role("navigation", name="주 메뉴")

    assert not menu.is_visible()
    button.focus()
    phone.keyboard.press("Enter")
    assert menu.is_visible()
    assert menu.get_by_role("link", name="협약").get_attribute("aria-current") == "true"
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.innerText") == "닫기"
    phone.keyboard.press("Escape")

    assert not menu.is_visible()
    assert phone.evaluate("document.activeElement.innerText") == "메뉴"


def test_the_open_menu_leads_on_and_is_accessible(phone):
    phone.get_by_role("button", name="메뉴").click()

    assert Axe().run(phone).response["violations"] == []
    phone.get_by_role("navigation", name="주 메뉴").get_by_role("link", name="지표").click()
    phone.wait_for_url("**/figures/")
    assert phone.complaints == []


def test_the_menu_of_a_desk_is_a_bar(served, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(served.url)

    assert page.get_by_role("navigation", name="주 메뉴").is_visible()
    assert not page.get_by_role("button", name="메뉴").is_visible()


def test_the_first_tab_and_enter_lead_past_the_menu(served, page):
    page.goto(served.url)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_a_company_is_found_from_any_page(served, page):
    page.goto(served.url + "/about/?as_of=2022-03-23")

    page.get_by_role("searchbox").fill("렉스")
    page.keyboard.press("Enter")

    page.wait_for_url("**/companies/?q=*as_of=2022-03-23")
    assert page.get_by_role("link", name="렉스소프트", exact=True).is_visible()


@pytest.mark.parametrize(
    "seen", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"contrast": "more"}, {"forced_colors": "active"}]
)
def test_the_pages_of_the_site_are_accessible_however_they_are_seen(served, quiet_page, seen):
    quiet_page.emulate_media(**seen)
    faults = []

    for address in SITE_PAGES:
        quiet_page.goto(served.url + address)
        found = Axe().run(quiet_page).response["violations"]
        faults += [(address, rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]

    assert faults == []
    assert quiet_page.complaints == []


def test_paper_holds_the_page_and_not_the_ways_around_it(served, page):
    page.goto(served.url + "/about/")
    page.emulate_media(media="print")

    hidden = [".menu", ".find", ".breadcrumb", ".footer nav"]
    assert [selector for selector in hidden if page.locator(selector).is_visible()] == []
    assert re.search(r"as_of=[\d-]+&edition=\d+$", page.locator(".on-paper").inner_text())
