"""Every list, form and history page of the admin opens, and none asks the database once a row."""

import pytest
from django.contrib import admin
from django.urls import reverse

from agreements.merges import merge_companies
from companies.models import BusinessNumber, District, Field
from companies.services import tell_apart
from editions.models import Edition
from editions.services import edition
from tests.factories import make_company, make_place, make_round, make_statement

pytestmark = pytest.mark.django_db
OWN_APPS = {"accounts", "agreements", "companies", "editions", "sources"}
# Editions are made by changes; the others are added on the page of what they belong to.
NOT_ADDED_ALONE = {"Edition", "Agreement", "Commitment", "Attendee", "Signatory", "StatementFigure"}
NOT_ADDED_ALONE |= {"DistinctCompanies"}
MODELS = [model for model in admin.site._registry if model._meta.app_label in OWN_APPS]


def address(page, *args, model):
    return reverse(f"admin:{model}_{page}", args=args)


def name_of(model):
    return f"{model._meta.app_label}_{model._meta.model_name}"


@pytest.fixture
def rows():
    """Enough rows of every kind for a query a row to show."""
    with edition(by=None, kind=Edition.Kind.CORRECT):
        field = Field.objects.create(code="chips", name_ko="반도체", name_en="Chips")
        district = District.objects.create(code="buk", name_ko="북구", name_en="Buk-gu")
        companies = [make_company(field=field) for _ in range(6)]
        for company in companies:
            make_place(company=company, district=district)
            company.aliases.create(name="다른이름", kind="trade")
            company.representatives.create(name="이완완", title="대표이사")
        round = make_round(companies=companies)
        for agreement in round.agreements.all():
            round.commitments.create(agreement=agreement, text_ko="협력한다")
            agreement.signatories.create(name="이완완", title="대표이사")
            round.attendees.create(name="손경종", title="국장")
    make_statement()
    for serial, company in enumerate(companies):
        BusinessNumber.objects.create(company=company, number=f"123456789{serial}")
        merge_companies(kept=company, merged=make_company(), by=None, reason="같은 기업")
        tell_apart(first=company, second=make_company(), by=None)


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_changelist_does_not_ask_per_row(admin_client, django_assert_max_num_queries, rows, model):
    with django_assert_max_num_queries(13):
        response = admin_client.get(address("changelist", model=name_of(model)), {"q": "1"})
    with django_assert_max_num_queries(13):
        plain = admin_client.get(address("changelist", model=name_of(model)))

    assert (response.status_code, plain.status_code) == (200, 200)


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_add_page_loads_where_rows_may_be_added(admin_client, django_assert_max_num_queries, model):
    with django_assert_max_num_queries(8):
        response = admin_client.get(address("add", model=name_of(model)))

    expected = 403 if model.__name__ in NOT_ADDED_ALONE else 200
    assert response.status_code == expected


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_change_and_history_pages_load(admin_client, rows, model):
    row = model.objects.first()

    for page in ("change", "history"):
        assert admin_client.get(address(page, row.pk, model=name_of(model))).status_code == 200
