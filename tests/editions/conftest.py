import pytest
from django.contrib.auth.models import Group

from accounts.models import User


@pytest.fixture
def signed_in(client):
    """The test client, signed in as somebody who has one role."""

    def as_role(name):
        user = User.objects.create_user("staff", password="a-long-password", is_staff=True)
        user.groups.add(Group.objects.get(name=name))
        client.force_login(user)
        return client

    return as_role
