"""The package of an edition: the same bytes each time, what pages show and nothing else, valid to others' tools."""

import datetime
import io
import json
from zipfile import ZipFile

import frictionless
import pytest
from django.apps import apps

from companies.models import Alias, BusinessNumber, Company
from companies.services import rename_company
from editions.history import EditionStamp
from editions.models import Edition
from editions.services import edition
from figures.editions.public_fields import PUBLIC
from open_data.package.columns import PACKED
from tests.factories import make_company, make_place, make_point, make_round, make_source, make_statement
from tests.open_data.packages import files_of, packed, table_of, written

CANARY = "카나리아"


@pytest.mark.usefixtures("register")
def test_the_same_edition_gives_the_same_bytes():
    first = written()

    make_company()

    assert written() == first


@pytest.mark.usefixtures("register")
def test_the_times_in_a_package_are_that_of_its_edition():
    Edition.objects.filter(pk=1).update(made_at=datetime.datetime(2026, 1, 2, 20, 4, 6, tzinfo=datetime.UTC))

    with ZipFile(io.BytesIO(written())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 1, 3, 5, 4, 6)}


@pytest.mark.usefixtures("register")
def test_frictionless_finds_nothing_wrong(tmp_path):
    path = packed(files_of(written()), tmp_path / "package.zip")

    report = frictionless.validate(str(path))

    assert report.flatten(["name", "type", "message"]) == []
    assert len(report.tasks) == 15


@pytest.mark.usefixtures("register")
def test_frictionless_finds_a_wrong_byte(tmp_path):
    files = files_of(written())
    files["rounds.csv"] = files["rounds.csv"].replace(b"2022-03-23", b"2022-03-24", 1)
    path = packed(files, tmp_path / "package.zip")

    report = frictionless.validate(str(path))

    wrong = [task for task in report.tasks if not task.valid]
    assert [(task.place, task.errors[0].type) for task in wrong] == [("rounds.csv", "hash-count")]


def test_the_description_is_in_both_languages(db):
    make_round(companies=[make_company()])
    number = Edition.objects.first().number

    told = json.loads(files_of(written(number))["datapackage.json"])

    assert told["version"] == str(number)
    assert told["licenses"][0]["name"] == "KOGL-1"
    fields = [field for resource in told["resources"] for field in resource["schema"]["fields"]]
    assert all(field.keys() & {"title", "description"} for field in fields)
    assert all(f"{name}_ko" in field for field in fields for name in ("title", "description") if name in field)


def test_the_columns_are_among_those_that_pages_show():
    naming = {"id", "key", "slug", "code", "order", "round", "company_id", "company", "statement"}

    more = {
        (table.name, column)
        for table in PACKED
        for column in table.columns
        if column not in {*PUBLIC[table.model._meta.label].fields, *naming}
    }

    assert more == set()


def test_every_public_table_is_packed():
    public = {model.instance_type for model in apps.get_models() if issubclass(model, EditionStamp)}

    assert {table.model for table in PACKED} == public


def test_nothing_unpublished_or_private_is_inside(db):
    company = make_company()
    BusinessNumber.objects.create(company=company, number="1234567891")
    make_company(name=f"{CANARY}기업", published=False)
    make_source(title=CANARY)
    draft = make_round(numbers=None, companies=[company], published=False, note_ko=CANARY, venue=CANARY)
    make_statement(published=False, summary_ko=CANARY)
    draft.attendees.create(name=CANARY)
    draft.commitments.create(text_ko=CANARY)
    make_round(companies=[company])

    files = files_of(written(Edition.objects.first().number))

    assert [name for name, content in files.items() if CANARY.encode() in content or b"1234567891" in content] == []
    assert len(table_of(written(2), "companies")) == 1


def test_what_a_past_edition_said_is_packed_as_it_was(db):
    company = make_company(name="옛이름")
    past = Edition.objects.first().number
    rename_company(company=company, name="새이름", renamed_on=None, by=None, reason="상호 변경")

    names = [[row["name"] for row in table_of(written(number), "companies")] for number in (past, past + 1)]

    assert names == [["옛이름"], ["새이름"]]
    assert [len(table_of(written(number), "aliases")) for number in (past, past + 1)] == [0, 1]


def test_a_partial_day_is_as_long_as_it_is_known(db):
    company = make_company()
    with edition(by=None, kind=Edition.Kind.CORRECT):
        Alias.objects.create(
            company=company, name="나무", kind="trade", used_from="2021-02-28", used_from_precision="month"
        )

    (alias,) = table_of(written(Edition.objects.first().number), "aliases")

    assert (alias["used_from"], alias["used_until"]) == ("2021-02", "")


def test_no_cell_begins_a_formula(db):
    make_place(company=make_company(name="=1+1"), address="+82", name="@집")
    number = Edition.objects.first().number

    (company,), (place,) = table_of(written(number), "companies"), table_of(written(number), "establishments")

    assert (company["name"], place["address"], place["name"]) == ("'=1+1", "'+82", "'@집")


def test_rows_are_read_in_few_queries(django_assert_max_num_queries, db):
    for _times in range(3):
        point = make_point(round=make_round(numbers=None, companies=[make_company()]))
    make_place(company=Company.objects.first())
    number = Edition.objects.first().number
    assert point.pk

    with django_assert_max_num_queries(90):
        written(number)
