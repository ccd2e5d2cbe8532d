"""The pages on which passwords are set are our own: each sets what it says, and says what is wrong."""

import pytest
from django.urls import reverse

from accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "달빛-연산-한-줄-2026"


@pytest.fixture
def colleague():
    return User.objects.create_user("colleague", password="first-password-of-1999")


def page_of(user):
    return reverse("admin:auth_user_password_change", args=[user.pk])


def test_a_password_is_set_for_somebody_else(admin_client, colleague):
    typed = {"usable_password": "true", "password1": PASSWORD, "password2": PASSWORD, "set-password": "1"}

    admin_client.post(page_of(colleague), typed)

    colleague.refresh_from_db()
    assert colleague.check_password(PASSWORD)


def test_a_password_is_switched_off_after_a_warning(admin_client, colleague):
    shown = admin_client.get(page_of(colleague)).content.decode()
    admin_client.post(page_of(colleague), {"usable_password": "false", "unset-password": "1"})

    colleague.refresh_from_db()
    assert shown.count('class="warning"') == 1
    assert not colleague.has_usable_password()
    assert 'class="warning"' not in admin_client.get(page_of(colleague)).content.decode()


def test_two_different_passwords_are_refused_beside_the_field(admin_client, colleague):
    typed = {"usable_password": "true", "password1": PASSWORD, "password2": "another", "set-password": "1"}

    page = admin_client.post(page_of(colleague), typed).content.decode()

    assert page.count('class="errornote">') == 1
    assert page.count('class="errorlist"') == 1


def test_one_changes_ones_own_password(client, colleague):
    colleague.is_staff = True
    colleague.save()
    client.force_login(colleague)
    typed = {"old_password": "first-password-of-1999", "new_password1": PASSWORD, "new_password2": PASSWORD}

    client.post(reverse("admin:password_change"), typed)

    colleague.refresh_from_db()
    assert colleague.check_password(PASSWORD)
