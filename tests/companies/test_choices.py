"""Names of fields and districts stand on public pages: a change of one is an edition."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from companies.models import District, Field
from editions.models import Edition
from editions.services import NoEditionOpen, edition

pytestmark = pytest.mark.django_db
MIGRATION = import_module("companies.migrations.0003_begin_the_history_of_fields_and_districts")


def make_field(**overrides):
    values = {"code": "chips", "name_ko": "반도체", "name_en": "Chips", "division": "register"} | overrides
    with edition(by=None, kind=Edition.Kind.LOAD):
        return Field.objects.create(**values)


def spans(row):
    return list(row.history.order_by("history_id").values_list("edition_from", "edition_until"))


def test_renaming_a_field_is_an_edition_and_the_old_name_stays_readable():
    field = make_field()
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="시의 분류"):
        field.name_ko = "AI 반도체"
        field.save()

    assert spans(field) == [(1, 2), (2, None)]
    assert field.history.get(edition_from=1).name_ko == "반도체"


def test_renaming_a_field_in_silence_is_refused():
    field = make_field()

    with pytest.raises(NoEditionOpen):
        field.save()


@pytest.mark.parametrize("editions", [0, 3])
def test_rows_from_before_have_stood_since_the_first_edition(editions):
    for number in range(1, editions + 1):
        Edition.objects.create(number=number, kind=Edition.Kind.PUBLISH)
    Field.objects.bulk_create([Field(code="chips", name_ko="반도체", name_en="Chips", division="city")])
    District.objects.bulk_create([District(code="buk", name_ko="북구", name_en="Buk-gu")])

    MIGRATION.begin_history(apps, connection.schema_editor())

    assert spans(Field.objects.get()) == spans(District.objects.get()) == [(1, None)]
    assert Field.history.get().name_ko == "반도체"


def test_field_changed_in_the_admin_asks_for_a_reason(admin_client):
    field = make_field()
    address = f"/admin/companies/field/{field.pk}/change/"
    form = {"code": "chips", "name_ko": "AI 반도체", "name_en": "AI chips", "division": "register", "order": 0}

    refused = admin_client.post(address, form)
    accepted = admin_client.post(address, form | {"edition_reason": "시의 분류"})

    field.refresh_from_db()
    assert (refused.status_code, accepted.status_code) == (200, 302)
    assert (field.name_ko, Edition.objects.first().reason) == ("AI 반도체", "시의 분류")
