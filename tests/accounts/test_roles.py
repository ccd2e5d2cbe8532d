import pytest
from django.contrib.auth.models import Group, Permission

from accounts.models import User
from accounts.roles import ROLES
from tests.factories import make_company, make_place, make_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    def as_role(name):
        user = User.objects.create_user("staff", password="a-long-password", is_staff=True)
        user.groups.add(Group.objects.get(name=name))
        client.force_login(user)
        return client

    return as_role


@pytest.mark.parametrize("role", ROLES)
def test_role_after_migrations_has_exactly_its_permissions(role):
    rows = Permission.objects.filter(group__name=role).values_list("content_type__app_label", "codename")

    assert {f"{app}.{name}" for app, name in rows} == set(ROLES[role])


def test_entry_may_write_a_draft_but_not_publish_it(signed_in):
    round = make_round(published=False)
    client = signed_in("입력")

    assert client.get(f"/admin/agreements/signinground/{round.pk}/change/").status_code == 200
    assert client.post(f"/admin/agreements/signinground/{round.pk}/publish/").status_code == 403
    round.refresh_from_db()
    assert not round.is_public()


def test_entry_may_not_change_a_published_round(signed_in):
    round = make_round()
    client = signed_in("입력")

    assert client.get(f"/admin/agreements/signinground/{round.pk}/change/").status_code == 200
    assert client.post(f"/admin/agreements/signinground/{round.pk}/change/", {}).status_code == 403


def test_entry_may_record_a_place_of_a_published_company(signed_in):
    place = make_place(company=make_company())

    assert signed_in("입력").get(f"/admin/companies/establishment/{place.pk}/change/").status_code == 200


def test_approval_may_publish(signed_in):
    round = make_round(published=False)

    client, url = signed_in("승인"), f"/admin/agreements/signinground/{round.pk}/publish/"
    client.post(url, {"fingerprint": client.get(url).context["gate"].fingerprint})

    round.refresh_from_db()
    assert round.is_public()


def test_administration_may_not_make_superusers(signed_in):
    client = signed_in("관리")
    colleague = User.objects.create_user("colleague", password="a-long-password")
    head = User.objects.create_superuser("head", password="a-long-password")

    page = client.get(f"/admin/accounts/user/{colleague.pk}/change/").content.decode()

    assert 'name="is_superuser"' not in page
    assert client.post(f"/admin/accounts/user/{head.pk}/change/", {}).status_code == 403
    assert client.get("/admin/agreements/signinground/").status_code == 403
