import pytest
from django.contrib.auth.models import Group

from accounts.models import User
from intake import bounded


@pytest.fixture
def patience(monkeypatch):
    """A busy machine is slow, not wrong: time for the child process where a test is not about its time."""
    monkeypatch.setattr(bounded, "WALL_SECONDS", 30)


@pytest.fixture
def clerk(db):
    return User.objects.create_user("clerk", password="a-long-password", last_name="이", first_name="입력")


@pytest.fixture
def signed_in(client):
    def as_role(name, username="staff"):
        user = User.objects.create_user(username, password="a-long-password", is_staff=True)
        user.groups.add(Group.objects.get(name=name))
        client.force_login(user)
        return user

    return as_role
