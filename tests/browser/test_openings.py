"""A member of staff records that a company opened in the city, and later that it closed; the public number follows."""

from tests.browser.conftest import press
from tests.browser.test_staff import figures

FIRM = "오든"
SOURCE = "https://example.org/opening"


def established(served):
    return figures(served)["figures"]["established"]["value"]


def open_company(page, served):
    page.goto(f"{served.url}/admin/companies/company/?q={FIRM}")
    page.get_by_role("link", name=FIRM, exact=True).click()


def record(page, event, day, **typed):
    page.locator("a[href$='/place/']").click()
    page.locator(f"[name=event][value={event}]").check()
    page.locator("[name=day]").fill(day)
    for name, text in typed.items():
        page.locator(f"[name={name}]").fill(text)
    press(page.locator("form [type=submit].default"))


def on_dashboard(page, served):
    page.goto(served.url + "/")
    return page.get_by_role("main").inner_text()


def test_opening_and_closing_move_the_established_number(served, staff_page):
    before = established(served)

    open_company(staff_page, served)
    record(staff_page, "opened", "2026-02-02", name="오든 광주센터", url=SOURCE, title="오든 광주센터 개소")
    staff_page.locator(".messagelist a").click()
    assert "오든 광주센터" in staff_page.get_by_role("main").inner_text()
    assert established(served) == before + 1
    assert str(before + 1) in on_dashboard(staff_page, served)

    open_company(staff_page, served)
    record(staff_page, "closed", "2026-03-02", url=SOURCE)

    assert established(served) == before
    assert str(before) in on_dashboard(staff_page, served)
    assert [text for text in staff_page.complaints if "Security Policy" in text or "Error" in text] == []


def test_form_shows_what_the_event_needs_and_keeps_what_was_typed(served, staff_page):
    open_company(staff_page, served)
    staff_page.locator("a[href$='/place/']").click()
    announced, new_name = staff_page.locator("[name=announced]"), staff_page.locator("[name=name]")

    staff_page.locator("[name=event][value=planned]").check()
    staff_page.locator("[name=place][value=new]").check()
    assert announced.is_visible()
    assert new_name.is_visible()
    staff_page.locator("[name=event][value=opened]").check()
    assert not announced.is_visible()

    new_name.fill("오든 둘째 센터")
    staff_page.locator("[name=day]").fill("2026-02-30")
    staff_page.keyboard.press("Enter")

    staff_page.locator(".field-day .errorlist").wait_for()
    assert new_name.input_value() == "오든 둘째 센터"
    assert staff_page.locator("[name=day]").input_value() == "2026-02-30"
