"""Header, menu, footer and error pages: the same frame around every page."""

import re

import pytest
from django.db import OperationalError, connection
from django.test import Client

from tests.factories import make_company, make_round
from tests.pages.addresses import FOUNDING_DAY, text_of

MASTHEAD = "이 누리집은 대한민국 공식 전자정부 누리집입니다."
IDENTIFIER = "이 누리집은 전남광주통합특별시에서 운영하는 누리집입니다."
MENU = ["/", "/companies/", "/rounds/", "/statements/", "/figures/", "/about/"]
SECTIONS = {
    "/": ("/", "page"),
    "/companies/": ("/companies/", "page"),
    "/companies/places/": ("/companies/", "true"),
    "/rounds/": ("/rounds/", "page"),
    "/rounds/numbers/": ("/rounds/", "true"),
    "/commitments/": ("/rounds/", "true"),
    "/statements/": ("/statements/", "page"),
    "/figures/": ("/figures/", "page"),
    "/figures/agreements/": ("/figures/", "true"),
    "/figures/agreements/changes/": ("/figures/", "true"),
    "/about/": ("/about/", "page"),
    "/about/self-check/": ("/about/", "true"),
    "/privacy/": ("/about/", "true"),
    "/copyright/": ("/about/", "true"),
    "/editions/": ("/about/", "true"),
    "/corrections/": ("/about/", "true"),
}
SITE_PAGES = ["/about/", "/privacy/", "/copyright/"]


def part(page, element):
    """The markup of the first such element of a page."""
    return re.search(rf"<{element}\b.*?</{element}>", page.content.decode(), re.DOTALL).group()


@pytest.mark.django_db
@pytest.mark.parametrize("address", SECTIONS)
def test_the_menu_marks_the_one_section_that_a_page_belongs_to(client, address):
    marked = re.findall(r'href="([^"]+)" aria-current="(\w+)"', part(client.get(address), "header"))

    assert marked == [SECTIONS[address]]


@pytest.mark.django_db
def test_header_and_footer_hold_the_whole_menu(client):
    page = client.get("/")

    header, footer = (re.findall(r'href="(/[^"]*)"', part(page, element)) for element in ("header", "footer"))
    assert [address for address in header if address in MENU[1:]] == MENU[1:]
    assert set(MENU) | {"/privacy/", "/copyright/"} <= set(footer)
    assert "<strong>개인정보 처리방침</strong>" in part(page, "footer")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/about/", "/nowhere/", "/?as_of=x"])
def test_the_first_link_of_every_page_leads_to_its_content(client, address):
    text = client.get(address).content.decode()

    assert re.search(r'<body>\s*<a class="skip-link" href="#content">', text)
    assert text.count('id="content"') == 1


@pytest.mark.django_db
def test_a_site_that_is_not_official_says_so_and_bears_no_sign_of_the_state(client):
    text = client.get("/").content.decode()

    assert "공식 누리집이 아닙니다" in text
    assert MASTHEAD not in text
    assert "운영하는 누리집입니다" not in text


@pytest.mark.django_db
def test_an_official_site_begins_with_the_banner_and_ends_with_the_operator(client, settings):
    settings.OFFICIAL_SITE = True

    text = client.get("/").content.decode()

    assert text.index(MASTHEAD) < text.index("<header")
    assert "공식 누리집이 아닙니다" not in text
    assert text.rindex(IDENTIFIER) > text.rindex("</nav>")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/privacy/", "/en/about/", "/nowhere/"])
def test_the_contact_stands_in_the_footer_of_every_page(client, settings, address):
    settings.OPERATOR = {
        **settings.OPERATOR,
        "department": "인공지능정책과",
        "phone": "062-000-0000",
        "hours": "평일 09:00~18:00",
        "email": "ai@example.go.kr",
        "address": "광주 서구 내방로 111",
    }

    footer = part(client.get(address), "footer")

    assert "062-000-0000 (" in footer
    assert all(text in footer for text in ["인공지능정책과", "평일 09:00~18:00", "mailto:ai@example.go.kr", "내방로"])


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/about/", "/privacy/"])
def test_a_contact_that_is_not_set_is_said_to_be_missing(client, address):
    assert "아직 정해지지 않았습니다" in text_of(client.get(address))


@pytest.mark.django_db
def test_the_officer_for_personal_data_is_named_once_set(client, settings):
    settings.OPERATOR = {**settings.OPERATOR, "privacy_officer": "인공지능정책과장"}

    text = text_of(client.get("/privacy/"))

    assert "인공지능정책과장" in text
    assert "개인정보 담당 부서는 아직" not in text


@pytest.mark.django_db
def test_a_company_is_searched_from_any_page_on_its_day(client):
    form = part(client.get(f"/rounds/?as_of={FOUNDING_DAY}"), "header")

    assert 'action="/companies/"' in form
    assert 'name="q"' in form
    assert f'<input type="hidden" name="as_of" value="{FOUNDING_DAY}">' in form


@pytest.mark.django_db
def test_the_directory_has_no_second_search_box(client):
    assert "<form" not in part(client.get("/companies/"), "header")


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*SITE_PAGES, *("/en" + address for address in SITE_PAGES)])
def test_a_page_of_the_site_sets_no_cookie_and_refuses_what_it_does_not_know(client, address):
    assert not client.get(address).cookies
    assert client.get(address, {"q": "a"}).status_code == 400


@pytest.mark.usefixtures("register")
def test_about_uses_the_words_of_the_dashboard(client):
    about, dashboard = (text_of(client.get(address)) for address in ("/about/", "/"))

    assert all(word in about and word in dashboard for word in ["등록부 집계", "공식 발표", "광주 개소"])


@pytest.mark.django_db
def test_paper_bears_the_address_that_keeps_day_and_edition(client):
    make_round()

    footer = part(client.get(f"/companies/?q=가&as_of={FOUNDING_DAY}"), "footer")

    assert f"http://testserver/companies/?q=%EA%B0%80&amp;as_of={FOUNDING_DAY}&amp;edition=1" in footer


@pytest.mark.django_db
@pytest.mark.parametrize(("prefix", "words"), [("", "다른 방법으로 찾기"), ("/en", "You can go on from here")])
@pytest.mark.parametrize(("path", "status"), [("/nowhere/", 404), ("/?as_of=x", 400), ("/companies/?q=a&q=b", 400)])
def test_an_error_page_says_a_way_on(client, prefix, words, path, status):
    page = client.get(prefix + path)

    assert page.status_code == status
    assert words in text_of(page)
    assert page.content.decode().count(f'<form class="find" action="{prefix}/companies/"') == 1


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/", "/en/companies/", "/about/", "/api/v1/figures/"])
def test_a_public_address_is_only_read(method, address):
    page = getattr(Client(enforce_csrf_checks=True), method)(address)

    assert page.status_code == 405
    assert page.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert ("json" in page.headers["Content-Type"]) == address.startswith("/api/")


@pytest.mark.django_db
def test_a_form_of_the_admin_that_expired_is_still_said_to_have(client):
    page = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a"})

    assert page.status_code == 403


def fail(*question):
    raise OperationalError


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_of_a_server_error_asks_no_database(client, language):
    """Every question to the database fails: the one for the page, and any for the answer."""
    client.raise_request_exception = False

    with connection.execute_wrapper(fail):
        page = client.get(f"{language}/")

    assert page.status_code == 500
    assert ("잠시 뒤" in text_of(page)) != (language == "/en")
    assert "Traceback" not in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/login/", "/api/v1/figures/", "/nowhere/", "/?as_of=x", "/health/live"])
def test_search_engines_leave_out_what_is_no_page(client, address):
    assert client.get(address).headers["X-Robots-Tag"] == "noindex"


@pytest.mark.django_db
def test_search_engines_may_keep_a_page(client):
    assert "X-Robots-Tag" not in client.get("/").headers


@pytest.mark.django_db
def test_a_page_is_sent_compressed_to_whoever_can_read_it(client):
    make_company()

    plain, packed = client.get("/"), client.get("/", headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.content) < len(plain.content) / 2
