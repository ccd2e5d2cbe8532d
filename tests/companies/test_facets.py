"""The number beside a value of a facet is what the list holds once it is chosen."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companies.facets import facets_of
from companies.models import Company, Representative
from tests.companies.directory_in_sql import filterset_of, listing_of
from tests.figures.small_registers import DAYS, FEWER, companies, places, rounds, store

pytestmark = pytest.mark.django_db
CONDITIONS = {
    "kind": ["company", "institution"],
    "field": ["one", "two", "unknown"],
    "status": ["open", "planned", "closed", "unconfirmed"],
    "district": ["one", "two", "unknown"],
    "q": ["c", "h", "1"],
    "signed_before": [DAYS[6].isoformat()],
}
conditions = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in CONDITIONS.items()})


def listed(query, day):
    return filterset_of(query, day).qs.count()


@settings(max_examples=40 // FEWER, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rounds, places, companies, conditions, st.sampled_from(DAYS[4:]))
def test_every_value_leaves_as_many_companies_as_it_says(rounds, places, companies, query, day):
    with transaction.atomic():
        store(rounds, places, [], companies)
        _set_keys(Company), _set_keys(Representative)
        listing = listing_of(query, day)
        for facet in facets_of(listing.filterset, listing.counts()):
            codes = [code for code, _label in listing.filterset.filters[facet.name].extra["choices"]]
            for code, value in zip(codes, facet.values, strict=True):
                assert value.count == listed({**query, facet.name: code}, day), (facet.name, code)
                assert value.is_chosen == (query.get(facet.name) == code)
        transaction.set_rollback(True)


def _set_keys(model):
    rows = list(model.objects.all())
    for row in rows:
        row.set_keys()
    model.objects.bulk_update(rows, ["search_key", "initials_key"])


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "query", ["", "?q=ㅅㅍㅌ", "?status=open", "?district=dong-gu", "?field=unknown&district=unknown&as_of=2022-03-23"]
)
def test_the_link_of_every_value_leads_to_as_many_companies_as_it_says(client, query):
    for facet in client.get(f"/companies/{query}").context["facets"]:
        for value in facet.offered:
            if not value.is_chosen:
                assert client.get(value.address).context["count"] == value.count > 0


@pytest.mark.usefixtures("register")
def test_a_value_that_leaves_none_is_not_offered_and_a_chosen_one_leads_back(client):
    page = client.get("/companies/?kind=institution&district=dong-gu&page=1")
    kinds, fields, _statuses, districts = page.context["facets"]

    assert [(value.address, value.is_chosen) for value in districts.offered] == [("/companies/?kind=institution", True)]
    assert [value.count for value in kinds.offered] == [8, 0]
    assert fields.offered == []
    assert 'id="facet-field"' not in page.content.decode()
