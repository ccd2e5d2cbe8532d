"""The history of every record says what differs, and leads back to any older version."""

import pytest
from django.contrib import admin
from django.db import models
from django.urls import reverse

from companies.models import Alias, BusinessNumber, Company, Representative
from editions.models import Edition
from editions.services import edition
from tests.factories import make_company, make_place, make_round, make_source, make_statement

pytestmark = pytest.mark.django_db
WITH_HISTORY = [model for model in admin.site._registry if hasattr(model, "history")]
REASON = {"edition_reason": "잘못 고침"}


def address(page, *args, model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def name_of(model):
    return model._meta.label


def correct(record, **values):
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="고침"):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()


def revert(client, record, version, **posted):
    return client.post(address("simple_history", record.pk, version.pk, model=type(record)), posted or REASON)


def a_record(model):
    """One of the real register, which holds no private numbers."""
    if model is BusinessNumber:
        return BusinessNumber.objects.create(company=Company.objects.first(), number="1248100998")
    return model.objects.order_by("pk").first()


def another_value(record):
    """{field: a valid value that the record does not have} of a field that people write, a text where there is one."""
    if isinstance(record, BusinessNumber):
        return {"number": "2208162517"}
    plain = [
        field
        for field in record._meta.concrete_fields
        if field.editable and not field.choices and not field.unique and not field.is_relation
    ]
    for field in plain:
        if type(field) in (models.CharField, models.TextField) and len(getattr(record, field.name)) < 50:
            return {field.name: getattr(record, field.name) + "가"}
    number = next(field for field in plain if isinstance(field, models.IntegerField))
    return {number.name: getattr(record, number.name) + 1}


@pytest.mark.parametrize("model", WITH_HISTORY, ids=name_of)
def test_every_record_has_a_history_with_differences_and_a_way_back(admin_client, register, model):
    """To repair: register the model with a RegisterAdmin; where the register holds no such row, make one here."""
    record = a_record(model)
    changed = another_value(record)
    kept = {name: getattr(record, name) for name in changed}
    before = record.history.latest()
    correct(record, **changed)
    editions = Edition.objects.count()

    page = admin_client.get(address("history", record.pk, model=model))
    asked = admin_client.get(address("simple_history", record.pk, before.pk, model=model))
    done = revert(admin_client, record, before)

    record.refresh_from_db()
    shown = page.context["page_obj"].object_list[0].history_delta_changes
    assert [(old, new) for _label, old, new in shown] == [(str(kept[name]), str(changed[name])) for name in changed]
    assert "style=" not in page.content.decode() + asked.content.decode()
    assert len(asked.context["changes"]) == 1
    assert done.status_code == 302, done.context["problems"]
    assert {name: getattr(record, name) for name in changed} == kept
    made = [(made.kind, made.reason) for made in Edition.objects.order_by("number")[editions:]]
    assert made == ([("correct", REASON["edition_reason"])] if record.is_public() else [])


def test_differences_are_in_words(admin_client):
    company, source = make_company(published=False), make_source(title="기사")
    place = make_place(company=company, kind="office", opened_on="2022-03-31", opened_on_precision="month")
    place.refresh_from_db()
    correct(place, kind="lab", opened_on_precision="day")
    place.sources.add(source)

    page = admin_client.get(address("history", place.pk, model=type(place)))

    rows, before, _made = page.context["page_obj"].object_list
    assert rows.history_delta_changes == [("출처", "", "기사")]
    assert before.history_delta_changes == [
        ("거점 형태", "지역사무소", "연구소"),
        ("개소일", "2022. 3.", "2022. 3. 31."),
    ]


def test_reverting_what_is_public_asks_for_a_reason(admin_client):
    statement = make_statement(stated_by="시장")
    before = statement.history.latest()
    correct(statement, stated_by="부시장")

    asked = revert(admin_client, statement, before, edition_reason=" ")

    statement.refresh_from_db()
    assert asked.status_code == 200
    assert asked.context["problems"]
    assert statement.stated_by == "부시장"


def test_reverting_a_draft_makes_no_edition_and_asks_for_nothing(admin_client):
    company = make_company(published=False, business_ko="처음")
    before = company.history.latest()
    correct(company, business_ko="나중")

    revert(admin_client, company, before)

    company.refresh_from_db()
    assert company.business_ko == "처음"
    assert not Edition.objects.exists()


@pytest.mark.parametrize("published", [True, False])
def test_reverting_neither_publishes_nor_withdraws(admin_client, published):
    round = make_round(venue="시청")
    versions = [round.history.filter(status=status).latest() for status in ("draft", "published")]
    correct(round, venue="구청")
    if not published:
        admin_client.post(address("withdraw", round.pk, model=type(round)), REASON)

    for version in versions:
        revert(admin_client, round, version)

    round.refresh_from_db()
    assert (round.venue, round.is_public()) == ("시청", published)


def test_sources_of_an_older_version_come_back(admin_client):
    company, first, second = make_company(published=False), make_source(), make_source()
    company.sources.add(first)
    before = company.history.latest()
    company.sources.set([second])

    revert(admin_client, company, before)

    assert list(company.sources.all()) == [first]


def test_deleted_row_is_found_from_the_history_of_its_company_and_restored(admin_client):
    company = make_company()
    with edition(by=None, kind=Edition.Kind.CORRECT):
        alias = Alias.objects.create(company=company, name="옛이름", kind="former")
        pk = alias.pk
        alias.delete()
    version = Alias.history.filter(id=pk, history_type="+").get()

    page = admin_client.get(address("history", company.pk, model=Company)).content.decode()
    restored = admin_client.post(address("simple_history", pk, version.pk, model=Alias), REASON)

    assert address("history", pk, model=Alias) in page
    assert restored.status_code == 302
    assert Alias.objects.get(pk=pk).name == "옛이름"


def test_deleted_row_stays_away_while_its_company_is_gone(admin_client):
    company = make_company(published=False)
    alias = Alias.objects.create(company=company, name="옛이름", kind="former")
    pk, version = alias.pk, alias.history.latest()
    company.delete()

    page = admin_client.get(address("history", pk, model=Alias))
    asked = admin_client.get(address("simple_history", pk, version.pk, model=Alias))
    refused = admin_client.post(address("simple_history", pk, version.pk, model=Alias), REASON)

    assert (page.status_code, asked.status_code, refused.status_code) == (200, 200, 403)
    assert asked.context["problems"]
    assert not Alias.objects.exists()


def test_deleted_draft_company_comes_back_as_a_draft(admin_client):
    company = make_company(published=False, name="나무")
    pk, version = company.pk, company.history.latest()
    company.delete()

    admin_client.post(address("simple_history", pk, version.pk, model=Company))

    assert not Company.objects.get(pk=pk, name="나무").is_public()


def test_reverting_to_numbers_that_another_round_has_is_refused(admin_client):
    round = make_round(numbers=(1, 2))
    before = round.history.latest()
    correct(round, first_number=3, last_number=4)
    make_round(numbers=(1, 2))

    refused = revert(admin_client, round, before)

    round.refresh_from_db()
    assert refused.status_code == 200
    assert refused.context["problems"]
    assert round.first_number == 3


def test_reverting_to_what_stands_already_is_nothing_to_do(admin_client):
    company = make_company()
    editions = Edition.objects.count()

    page = admin_client.get(address("simple_history", company.pk, company.history.latest().pk, model=Company))
    revert(admin_client, company, company.history.latest())

    assert not page.context["changes"]
    assert Edition.objects.count() == editions


def test_a_version_of_another_record_is_not_found(admin_client):
    first, second = make_company(), make_company()

    for version in (second.history.latest().pk, "x"):
        found = admin_client.get(address("simple_history", first.pk, version, model=Company))
        assert found.status_code == 404


@pytest.mark.parametrize(("role", "seen", "done"), [("입력", 200, 403), ("승인", 200, 302), ("관리", 403, 403)])
def test_a_published_round_is_reverted_by_those_who_publish(signed_in, role, seen, done):
    round = make_round(venue="시청")
    before = round.history.latest()
    correct(round, venue="구청")
    client = signed_in(role)

    assert client.get(address("history", round.pk, model=type(round))).status_code == seen
    assert client.get(address("simple_history", round.pk, before.pk, model=type(round))).status_code == seen
    assert revert(client, round, before).status_code == done


@pytest.mark.parametrize(("role", "done"), [("입력", 302), ("승인", 302), ("관리", 403)])
def test_a_fact_of_a_company_is_reverted_by_those_who_enter_it(signed_in, role, done):
    with edition(by=None, kind=Edition.Kind.CORRECT):
        head = Representative.objects.create(company=make_company(), name="이완완")
    before = head.history.latest()
    correct(head, title="대표")

    assert revert(signed_in(role), head, before).status_code == done
