"""Before a session ends the page warns, one press extends it, and what was typed outlives its end."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import manage, sign_in

ENDS_IN = """
from django.contrib.sessions.models import Session
from django.utils import timezone
Session.objects.update(expire_date=timezone.now() + timezone.timedelta(seconds={seconds}))
"""
ADD = "/admin/companies/company/add/"


def let_end_in(served, seconds):
    """As if the last request had been that much longer ago."""
    manage(served.environment, "shell", "--verbosity", "0", text=ENDS_IN.format(seconds=seconds))


@pytest.fixture
def form(served, quiet_page):
    """A form of the admin with something typed, on a page whose clock the test moves on."""
    quiet_page.clock.install()
    sign_in(quiet_page, served)
    quiet_page.goto(served.url + ADD)
    quiet_page.locator("[name=name]").fill("적다 만 기업")
    return quiet_page


def warning(page):
    return page.get_by_role("dialog", name="곧 로그아웃됩니다")


def ended(page):
    return page.get_by_role("dialog", name="로그아웃되었습니다")


def test_the_page_says_how_long_is_left(form):
    form.clock.fast_forward(60_000)

    expect(form.locator("#session [role=timer]")).to_have_text(re.compile("29:00|28:5."))
    assert warning(form).count() == 0


def test_the_page_warns_and_one_press_extends(served, form):
    let_end_in(served, 290)
    form.clock.fast_forward(26 * 60_000)

    expect(warning(form)).to_be_visible()
    expect(form.get_by_role("button", name="30분 연장")).to_be_focused()
    assert Axe().run(form).response["violations"] == []
    form.get_by_role("button", name="30분 연장").click()

    expect(warning(form)).to_be_hidden()
    expect(form.locator("#session [role=timer]")).to_have_text(re.compile("30:00|29:5."))
    expect(form.locator("#session-said")).to_have_text("시간을 연장했습니다.")
    assert form.locator("[name=name]").input_value() == "적다 만 기업"


def test_work_in_another_tab_keeps_this_one(served, form):
    form.clock.fast_forward(15 * 60_000)
    other = form.context.new_page()
    other.goto(served.url + "/admin/")

    form.clock.fast_forward(11 * 60_000)

    expect(form.locator("#session [role=timer]")).to_have_text(re.compile("30:00|29:5."))
    assert warning(form).count() == 0


def test_asking_how_long_is_left_does_not_extend(served, form):
    let_end_in(served, 200)

    first = form.request.get(served.url + "/admin/session/").json()["left"]
    second = form.request.get(served.url + "/admin/session/").json()["left"]

    assert 100 < second <= first <= 200


def test_what_was_typed_outlives_the_end_and_is_saved_after_signing_in(served, form):
    let_end_in(served, -1)
    form.clock.fast_forward(31 * 60_000)
    expect(ended(form)).to_be_visible()
    assert Axe().run(form).response["violations"] == []

    form.get_by_role("button", name="닫기").click()
    form.locator("[name=_save]").click()
    expect(ended(form)).to_be_visible()
    with form.expect_popup() as opened:
        ended(form).get_by_role("link", name="로그인(새 창 열림)").click()
    sign_in(opened.value, served)
    opened.value.wait_for_url("**/admin/")
    form.bring_to_front()
    form.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(ended(form)).to_be_hidden()
    form.locator("[name=_save]").click()
    form.wait_for_url("**/admin/companies/company/")
    assert "적다 만 기업" in form.locator(".messagelist").inner_text()


def test_without_a_script_the_page_still_says_when_the_session_ends(served, browser):
    page = browser.new_context(locale="ko-KR", java_script_enabled=False).new_page()
    sign_in(page, served)

    assert "30분 동안 사용하지 않으면 로그아웃됩니다." in page.locator("#session").inner_text()
