"""A signing enters the register: from a text in a few clicks, by the keyboard alone, and never lost on the way."""

import json
import re
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import press

# Written for this test; the firms are new to the register.
RELEASE = """인공지능 기업 세 곳, 광주와 손잡다
광주시는 지난 20일 시청에서 달빛연산, 고래시각, 솔바람데이터 등 기업 3개사와 501~503번째 업무협약을 맺었다.
이날 협약식에는 달빛연산 남도현·피서율 대표이사, 고래시각 옥지안 대표이사, 솔바람데이터 마루리 대표이사가 왔다."""
FIRMS = [
    ("하늘연산", "남도현"),
    ("물결시각", "피서율"),
    ("들꽃로봇", "옥지안"),
    ("새벽데이터", "마루리"),
    ("은하음성", "제하늘"),
    ("바위보안", "우보람"),
    ("이슬의료", "방초롱"),
    ("노을교육", "탁여울"),
    ("구름제조", "하나래"),
    ("별내에너지", "선다솜·진가람"),
]
REVIEW = re.compile(r"/admin/intake/review/\d+/change/")


def sign_in(page, served):
    page.locator("[name=username]").fill(served.name)
    page.locator("[name=password]").fill(served.password)
    page.locator("#login-form [type=submit]").click()


@pytest.fixture
def desk(served, quiet_page):
    """The page on which a signing begins, for somebody who has signed in."""
    quiet_page.goto(served.url + "/admin/login/?next=/admin/intake/review/add/")
    sign_in(quiet_page, served)
    quiet_page.wait_for_url("**/review/add/")
    return quiet_page


@pytest.fixture
def empty_form(desk):
    desk.locator("[name=_empty]").click()
    desk.wait_for_url(REVIEW)
    return desk


def strike(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def figures(served):
    with urlopen(served.url + "/api/v1/figures/") as answer:
        return json.load(answer)["figures"]


def test_from_a_pasted_text_to_the_published_dashboard_in_six_clicks(served, desk):
    clicks = []
    desk.expose_function("clicked", lambda what: clicks.append(what))
    desk.add_init_script("addEventListener('click', e => e.isTrusted && clicked(e.target.outerHTML), true)")
    desk.reload()
    before = figures(served)["agreements"]["value"]

    desk.locator("[name=text]").fill(RELEASE)
    desk.locator("[name=published_on]").fill("2026-11-21")
    desk.locator("[name=url]").fill("https://example.org/signing-501")
    desk.locator("[name=_read]").click()
    assert desk.locator("[name=signed_on]").input_value() == "2026-11-20"
    assert desk.locator("[name=rows-0-representatives]").input_value() == "남도현·피서율"
    assert figures(served)["agreements"]["value"] == before
    press(desk.locator("[name=_accept]"))
    desk.wait_for_url("**/publish/")
    gate = desk.url
    press(desk.locator("#content .submit-row input[type=submit]"))
    desk.get_by_role("link", name="공개 누리집 보기").click()

    assert "501~503번째 협약" in desk.get_by_role("main").inner_text()
    assert figures(served)["agreements"]["value"] == 503
    assert 1 <= len(clicks) <= 6
    assert [text for text in desk.complaints if "Security Policy" in text or "Error" in text] == []
    withdraw(desk, gate)
    assert figures(served)["agreements"]["value"] == before


def withdraw(page, gate):
    """Leave the register to the other tests as it was."""
    page.goto(gate.replace("/publish/", "/withdraw/"))
    page.locator("[name=edition_reason]").fill("시험 끝")
    press(page.locator("#content .submit-row input[type=submit]"))


def test_ten_firms_are_typed_with_letters_tab_and_enter_alone(served, empty_form):
    page = empty_form
    page.locator("[name=rows-0-company]").focus()

    for name, people in FIRMS:
        page.keyboard.type(name)
        strike(page, "Tab")
        page.keyboard.type(people)
        strike(page, "Enter")
    strike(page, "Enter")
    assert page.evaluate("document.activeElement.name") == "_accept"
    expect(page.locator(".review-match[data-state=new]")).to_have_count(10)
    strike(page, "Enter")

    page.wait_for_url("**/signinground/**")
    page.goto(page.url.replace("/publish/", "/change/"))
    rows = page.locator("[name^=agreements-][name$=-signatories]")
    typed = [rows.nth(row).input_value() for row in range(10)]
    assert typed[0] == "남도현 대표이사"
    assert typed[9] == "선다솜 대표이사; 진가람 대표이사"


def test_enter_belongs_to_the_input_method_while_a_syllable_is_composed(empty_form):
    box = empty_form.locator("[name=rows-0-company]")
    box.focus()

    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})

    assert empty_form.evaluate("document.activeElement.name") == "rows-0-company"


def test_enter_on_the_last_row_adds_one(empty_form):
    empty_form.locator("[name=rows-9-company]").fill("하늘연산")

    empty_form.keyboard.press("Enter")

    assert empty_form.evaluate("document.activeElement.name") == "rows-10-company"


def test_badge_tells_known_from_new_and_takes_the_likeness(empty_form):
    box = empty_form.locator("[name=rows-0-company]")

    box.press_sequentially("렉스소프드")
    empty_form.locator("#row-0 .review-new").wait_for()
    empty_form.locator("#row-0 [data-take=렉스소프트]").click()

    empty_form.locator("#row-0 .review-known").wait_for()
    assert box.input_value() == "렉스소프트"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_accessible(served, desk, width, scheme):
    desk.set_viewport_size({"width": width, "height": 900})
    desk.emulate_media(color_scheme=scheme)
    faults = Axe().run(desk).response["violations"]

    desk.locator("[name=text]").fill(RELEASE)
    desk.locator("[name=_read]").click()
    desk.wait_for_url(REVIEW)
    faults += Axe().run(desk).response["violations"]
    desk.locator("[name=first_number]").fill("502")
    desk.locator("[name=last_number]").fill("501")
    press(desk.locator("[name=_accept]"))
    desk.locator(".review-problems").wait_for()
    faults += Axe().run(desk).response["violations"]

    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in faults] == []
    assert desk.evaluate("document.documentElement.scrollWidth") <= width


def test_an_unfinished_review_survives_a_closed_browser(served, browser, empty_form, browser_context_args):
    address = empty_form.url
    empty_form.locator("[name=venue]").press_sequentially("시청 3층")
    empty_form.locator("[name=rows-0-company]").press_sequentially("하늘연산")
    empty_form.locator("#review-status", has_text="저장").wait_for()
    empty_form.context.close()

    page = browser.new_context(**browser_context_args).new_page()
    page.goto(address)
    sign_in(page, served)

    page.wait_for_url(address)
    assert page.locator("[name=venue]").input_value() == "시청 3층"
    assert page.locator("[name=rows-0-company]").input_value() == "하늘연산"
    page.context.close()


def test_an_expired_session_costs_nothing(served, empty_form):
    page, address = empty_form, empty_form.url
    page.wait_for_load_state("networkidle")  # an answer under way would bring the cookie back
    page.context.clear_cookies(name="sessionid")
    page.locator("[name=venue]").fill("시청 3층")
    page.locator("[name=rows-0-company]").fill("하늘연산")

    press(page.locator("[name=_accept]"))
    page.locator("#review-status a").click()
    sign_in(page, served)
    page.wait_for_url(address)
    page.locator("[data-restore]").click()

    expect(page.locator("[name=venue]")).to_have_value("시청 3층")
    expect(page.locator("[name=rows-0-company]")).to_have_value("하늘연산")


def test_the_buttons_do_without_script(served, browser, browser_context_args):
    page = browser.new_context(**browser_context_args, java_script_enabled=False).new_page()
    page.goto(served.url + "/admin/login/?next=/admin/intake/review/add/")
    sign_in(page, served)
    page.locator("[name=_empty]").click()

    page.locator("[name=rows-0-company]").fill("하늘연산둘")
    page.keyboard.press("Enter")
    assert REVIEW.search(page.url), "Enter saves and stays"
    press(page.locator("[name=_accept]"))
    page.wait_for_url("**/signinground/**")
    page.context.close()
