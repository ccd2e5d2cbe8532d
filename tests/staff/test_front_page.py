import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from tests.factories import make_company, make_place, make_round

pytestmark = pytest.mark.django_db
FRONT_PAGE = "/admin/"


def test_empty_register_says_that_nothing_waits(admin_client):
    page = admin_client.get(FRONT_PAGE, headers={"Accept-Language": "en"})

    assert page.context["work_list"] == []
    assert "Nothing waits." in page.content.decode()


def test_what_waits_stands_on_the_front_page(admin_client):
    place = make_place(opened_on=None, planned_on="2020-01-01")

    page = admin_client.get(FRONT_PAGE).content.decode()

    assert place.company.name in page
    assert reverse("admin:work", args=["plans-overdue"]) in page


@pytest.mark.parametrize(("role", "has_list", "publishes"), [("입력", 1, 0), ("승인", 1, 1), ("관리", 0, 0)])
def test_doors_and_list_are_for_whoever_may_use_them(client, role, has_list, publishes):
    user = User.objects.create_user("staff", password="a-long-password", is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    client.force_login(user)

    page = client.get(FRONT_PAGE).content.decode()

    assert ('id="work-list"' in page) == has_list
    assert ("?status__exact=draft" in page) == publishes


def queries(client):
    client.get(FRONT_PAGE)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(FRONT_PAGE).status_code == 200
    return len(captured)


@pytest.mark.usefixtures("register")
def test_number_of_queries_does_not_grow_with_the_rows(admin_client):
    least = queries(admin_client)
    for number in range(1000, 1010, 2):
        place = make_place(opened_on="2020-01-01")
        make_place(opened_on=None, planned_on="2020-01-01")
        make_round(numbers=(number, number), companies=[place.company, make_company()])

    assert queries(admin_client) == least <= 20
