"""What takes long shows how far it is, and ends with the answer."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

# Enough rows to pass a moment on any machine.
ROWS = "name,kind\r\n" + "".join(f"자리기업{number},company\r\n" for number in range(1000))


def test_a_large_file_shows_how_far_it_is_and_is_saved(served, staff_page):
    staff_page.goto(served.url + "/admin/companies/company/import/")
    file = {"name": "rows.csv", "mimeType": "text/csv", "buffer": ROWS.encode()}
    staff_page.locator("[type=file]").set_input_files(file)
    staff_page.get_by_role("button", name="바뀌는 내용 보기").click()
    staff_page.get_by_role("button", name=re.compile("저장")).click(no_wait_after=True)

    expect(staff_page.locator(".at-work-state").last).to_contain_text(
        re.compile("1,000행 가운데 [0-9]+행"), timeout=60_000
    )
    expect(staff_page.locator(".at-work-state:visible")).to_have_count(1)
    assert Axe().run(staff_page).response["violations"] == []
    staff_page.wait_for_url("**/admin/companies/company/", timeout=120_000)
    expect(staff_page.locator(".messagelist")).to_contain_text("1,000")


def test_who_leaves_while_it_is_saved_saves_nothing(served, staff_page):
    staff_page.goto(served.url + "/admin/companies/company/import/")
    rows = ROWS.replace("자리기업", "떠난기업")
    file = {"name": "rows.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    staff_page.locator("[type=file]").set_input_files(file)
    staff_page.get_by_role("button", name="바뀌는 내용 보기").click()
    staff_page.get_by_role("button", name=re.compile("저장")).click(no_wait_after=True)
    expect(staff_page.locator(".at-work-state").last).to_contain_text("행을 저장했습니다", timeout=60_000)

    other_page = staff_page.context.new_page()
    staff_page.close()
    other_page.goto(served.url + "/admin/companies/company/?q=떠난기업")

    assert other_page.locator("#result_list tbody tr").count() == 0
