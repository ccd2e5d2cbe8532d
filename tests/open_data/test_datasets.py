"""What leaves the program: every column is meant, rows are those of the day and edition, and no row costs a query."""

import datetime
import json

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from common.parameters import ParametersRefused
from companies.models import BusinessNumber, Company
from companies.services import rename_company
from editions.clocks import read_clocks
from editions.models import Edition
from editions.services import edition
from open_data.datasets.registry import DATASETS
from open_data.listing import read_listing
from open_data.reading import read_rows
from tests.factories import DAY, make_company, make_place, make_point, make_round, make_statement
from tests.open_data.files import fetched

pytestmark = pytest.mark.django_db

COLUMNS = {
    "companies": "id name name_en other_names kind kind_name field field_name field_basis field_basis_name business_ko "
    "business_en head_office homepage representatives status status_name district district_name first_signed_on "
    "agreements sources address",
    "representatives": "id company_id company company_en name title started_on ended_on sources address",
    "rounds": "id slug first_number last_number number_basis number_basis_name signed_on signing_party "
    "city_signatory_name city_signatory_title venue stated_count recorded size established companies confidence "
    "confidence_name sources address",
    "agreements": "id number number_basis number_basis_name round_id round signed_on order company_id company "
    "company_en signatories sources address",
    "establishments": "id company_id company company_en kind kind_name name status status_name district district_name "
    "street_address announced_on planned_on opened_on confirmed_on closing_reported_on closed_on last_seen freshness "
    "freshness_name people confidence confidence_name sources address",
    "statements": "id statement_id as_of stated_on stated_by measure measure_name value out_of certainty "
    "certainty_name expected difference verdict verdict_name summary_ko summary_en confidence confidence_name sources "
    "address",
    "commitments": "id round_id round signed_on company_id company company_en text_ko text_en kind kind_name state "
    "state_name state_on due_on overdue evidence address",
    "sources": "id key title publisher published_on url",
    "editions": "id made_at kind kind_name reason made_by_role made_by_role address",
}
COLUMNS["editions"] = "id made_at kind kind_name reason made_by_role address"


def rows_of(name, address=""):
    """The rows of a table as {column: value}, with their key as text."""
    query = QueryDict(address, mutable=True)
    clocks = read_clocks(query)
    with clocks.register():
        rows = read_listing(DATASETS[name], query, clocks).rows
        chunks = read_rows(DATASETS[name], rows, clocks, lambda column: lambda value: None if value == "" else value)
        return [dict(zip(DATASETS[name].fields, row, strict=True)) for chunk in chunks for row in chunk]


def test_only_these_columns_leave_the_program():
    assert {name: " ".join(dataset.fields) for name, dataset in DATASETS.items()} == COLUMNS


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", DATASETS)
def test_every_column_is_headed_and_explained_once(name, language):
    with translation.override(language):
        labels = [str(column.label).lower() for column in DATASETS[name].columns]

        assert len(set(labels)) == len(labels)
        assert all(str(column.description).endswith(".") for column in DATASETS[name].columns)


def test_what_is_private_is_in_no_file(client):
    """Notes, business numbers, staff names and drafts, each marked by a word of its own."""
    company = make_company(name="나무", note_ko="비밀-기업", note_en="secret-company")
    BusinessNumber.objects.create(company=company, number="1234567890")
    signing = make_round(companies=[company], note_ko="비밀-차수")
    make_place(company=company, note_ko="비밀-거점")
    make_statement(note_ko="비밀-발표")
    hidden = make_company(name="비밀-초안", published=False)
    make_round(numbers=(146, 146), companies=[hidden], published=False, venue="비밀-장소")
    make_point(round=signing)

    for name in DATASETS:
        for kind in ("csv", "json"):
            content = fetched(client, f"/data/{name}.{kind}").decode()
            assert "비밀" not in content, name
            assert "secret" not in content, name
            assert "1234567890" not in content, name


def test_the_name_of_who_made_an_edition_is_in_no_file(client, django_user_model):
    person = django_user_model.objects.create_user("kim.staff", last_name="김직원")
    with edition(by=person, kind=Edition.Kind.CORRECT, reason="정정"):
        Company.objects.create(name="나무", status="published")

    content = fetched(client, "/data/editions.json").decode()

    assert "정정" in content
    assert "kim.staff" not in content
    assert "김직원" not in content


def test_a_table_says_of_a_past_edition_what_it_said(client):
    company = make_company(name="나무")
    make_round(companies=[company])
    with edition(by=None, kind=Edition.Kind.CORRECT):
        company.representatives.create(name="김대표", title="대표")
    past = read_clocks(QueryDict()).present
    rename_company(company=company, name="숲", renamed_on=None, by=None, reason="상호 변경")

    tables = {name: rows_of(name, f"edition={past}") for name in ("companies", "representatives", "agreements")}

    assert tables["companies"][0]["name"] == "나무"
    assert tables["representatives"][0]["company"] == tables["agreements"][0]["company"] == "나무"
    assert rows_of("companies")[0]["name"] == "숲"
    assert [row["id"] for row in rows_of("editions", f"edition={past}")] == list(range(past, 0, -1))


def test_a_day_knows_nothing_of_what_came_later():
    later = datetime.date(2023, 1, 1)
    company = make_company()
    signing = make_round(companies=[company])
    make_place(company=company, closed_on=later, people=7)
    with edition(by=None, kind=Edition.Kind.CORRECT):
        company.representatives.create(name="김대표", started_on=DAY, ended_on=later)
        company.representatives.create(name="이대표", started_on=later)
    make_point(round=signing, state="fulfilled", state_on=later)

    on_the_day = f"as_of={DAY}"
    (place,) = rows_of("establishments", on_the_day)
    (head,) = rows_of("representatives", on_the_day)
    (point,) = rows_of("commitments", on_the_day)

    assert (place["status"], place["closed_on"], place["people"]) == ("open", None, None)
    assert (head["name"], head["ended_on"]) == ("김대표", None)
    assert (point["state"], point["state_on"]) == (None, None)
    assert rows_of("establishments") == []
    assert [str(row["closed_on"]) for row in rows_of("establishments", "status=closed")] == ["2023-01-01"]
    assert str(rows_of("commitments")[0]["state_on"]) == "2023-01-01"


def test_a_stated_number_stands_beside_what_the_register_gives():
    make_round(companies=[make_company()])
    make_statement(figures=[("agreements", 146), ("people", 20)])

    checked, unchecked = rows_of("statements")

    assert (checked["expected"], checked["difference"], checked["verdict"]) == (145, 1, "off")
    assert (unchecked["expected"], unchecked["difference"], unchecked["verdict"]) == (None, None, "unchecked")
    assert [row["id"] for row in rows_of("statements", "verdict=off")] == [checked["id"]]


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("query", ["sort=password", "sort=--id", "kind=nothing", "signed_after=2022-02-30"])
def test_what_cannot_be_answered_is_refused(name, query):
    asked = QueryDict(query)
    known = query.startswith("sort") or query.partition("=")[0] in DATASETS[name].parameters
    if known:
        with pytest.raises(ParametersRefused):
            read_listing(DATASETS[name], asked, read_clocks(QueryDict()))


def make_many(times):
    """A register with so many of everything, each with sources."""
    for serial in range(times):
        company = make_company()
        signing = make_round(numbers=(1000 + serial, 1000 + serial), companies=[company])
        place = make_place(company=company)
        make_statement()
        point = make_point(round=signing, agreement=signing.agreements.get(), state="fulfilled")
        with edition(by=None, kind=Edition.Kind.CORRECT):
            head = company.representatives.create(name="김대표")
            company.aliases.create(name=f"Name {serial}", kind="english")
            signing.agreements.get().signatories.create(name="김대표")
            for relation in (head.sources, place.sources, point.evidence, company.sources):
                relation.set(signing.sources.all())


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        rows = json.loads(fetched(client, address))["rows"]
    return len(rows), len(captured)


def test_no_row_costs_a_query(client):
    make_many(3)
    few = {name: queries(client, f"/en/data/{name}.json") for name in DATASETS}
    make_many_more = 27
    for serial in range(make_many_more):
        company = make_company()
        make_round(numbers=(2000 + serial, 2000 + serial), companies=[company])
        make_place(company=company)
        make_statement()
        with edition(by=None, kind=Edition.Kind.CORRECT):
            company.representatives.create(name="김대표")
    many = {name: queries(client, f"/en/data/{name}.json") for name in DATASETS}

    assert all(rows in (3, 30) or rows > 30 for rows, _count in many.values())
    assert {name: count for name, (_rows, count) in few.items()} == {
        name: count for name, (_rows, count) in many.items()
    }
    assert max(count for _rows, count in many.values()) <= 21
