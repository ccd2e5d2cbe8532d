"""What a reader does on the public pages."""


def test_the_dashboard_answers_for_the_day_chosen(served, page):
    page.goto(served.url)

    page.locator("#as-of").fill("2022-03-23")
    page.get_by_role("button", name="보기").click()

    heading = page.get_by_role("heading", level=1)
    assert "135개 중 94개사 (69.6%)" in heading.inner_text().replace("\n", " ")
    assert "145건" in page.get_by_role("region", name="등록부 집계").inner_text()


def test_a_mark_of_the_chart_is_reached_by_keyboard_and_leads_to_its_statement(served, page):
    page.goto(served.url + "/en/statements/")
    mark = page.get_by_role("link", name="21 October 2021: agreements 121. 1 fewer than the register gives.")

    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    assert mark.locator(".target").evaluate("target => getComputedStyle(target).strokeWidth") == "4px"
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/*/")
    assert "111" in page.get_by_role("table", name="How the register comes to its number").inner_text()


def test_a_company_is_found_by_part_of_its_name(served, page):
    page.goto(served.url + "/companies/")

    page.get_by_role("searchbox").fill("렉스")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="렉스소프트", exact=True).click()

    assert page.get_by_role("heading", level=1).inner_text().startswith("렉스소프트")
    assert "원성호" in page.get_by_role("main").inner_text()
