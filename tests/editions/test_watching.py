"""An answer that takes long begins at once and says how far it is; one that does not is answered as ever."""

import time

import html5lib
import pytest
from django.contrib import admin, messages
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from common.progress import progress_of
from companies.models import Company
from editions import watching
from editions.services import edition
from editions.watching import watched
from tests.editions.test_sheet_import import upload
from tests.factories import make_company

pytestmark = pytest.mark.django_db
BROWSER = {"accept": "text/html,*/*;q=0.8"}
# Longer than nobody waits, in seconds.
LONG = 0.05
ROWS = b"name,kind\r\n" + "".join(f"새기업{number},company\r\n" for number in range(30)).encode()


@pytest.fixture
def impatient(monkeypatch):
    """Every answer counts as one that takes long, and every report is shown."""
    monkeypatch.setattr(watching, "PATIENCE", 0)
    monkeypatch.setattr(watching, "GLANCE", 0.001)
    monkeypatch.setattr(watching, "PART", 0)


@pytest.fixture
def patient(monkeypatch):
    """No answer counts as one that takes long, however slow the machine is."""
    monkeypatch.setattr(watching, "PATIENCE", 60)


@pytest.fixture
def browser(admin_client):
    admin_client.defaults["HTTP_ACCEPT"] = BROWSER["accept"]
    return admin_client


def text_of(response):
    return b"".join(response.streaming_content).decode()


class Desk:
    """An admin with one view, which does what a test says."""

    def __init__(self, act):
        self.act = act

    @watched("일")
    def view(self, request):
        return self.act(request)


@pytest.fixture
def ask(rf, admin_user):
    def ask(act, **headers):
        request = rf.get("/admin/", headers=BROWSER | headers)
        request.user, request.session = admin_user, rf_session()
        request._messages = messages.storage.default_storage(request)
        return Desk(act).view(request)

    return ask


def leave(answer):
    """The server closes the answer; the test's connection stays open, as Django's own test client keeps it."""
    request_finished.disconnect(close_old_connections)
    answer.close()
    request_finished.connect(close_old_connections)


def rf_session():
    session = SessionStore()
    session.create()
    return session


def test_what_is_quick_is_answered_as_if_nobody_had_watched(ask, patient):
    answer = ask(lambda request: HttpResponse("곧"))

    assert (answer.content.decode(), answer.streaming) == ("곧", False)


def test_an_error_of_what_is_quick_is_raised_where_it_is_answered(ask, patient):
    def refuse(request):
        raise PermissionDenied

    with pytest.raises(PermissionDenied):
        ask(refuse)


def test_a_script_that_asks_is_never_given_a_page(ask, impatient):
    assert not ask(lambda request: HttpResponse("{}"), accept="*/*").streaming


def test_what_takes_long_says_how_far_it_is_and_ends_with_the_answer(browser, impatient):
    page = text_of(upload(browser, Company, ROWS))

    assert "행을 읽었습니다" in page or "rows are read" in page
    assert page.index("<progress") < page.index("sheet-counts")
    assert "<strong>30</strong>" in page
    html5lib.HTMLParser(strict=True).parse(page)


def test_what_leads_on_ends_with_a_link_and_keeps_what_was_said_for_the_page_it_leads_to(ask, impatient, rf):
    later = rf.get("/admin/")

    def act(request):
        time.sleep(LONG)
        messages.success(request, "30행을 저장했습니다.")
        later.session = SessionStore(request.session.session_key)
        return redirect("admin:index")

    page = text_of(ask(act))

    assert f'href="{reverse("admin:index")}" class="button" id="go-on"' in page
    assert [str(message) for message in messages.storage.default_storage(later)] == ["30행을 저장했습니다."]


def test_what_was_said_before_the_page_began_is_kept_for_the_page_it_leads_to(ask, impatient, rf, monkeypatch):
    monkeypatch.setattr(watching, "PATIENCE", LONG)
    later = rf.get("/admin/")

    def act(request):
        messages.success(request, "30행을 저장했습니다.")
        time.sleep(LONG * 4)
        later.session = SessionStore(request.session.session_key)
        return redirect("admin:index")

    page = text_of(ask(act))

    assert "30행을 저장했습니다." not in page
    assert [str(message) for message in messages.storage.default_storage(later)] == ["30행을 저장했습니다."]


def test_a_fault_is_said_in_the_page_and_logged(ask, impatient, caplog):
    def act(request):
        time.sleep(LONG)
        raise RuntimeError("broken")

    page = text_of(ask(act))

    assert "errornote" in page
    assert "broken" in caplog.text


def test_who_leaves_takes_back_everything(ask, impatient):
    def act(request):
        progress = progress_of(request, "%(done)s/%(whole)s")
        with transaction.atomic():
            make_company(name="반쯤 저장된 기업", published=False)
            while True:
                progress(1, 2)

    answer = ask(act)
    states = iter(answer.streaming_content)
    next(states)

    leave(answer)

    assert not Company.objects.filter(name="반쯤 저장된 기업").exists()


def test_who_leaves_takes_back_work_that_reports_nothing(ask, impatient):
    def act(request):
        with edition(by=None, kind="record"):
            Company.objects.create(name="말없이 저장된 기업")
            request.watch.__self__.is_left.wait()

    answer = ask(act)
    next(iter(answer.streaming_content))

    leave(answer)

    assert not Company.objects.filter(name="말없이 저장된 기업").exists()


def test_what_the_work_saved_stands_afterwards(ask, impatient):
    def act(request):
        make_company(name="저장된 기업")
        return TemplateResponse(
            request, "admin/work.html", admin.site.each_context(request) | {"title": "끝", "work": {}}
        )

    page = text_of(ask(act))

    assert "<h1>끝</h1>" in page
    assert Company.objects.get(name="저장된 기업").is_public()


def test_the_page_is_not_held_back_to_be_compressed(ask, impatient):
    answer = ask(lambda request: time.sleep(LONG) or redirect("/"))

    assert answer["Content-Encoding"] == "identity"
    text_of(answer)
