"""The directory as people use it: search first on a phone, facets beside the list on a desk."""

PHONE, DESK = {"width": 360, "height": 800}, {"width": 1280, "height": 900}


def test_on_a_phone_the_search_and_the_first_companies_come_before_the_facets_unfold(served, page):
    page.set_viewport_size(PHONE)
    page.goto(served.url + "/companies/")
    first = page.locator(".directory tbody tr").first

    assert page.get_by_role("searchbox").bounding_box()["y"] < first.bounding_box()["y"] < PHONE["height"] * 1.25
    assert not page.locator("#facet-kind").is_visible()

    page.locator(".facets > summary").click()

    assert page.locator("#facet-kind").is_visible()


def test_on_a_phone_a_company_takes_a_card_of_a_few_lines(served, page):
    page.set_viewport_size(PHONE)
    page.goto(served.url + "/companies/")
    heights = [row.bounding_box()["height"] for row in page.locator(".directory tbody tr").all()]

    assert sum(heights) / len(heights) < 110


def test_on_a_desk_the_facets_stand_beside_the_list_without_a_fold(served, page):
    page.set_viewport_size(DESK)
    page.goto(served.url + "/en/companies/")
    facets, table = page.locator("#facet-kind").bounding_box(), page.locator(".directory").bounding_box()

    assert not page.locator(".facets > summary").is_visible()
    assert facets["x"] + facets["width"] < table["x"]

    page.get_by_role("link", name="Place in the city: opened").click()
    page.wait_for_url("**/?status=open")
    page.get_by_label("Signed until").fill("2022-03-23")
    page.get_by_role("button", name="Apply").click()

    page.wait_for_url("**/?status=open*signed_before=2022-03-23")
    assert page.get_by_role("status").inner_text().endswith("17 companies and institutions")


def test_what_was_typed_on_the_other_keyboard_is_found_and_marked(served, page):
    page.goto(served.url + "/companies/")
    page.get_by_role("searchbox").fill("fprtm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=fprtm*")

    assert page.locator("mark").all_inner_texts() == ["렉스"]
    assert "fprtm" in page.locator(".guess").inner_text()
