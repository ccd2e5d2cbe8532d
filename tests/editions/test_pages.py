"""The list of editions, one edition, and what was corrected: page and feed."""

from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import Group

from accounts.models import User
from agreements.services import withdraw_round
from companies.services import rename_company
from editions.history import EditionStamp
from editions.models import Edition
from editions.services import edition
from figures.editions.public_fields import PUBLIC
from tests.factories import DAY, make_company, make_round, make_statement

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def person(name, role):
    user = User.objects.create_user(name, password="a-long-password", last_name="홍길동")
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.mark.parametrize("address", ["/editions/", "/en/editions/"])
def test_the_public_reads_when_and_why_the_register_changed(client, address):
    round = make_round()
    withdraw_round(round=round, by=None, reason="체결일 오기")

    page = client.get(address)

    assert page.status_code == 200
    assert [edition.number for edition in page.context["page"].object_list] == [2, 1]
    assert "체결일 오기" in page.content.decode()


def test_a_draft_is_no_edition(client):
    make_round(published=False)

    assert client.get("/editions/").context["count"] == 0


@pytest.mark.parametrize(("query", "status"), [("page=1", 200), ("page=2", 404), ("page=x", 400), ("sort=number", 400)])
@pytest.mark.parametrize("address", ["/editions/", "/editions/1/"])
def test_parameters_are_strict(client, address, query, status):
    Edition.objects.create(number=1, kind="publish")

    assert client.get(f"{address}?{query}").status_code == status


def test_the_role_is_shown_and_the_name_is_not(client):
    round = make_round()
    withdraw_round(round=round, by=person("kim", "승인"), reason="오기")

    pages = [client.get(address).content.decode() for address in ("/editions/", "/editions/2/", "/corrections/")]

    assert Edition.objects.get(pk=2).made_by_role == "승인"
    assert Edition.objects.get(pk=1).made_by_role == ""
    assert not any("홍길동" in text or ">kim" in text for text in pages)


def test_each_record_is_shown_before_and_after(client):
    company = make_company(name="나무", business_ko="목재")
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="업종 정정"):
        company.business_ko = "가구"
        company.save()

    page = client.get(f"/en/editions/{Edition.objects.count()}/")

    ((owner, (told,)),) = page.context["groups"]
    assert owner.label == "나무"
    assert told.fields == [("Business (Korean)", "목재", "가구")]
    assert page.context["counts"] == {"added": 0, "changed": 1, "removed": 0}


def test_the_page_of_an_edition_does_not_know_what_came_later(client):
    company = make_company(name="나무")
    rename_company(company=company, name="숲", renamed_on=None, by=None, reason="개명")

    assert "숲" not in client.get("/editions/1/").content.decode()
    assert client.get("/editions/2/?edition=1").status_code == 404
    assert client.get("/editions/?edition=1").context["count"] == 1


def test_days_gone_by_that_an_edition_moved_lead_to_why(client):
    make_statement(figures=[("agreements", 20)], as_of=DAY.replace(month=6))
    make_round(numbers=None, stated_count=4)

    page = client.get("/editions/2/")

    (moved,) = page.context["moved"]
    (period,) = moved["periods"]
    assert (moved["key"], period.first_day, period.difference) == ("agreements", DAY, 4)
    assert str(period.last_day) == "2022-06-22"
    assert (
        client.get("/figures/agreements/changes/?from=2022-03-23&to=2022-03-23&from_edition=1&to_edition=2")
        .context["changes"]
        .difference
        == 4
    )


def test_corrections_are_a_list_of_their_own(client):
    round = make_round(companies=[make_company(name="나무")])
    withdraw_round(round=round, by=None, reason="오기")

    page = client.get("/corrections/")

    (row,) = page.context["summaries"]
    assert row.edition.kind == "withdraw"
    assert [owner.label for owner in row.owners if owner.label == "나무"] == ["나무"]


@pytest.mark.parametrize("language", ["", "/en"])
def test_corrections_are_a_feed_with_ids_that_stay(client, language):
    round = make_round()
    withdraw_round(round=round, by=None, reason="<오기> & 정정")

    answer = client.get(f"{language}/feeds/corrections.atom")

    feed = ElementTree.fromstring(answer.content)
    (entry,) = feed.findall(f"{ATOM}entry")
    made_at = Edition.objects.get(pk=2).made_at
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.find(f"{ATOM}id").text == f"tag:testserver,2026-11-23:{language}/feeds/corrections.atom"
    assert entry.find(f"{ATOM}id").text.endswith(f":{language}/editions/2/")
    assert entry.find(f"{ATOM}updated").text == made_at.isoformat()
    assert entry.find(f"{ATOM}title").text.endswith("<오기> & 정정")
    assert feed.find(f"{ATOM}author/{ATOM}name").text


def test_every_public_record_says_what_is_shown_of_it():
    """To repair: list the fields that the public pages show of the record in figures/editions/public_fields.py."""
    histories = {model.instance_type._meta.label for model in EditionStamp.__subclasses__()}

    assert histories == set(PUBLIC)
