"""How often one client may ask, and how it is told."""

import pytest
from django.core.cache import caches
from django.test import RequestFactory

from api.throttling import ClientThrottle

MINUTE = 1_000_020  # a second at which a minute begins


@pytest.fixture(autouse=True)
def three_a_minute(settings):
    settings.API_REQUESTS_PER_MINUTE = 3
    caches["clients"].clear()


class Counting(ClientThrottle):
    """At the second `now`."""

    def __init__(self, now):
        self.timer = lambda: now


def ask(address, now=MINUTE, **headers):
    """(whether it is allowed, the headers, how long to wait)."""
    throttle = Counting(now)
    allowed = throttle.allow_request(RequestFactory().get("/", REMOTE_ADDR=address, **headers), None)
    return allowed, throttle.headers, throttle.wait()


def test_after_the_last_request_of_a_minute_the_next_one_must_wait():
    answers = [ask("192.0.2.1") for _time in range(4)]

    assert [allowed for allowed, _headers, _wait in answers] == [True, True, True, False]
    assert [headers["RateLimit-Remaining"] for _allowed, headers, _wait in answers] == ["2", "1", "0", "0"]
    assert answers[-1][1] == {"RateLimit-Limit": "3", "RateLimit-Remaining": "0", "RateLimit-Reset": "60"}
    assert answers[-1][2] == 60


def test_the_next_minute_begins_anew():
    last = [ask("192.0.2.1", MINUTE + 59) for _time in range(4)][-1]

    assert (last[0], last[2]) == (False, 1)
    assert ask("192.0.2.1", MINUTE + 60)[0]


def test_another_client_is_not_held_up():
    refused = [ask("192.0.2.1")[0] for _time in range(4)][-1]

    assert not refused
    assert ask("192.0.2.2")[0]


def test_the_addresses_of_one_network_of_ipv6_are_one_client():
    allowed = [ask(f"2001:db8:0:1::{serial}")[0] for serial in range(4)]

    assert allowed == [True, True, True, False]
    assert ask("2001:db8:0:2::1")[0]


def test_nobody_escapes_by_saying_that_somebody_else_asks():
    allowed = [ask("192.0.2.1", HTTP_X_FORWARDED_FOR=f"198.51.100.{serial}")[0] for serial in range(4)]

    assert allowed[-1] is False


def test_a_disk_that_cannot_be_written_stops_nobody(settings, tmp_path):
    file = tmp_path / "no-folder"
    file.touch()
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {**settings.CACHES, "clients": {"BACKEND": backend, "LOCATION": str(file)}}

    assert [ask("192.0.2.1")[0] for _time in range(5)] == [True] * 5


@pytest.mark.django_db
def test_a_client_that_asks_too_often_is_told_so(client):
    """Eight requests fall into two minutes at most."""
    answers = [client.get("/api/v1/editions/") for _time in range(8)]

    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) >= 2
    assert {answer.headers["RateLimit-Limit"] for answer in answers} == {"3"}
    for answer in refused:
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Retry-After"] == answer.headers["RateLimit-Reset"]
        assert answer.json()["type"] == "http://testserver/api/docs/#problem-too-many"
