"""Which answers are kept, for whom, and what is said to those who may keep them."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from gwangju_ai.page_cache.front import PagesAtHand
from gwangju_ai.page_cache.middleware import PageCacheMiddleware
from gwangju_ai.page_cache.release import SHOWN
from tests.factories import make_company

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages_kept")]

ROOT = Path(__file__).resolve().parents[2]
HIT, STORED = "pages; hit", "pages; fwd=miss; stored"
# Settings that no public answer shows.
NOT_SHOWN = {
    "SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL", "DATABASE_REPLICA_URL", "CACHE_URL",
    "PAGE_CACHE_MB", "DEBUG", "LOG_LEVEL", "PUBLISH_NEEDS_SECOND_PERSON",
}  # fmt: skip


def status_of(response):
    return response.headers.get("Cache-Status")


def test_parameters_in_another_order_are_the_same_page(client):
    first = client.get("/companies/?as_of=2022-03-23&kind=company")
    second = client.get("/companies/?kind=company&as_of=2022-03-23")

    assert (status_of(first), status_of(second)) == (STORED, HIT)
    assert first.content == second.content


def test_a_day_is_a_page_of_its_own_and_so_is_a_host(client):
    client.get("/")

    assert status_of(client.get("/?as_of=2022-03-23")) == STORED
    assert status_of(client.get("/", headers={"Host": "localhost"})) == STORED
    assert status_of(client.get("/", secure=True)) == STORED
    assert client.get("/", headers={"Host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("address", ["/nowhere/", "/companies/999999/", "/?as_of=2022-02-30", "/companies/?page=99"])
def test_an_error_is_never_kept(client, address):
    answers = [client.get(address) for _time in range(2)]

    assert [(status_of(answer), answer.headers["Cache-Control"]) for answer in answers] == [(None, "no-store")] * 2
    assert "ETag" not in answers[1].headers


def test_what_is_published_after_a_404_is_found(client):
    assert client.get("/companies/1/").status_code == 404

    company = make_company()

    assert client.get(company.get_absolute_url()).status_code == 200


def test_staff_is_never_answered_from_the_cache_nor_put_into_it(client):
    client.force_login(User.objects.create_user("staff", is_staff=True))

    answers = [client.get("/") for _time in range(2)]

    assert [status_of(answer) for answer in answers] == [None, None]
    assert [answer.headers["Cache-Control"] for answer in answers] == ["private, no-cache"] * 2
    client.logout()
    assert status_of(client.get("/")) == STORED


@pytest.mark.parametrize("address", ["/admin/login/", "/health/live", "/favicon.ico"])
def test_what_is_not_a_page_is_not_touched(client, address):
    make_company()

    answers = [client.get(address) for _time in range(2)]

    assert {status_of(answer) for answer in answers} == {None}
    assert not any("ETag" in answer.headers for answer in answers)


def with_cookie():
    response = HttpResponse("a" * 300)
    response.set_cookie("sessionid", "x")
    return response


@pytest.mark.parametrize(
    "make",
    [
        with_cookie,
        lambda: HttpResponse("a", headers={"Cache-Control": "private"}),
        lambda: HttpResponse("a", headers={"Cache-Control": "no-store"}),
        lambda: HttpResponse("a", headers={"Vary": "Cookie"}),
        lambda: HttpResponse("a", status=404),
        lambda: HttpResponse("a", status=302),
        lambda: HttpResponse("a" * 1_000_001),
        lambda: StreamingHttpResponse(["a"]),
    ],
)
def test_what_is_not_for_everybody_is_not_kept(make):
    pages = PageCacheMiddleware(lambda request: make())

    assert [status_of(pages(RequestFactory().get("/"))) for _time in range(2)] == [None, None]


@pytest.mark.parametrize("address", ["/", "/feeds/rounds.atom", "/api/v1/figures/", "/sitemap.xml"])
def test_whoever_has_it_is_told_so_and_nothing_is_made(client, address):
    tag = client.get(address).headers["ETag"]
    bare = tag.removeprefix("W/")

    for given in (tag, bare, f'"other", {tag}'):
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address, headers={"If-None-Match": given})
        assert (answer.status_code, answer.content, len(captured)) == (304, b"", 1)
        assert (answer.headers["ETag"], answer.headers["Cache-Control"]) == (tag, "public, no-cache")
    assert client.get(address, headers={"If-None-Match": bare[:-2] + '"'}).status_code == 200


def test_the_head_says_what_the_whole_answer_says(client):
    head, get = client.head("/"), client.get("/")

    assert head.content == b""
    assert status_of(get) == HIT
    names = ["ETag", "Content-Length", "Content-Type", "Vary", "Cache-Control", "Content-Security-Policy"]
    assert [head.headers[name] for name in names] == [get.headers[name] for name in names]


@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [("gzip", True), ("br, gzip;q=0.5", True), ("br", False), ("", False)],
)
def test_the_compressed_body_is_kept_beside_the_plain_one(client, accepted, is_packed):
    plain = client.get("/").content

    answers = [client.get("/", headers={"Accept-Encoding": accepted}) for _time in range(2)]

    assert answers[0].content == answers[1].content
    assert ("Content-Encoding" in answers[0].headers) == is_packed
    assert (gzip.decompress(answers[0].content) if is_packed else answers[0].content) == plain
    assert answers[0].headers["Content-Length"] == str(len(answers[0].content))
    assert answers[0].headers["Vary"] == "Accept-Encoding"
    assert status_of(answers[0]) == HIT


def test_behind_a_proxy_nginx_is_told_to_keep_it_and_to_ask(client, settings):
    settings.BEHIND_PROXY = True

    assert [client.get("/").headers["X-Accel-Expires"] for _time in range(2)] == ["@1", "@1"]


def test_with_debug_on_there_is_no_cache(client, settings):
    settings.DEBUG = True

    assert "ETag" not in client.get("/").headers


def test_the_api_counts_answers_that_were_kept(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 3
    caches["clients"].clear()
    tag = client.get("/api/v1/figures/").headers["ETag"]

    again, unchanged = client.get("/api/v1/figures/"), client.get("/api/v1/figures/", headers={"If-None-Match": tag})
    refused = [client.get("/api/v1/figures/") for _time in range(4)]

    assert (status_of(again), unchanged.status_code) == (HIT, 304)
    left = [int(answer.headers["RateLimit-Remaining"]) for answer in (again, unchanged)]
    assert left[0] - left[1] == 1 or left[1] == 2  # a new minute may have begun
    assert refused[-1].status_code == 429
    assert refused[-1].headers["Cache-Control"] == "no-store"


def test_an_answer_of_the_api_is_kept_by_language_and_format_and_opened_to_whoever_asks_from_a_page(client):
    asked = [{}, {"Accept-Language": "en"}, {"Accept": "application/json"}, {"Origin": "https://news.example"}]

    answers = [client.get("/api/v1/figures/", headers=headers) for headers in asked]

    assert [status_of(answer) for answer in answers] == [STORED, STORED, HIT, HIT]
    assert ["Access-Control-Allow-Origin" in answer.headers for answer in answers] == [False, False, False, True]
    assert {"Accept-Language", "Accept", "Accept-Encoding"} <= set(re.split(", ", answers[0].headers["Vary"]))
    assert client.get("/api/v1/figures/", headers={"Accept": "text/csv"}).status_code == 406


@pytest.mark.django_db(transaction=True)  # as a server does, it may close its connection after a question
def test_what_is_at_hand_is_answered_in_front_of_django_with_the_same_words(client):
    client.get("/companies/")
    through = client.get("/companies/", headers={"Accept-Encoding": "gzip"})
    said = []
    asked = RequestFactory().get("/companies/", headers={"Accept-Encoding": "gzip"}).environ
    front = PagesAtHand(lambda environ, start: ["asked Django"])

    body = b"".join(front(asked, lambda status, headers: said.append((status, dict(headers)))))

    assert said == [("200 OK", dict(through.items()))]
    assert body == through.content
    unchanged = front({**asked, "HTTP_IF_NONE_MATCH": through.headers["ETag"]}, lambda *given: said.append(given))
    assert (unchanged, said[1][0]) == ([b""], "304 Not Modified")
    for other in ({"HTTP_COOKIE": "sessionid=x"}, {"PATH_INFO": "/rounds/"}, {"REQUEST_METHOD": "POST"}):
        assert front({**asked, **other}, None) == ["asked Django"]


@pytest.mark.django_db(transaction=True)
def test_what_is_asked_of_django_is_what_was_asked():
    """Django writes what it reads of an address into the environment, from which it could not be read a second time."""
    asked = {**RequestFactory().get("/").environ, "PATH_INFO": "/none/광주/".encode().decode("latin-1")}
    before = dict(asked)

    assert PagesAtHand(lambda environ, start: [dict(environ)])(asked, None) == [before]


def test_every_setting_that_an_answer_may_show_makes_it_another_one():
    names = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert {name for name in names if not name.startswith("OPERATOR_")} == {*SHOWN, *NOT_SHOWN} - {"OPERATOR"}
    assert all(hasattr(django_settings, name) for name in SHOWN)
