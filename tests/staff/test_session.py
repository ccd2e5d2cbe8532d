"""What a page asks about the session: asking leaves it as it is, extending starts the time anew."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

pytestmark = pytest.mark.django_db


@pytest.fixture
def ending(admin_client):
    """Somebody whose session ends in a hundred seconds."""
    end = timezone.now() + timezone.timedelta(seconds=100)
    Session.objects.update(expire_date=end)
    return admin_client


def left(answer):
    return answer.json()["left"]


def test_asking_does_not_extend(ending):
    first, second = (left(ending.get(reverse("admin:session"))) for _time in range(2))

    assert 90 < second <= first <= 100


def test_extending_starts_the_time_anew(ending, settings):
    assert left(ending.post(reverse("admin:session"))) == settings.SESSION_COOKIE_AGE
    assert left(ending.get(reverse("admin:session"))) > 1700


def test_any_other_page_extends(ending):
    ending.get(reverse("admin:index"))

    assert left(ending.get(reverse("admin:session"))) > 1700


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_has_no_time_left(client, method):
    answer = getattr(client, method)(reverse("admin:session"))

    assert (answer.status_code, left(answer)) == (200, 0)


def test_a_page_says_how_long_the_session_lasts(admin_client, settings):
    page = admin_client.get(reverse("admin:index")).content.decode()

    assert 'data-left="1800" data-warning="300"' in page
    assert "30분 동안 사용하지 않으면" in page or "after 30 minutes without use" in page


def test_who_has_not_signed_in_is_told_nothing(client):
    assert 'id="session"' not in client.get(reverse("admin:login")).content.decode()
