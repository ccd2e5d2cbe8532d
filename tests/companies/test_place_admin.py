import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from companies.models import District, Establishment
from companies.place_forms import NEW
from editions.models import Edition
from editions.services import edition
from sources.models import Source
from tests.factories import make_company, make_place, make_source

pytestmark = pytest.mark.django_db


def address(company, query=""):
    return reverse("admin:companies_company_place", args=[company.pk]) + query


def typed(**overrides):
    return {"event": "opened", "place": NEW, "day": "2022. 4. 1.", "url": "https://example.org/opening"} | overrides


def test_opening_of_a_new_place_is_recorded_from_one_form(admin_client, admin_user):
    company = make_company()
    with edition(by=None, kind=Edition.Kind.LOAD):
        district = District.objects.create(code="buk", name_ko="북구", name_en="Buk-gu")

    response = admin_client.post(
        address(company),
        typed(kind="lab", district=district.pk, title="개소식", publisher="광주일보", published_on="2022-04"),
        follow=True,
    )

    place, source, made = Establishment.objects.get(), Source.objects.get(), Edition.objects.first()
    assert (str(place.opened_on), place.kind, place.district) == ("2022-04-01", "lab", district)
    assert (source.title, source.publisher, source.published_on_precision) == ("개소식", "광주일보", "month")
    assert (made.kind, made.made_by) == ("record", admin_user)
    assert f'<a href="{company.get_absolute_url()}">' in str(list(response.context["messages"])[0])


def test_message_says_what_is_now_true(admin_client):
    place = make_place(confirmed_on="2022-05-01")

    response = admin_client.post(
        address(place.company), typed(event="confirmed", place=place.pk, day="2022-04-01"), follow=True
    )

    assert "2022. 5. 1." in str(list(response.context["messages"])[0])


def test_message_for_a_draft_has_no_link(admin_client):
    response = admin_client.post(address(make_company(published=False)), typed(), follow=True)

    assert "<a " not in str(list(response.context["messages"])[0])
    assert not Edition.objects.exists()


def test_address_of_a_known_source_is_that_source(admin_client):
    known = make_source()

    admin_client.post(address(make_company()), typed(url=known.url))
    admin_client.post(address(make_company()), typed(url="", source=known.pk))

    assert [place.sources.get() for place in Establishment.objects.all()] == [known, known]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"event": ""}, "event"),
        ({"day": "2022-02-30"}, "day"),
        ({"day": ""}, "day"),
        ({"day": "2999-01-01"}, "day"),
        ({"event": "closed"}, "place"),
        ({"place": "999"}, "place"),
        ({"announced": "2022-03-01"}, "announced"),
        ({"url": ""}, "url"),
        ({"url": "no address"}, "url"),
        ({"published_on": "April"}, "published_on"),
    ],
)
def test_refusal_stands_at_its_field_and_keeps_all_that_was_typed(admin_client, wrong, field):
    company = make_company()
    before = Edition.objects.count()

    response = admin_client.post(address(company), typed(name="광주센터", **wrong))

    form = response.context["adminform"].form
    assert response.status_code == 200
    assert field in form.errors
    assert 'value="광주센터"' in response.content.decode()
    assert all(form[name].value() == text for name, text in typed(**wrong).items())
    assert (Establishment.objects.count(), Source.objects.count(), Edition.objects.count()) == (0, 0, before)


def test_what_describes_a_new_place_is_not_lost_on_a_known_one(admin_client):
    place = make_place(opened_on=None, planned_on="2022-03-01")

    response = admin_client.post(address(place.company), typed(place=place.pk, name="광주센터"))

    assert list(response.context["adminform"].form.errors) == ["name"]


def test_two_sources_are_one_too_many(admin_client):
    response = admin_client.post(address(make_company()), typed(source=make_source().pk))

    assert list(response.context["adminform"].form.errors) == ["source"]


def test_what_describes_a_new_source_is_not_lost_on_a_known_one(admin_client):
    response = admin_client.post(address(make_company()), typed(url="", source=make_source().pk, title="개소식"))

    assert list(response.context["adminform"].form.errors) == ["title"]


def test_refusal_of_the_row_as_a_whole_is_shown(admin_client):
    place = make_place(opened_on=None, closed_on="2022-03-01")

    response = admin_client.post(address(place.company), typed(place=place.pk))

    assert response.context["adminform"].form.non_field_errors()


def test_only_place_is_chosen_already_and_of_several_none(admin_client):
    place, empty = make_place(), make_company()

    only = admin_client.get(address(place.company)).context["adminform"].form
    none = admin_client.get(address(empty)).context["adminform"].form
    make_place(company=place.company)
    several = admin_client.get(address(place.company)).context["adminform"].form

    assert (only["place"].value(), none["place"].value(), several["place"].value()) == (str(place.pk), NEW, None)


def test_form_opens_as_the_address_says(admin_client):
    place = make_place()
    make_place(company=place.company)

    form = admin_client.get(address(place.company, f"?event=closed&place={place.pk}")).context["adminform"].form

    assert (form["event"].value(), form["place"].value()) == ("closed", str(place.pk))
    assert admin_client.get(address(place.company, "?event=burnt&place=x")).status_code == 200


def test_today_is_no_future(admin_client):
    admin_client.post(address(make_company()), typed(day=timezone.localdate().isoformat()))

    assert Establishment.objects.exists()


@pytest.mark.parametrize(("role", "status"), [("입력", 200), ("승인", 200), ("관리", 403), (None, 403)])
def test_form_is_for_whoever_may_write_places(client, role, status):
    company = make_company()
    user = User.objects.create_user("staff", password="a-long-password", is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    client.force_login(user)

    assert client.get(address(company)).status_code == status
    assert client.post(address(company), typed()).status_code == (302 if status == 200 else 403)
    assert Establishment.objects.exists() == (status == 200)


def test_company_page_leads_to_the_form_even_where_it_can_only_be_read(client):
    company = make_company()
    user = User.objects.create_user("staff", password="a-long-password", is_staff=True)
    user.groups.add(Group.objects.get(name="입력"))
    client.force_login(user)

    page = client.get(reverse("admin:companies_company_change", args=[company.pk])).content.decode()

    assert address(company) in page
    assert 'name="_save"' not in page


def test_unknown_company_leads_back(admin_client):
    assert admin_client.get("/admin/companies/company/999/place/").status_code == 302
