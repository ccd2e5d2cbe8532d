"""What a reader does on the public pages."""

import re

import pytest

MEASURED = """found => found.map(text => {
    const box = text.getBoundingClientRect(), size = parseFloat(getComputedStyle(text).fontSize)
    return {words: text.textContent, left: box.left, right: box.right, size: size * text.getScreenCTM().a}
})"""


def test_the_dashboard_answers_for_the_day_chosen(served, page):
    page.goto(served.url)

    page.get_by_text("다른 날짜 보기").click()
    page.get_by_label("오늘까지의 날짜 직접 고르기").fill("2022-03-23")
    page.get_by_role("button", name="보기").click()

    heading = page.get_by_role("heading", level=1)
    assert heading.inner_text().endswith("135개 중 94개사가 광주에 문을 열었습니다 (69.6%)")
    assert "145건" in page.get_by_role("region", name="등록부 집계").inner_text()


def test_a_mark_of_the_chart_is_reached_by_keyboard_and_leads_to_its_statement(served, page):
    page.goto(served.url + "/en/statements/?as_of=2026-01-16&edition=1")
    name = "26 March 2024: agreements 182. The register gives the same number."
    mark = page.get_by_role("link", name=name, exact=True)  # alone, and not one of a group

    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    assert mark.locator(".target").evaluate("target => getComputedStyle(target).strokeWidth") == "4px"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/statements/\d+/"))
    lines = page.get_by_role("table", name="How the register comes to its number")
    assert "Agreements nos. 175~182" in lines.inner_text()


def test_a_company_is_found_by_part_of_its_name(served, page):
    page.goto(served.url + "/companies/")

    page.get_by_role("searchbox").fill("렉스")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="렉스소프트", exact=True).click()

    assert page.get_by_role("heading", level=1).inner_text().startswith("렉스소프트")
    assert "원성호" in page.get_by_role("main").inner_text()


@pytest.mark.parametrize(("width", "shape"), [(360, "narrow"), (1280, "wide")])
@pytest.mark.parametrize("query", ["", "?as_of=2022-03-23", "?as_of=2024-07-04", "?as_of=2019-10-01"])
def test_the_chart_is_whole_and_its_words_can_be_read(served, page, width, shape, query):
    page.set_viewport_size({"width": width, "height": 800})
    for language in ("/", "/en/"):
        page.goto(served.url + language + query)
        chart = page.locator(f"svg.chart--{shape}")
        words = chart.locator("text").evaluate_all(MEASURED)

        assert chart.is_visible()
        assert words
        for word in words:
            assert word["size"] >= 13, word
            assert word["left"] >= 0, word
            assert word["right"] <= width, word


def test_the_day_is_chosen_by_keyboard_alone(served, page):
    page.goto(served.url + "/?as_of=2022-03-23")

    page.locator(".as-of summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url(served.url + "/")


def test_the_overview_prints_on_two_pages(served, page):
    for address in ("/", "/en/", "/?as_of=2022-03-23"):
        page.goto(served.url + address)
        printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "14mm"))

        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2, address
