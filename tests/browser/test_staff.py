"""A member of staff enters a round of ten and publishes it; the public sees it at the next request."""

import json
import re
from urllib.request import urlopen

from tests.browser.conftest import press

FIRMS = [
    "렉스소프트",
    "비투엔",
    "아이티아이즈",
    "오든",
    "웨인힐스벤처스",
    "이모라이브",
    "인디프로그",
    "체인브리지",
    "투디지트",
    "페어립에듀",
]


def figures(served):
    """What the API says, but for when it says it."""
    with urlopen(served.url + "/api/v1/figures/") as answer:
        said = json.load(answer)
    del said["generated_at"]
    return said


def choose(page, box, text):
    """Pick the entry `text` in an autocomplete box by typing, as staff do."""
    box.click()
    page.locator(".select2-search__field").last.fill(text)
    page.locator(".select2-results__option", has_text=re.compile(f"^{re.escape(text)}")).first.click()


def fill_in_round(page, served):
    page.goto(served.url + "/admin/agreements/signinground/add/")
    page.locator("[name=first_number]").fill("362")
    page.locator("[name=last_number]").fill("371")
    page.locator("[name=number_basis]").select_option("printed")
    page.locator("[name=signed_on]").fill("2026. 11. 20.")
    page.locator("[name=venue]").fill("시청 비즈니스룸")
    page.locator(".field-sources .select2-selection").click()
    page.keyboard.type("kwangju-1648044000")
    page.locator(".select2-results__option").first.click()
    for row, firm in enumerate(FIRMS):
        choose(page, page.locator(f"#agreements-{row} .field-company .select2-selection"), firm)
        page.locator(f"[name=agreements-{row}-signatories]").fill("홍길동 대표이사")


def test_a_round_of_ten_is_entered_published_and_seen(served, staff_page):
    before = figures(served)

    fill_in_round(staff_page, served)
    press(staff_page.get_by_role("button", name="저장하고 공개"))
    assert figures(served) == before, "a draft changes nothing"
    press(staff_page.get_by_role("button", name="공개", exact=True))

    after = figures(served)
    assert after["figures"]["agreements"]["value"] == before["figures"]["agreements"]["value"] + 10
    assert after["edition"] == before["edition"] + 1
    staff_page.goto(served.url + "/")
    assert "362~371번째 협약" in staff_page.get_by_role("main").inner_text()
    assert f"제{after['edition']}판" in staff_page.get_by_role("contentinfo").inner_text()
    staff_page.goto(served.url + "/companies/?q=오든")
    assert "2" in staff_page.get_by_role("table").inner_text()
    assert [text for text in staff_page.complaints if "Security Policy" in text or "Error" in text] == []


def test_a_refused_round_keeps_all_that_was_typed(served, staff_page):
    staff_page.goto(served.url + "/admin/agreements/signinground/add/")
    staff_page.locator("[name=first_number]").fill("140")
    staff_page.locator("[name=last_number]").fill("150")
    staff_page.locator("[name=number_basis]").select_option("printed")
    staff_page.locator("[name=signed_on]").fill("2026-02-30")
    staff_page.locator("[name=venue]").fill("시청 비즈니스룸")

    press(staff_page.locator("[name=_save]"))

    assert staff_page.locator("[name=signed_on]").input_value() == "2026-02-30"
    assert staff_page.locator("[name=venue]").input_value() == "시청 비즈니스룸"
    assert staff_page.locator(".errorlist").count() >= 1
