"""A made register is one that the services could have left: valid rows, whole histories, figures that agree."""

import datetime
import hashlib
from io import StringIO
from itertools import chain

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from agreements.models import Agreement, SigningRound
from common.korean import sort_key
from companies.models import Alias, Company, Establishment, Representative
from companies.services import publish_company
from editions.history import EditionStamp
from editions.models import Edition
from editions.past import register_at
from editions.services import latest_number
from figures.self_check import check_figures
from figures.statements.ledger import read_ledger
from figures.sums.day_sums import read_day_sums
from synthetic.services import NotEmpty, make_register
from tests.factories import make_company

HISTORIES = [model for model in apps.get_models() if issubclass(model, EditionStamp)]
RECORDS = [history.instance_type for history in HISTORIES]


def digest():
    """Of every row of every record and history, as Python sees it."""
    said = hashlib.sha256()
    for model in [Edition, *RECORDS, *HISTORIES]:
        columns = [field.attname for field in model._meta.concrete_fields]
        for row in model.objects.order_by("pk").values_list(*columns):
            said.update(repr((model._meta.label, row)).encode())
    return said.hexdigest()


def make(agreements=120, seed=1):
    make_register(agreements=agreements, seed=seed)
    return digest()


@pytest.mark.django_db
def test_the_same_numbers_give_the_same_register_on_every_database():
    """Where the maker is changed on purpose, this is the one line to change."""
    assert make()[:16] == "e6d837b50976c9d0"


@pytest.mark.django_db
@pytest.mark.parametrize("agreements", [1, 2, 9, 45])
def test_it_records_as_many_agreements_as_were_asked_for(agreements):
    make_register(agreements=agreements, seed=7)

    assert Agreement.objects.public().count() == agreements


@pytest.mark.django_db
def test_a_register_that_holds_anything_is_refused():
    make_company(published=False)

    with pytest.raises(NotEmpty):
        make_register(agreements=10, seed=1)

    assert Company.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("arguments", [["--agreements", "0"], ["--agreements", "5000001"]])
def test_the_command_refuses_what_it_cannot_make(arguments):
    with pytest.raises(CommandError, match="from 1 to 5,000,000"):
        call_command("make_register", *arguments, stdout=StringIO())


@pytest.mark.django_db
def test_the_command_says_what_it_made_and_refuses_a_second_time():
    out = StringIO()

    call_command("make_register", "--agreements", "10", stdout=out)

    assert ("agreements_agreement", "10") in {tuple(line.split()) for line in out.getvalue().splitlines()}
    with pytest.raises(CommandError, match="not empty"):
        call_command("make_register", "--agreements", "10", stdout=out)


def test_every_record_is_valid(made):
    for model in RECORDS:
        for record in model.objects.all():
            record.full_clean()


def test_keys_are_those_that_saving_sets(made):
    for record in chain(*(model.objects.all() for model in (Company, Alias, Representative))):
        kept = record.search_key, record.initials_key, getattr(record, "sort_key", "")

        record.set_keys()

        assert (record.search_key, record.initials_key) == kept[:2]
        assert kept[2] == (sort_key(record.name) if isinstance(record, Company) else "")


def test_no_two_companies_have_one_name(made):
    keys = list(Company.objects.values_list("search_key", flat=True))

    assert len(keys) == len(set(keys))


def test_a_company_is_found_by_the_initials_of_its_name(made):
    company = Company.objects.filter(initials_key__startswith="ㅁ").first()

    assert company in Company.objects.search(company.initials_key[:4])


def test_the_history_ends_with_what_the_record_is(made):
    for model in RECORDS:
        columns = [field.attname for field in model._meta.concrete_fields if field.name != "merged_into"]
        last = model.history.model.objects.filter(edition_from__isnull=False, edition_until__isnull=True)
        known, present = last.order_by("id").values_list(*columns), model.objects.order_by("pk").values_list(*columns)

        assert list(known) == list(present), model


def test_the_present_edition_read_as_a_past_one_has_the_same_links(made):
    linked = [(model, *model._meta.many_to_many) for model in RECORDS if model._meta.many_to_many]

    def links():
        return [list(model.objects.order_by("pk", to.name).values_list("pk", to.name)) for model, to in linked]

    present = links()
    with register_at(latest_number()):
        assert links() == present


def test_each_edition_after_the_load_holds_more_and_each_agreement_is_in_one(made):
    numbers = range(1, latest_number() + 1)
    counts = []
    for number in numbers:
        with register_at(number):
            counts.append(Agreement.objects.public().count())

    assert counts == sorted(counts)
    assert 90 < counts[0] < counts[-1] == 120
    assert list(Edition.objects.order_by("number").values_list("kind", flat=True)) == [
        "load",
        *["publish"] * (len(numbers) - 3),
        "record",
        "correct",
    ]


def test_an_opening_recorded_and_a_day_corrected_are_read_back(made):
    latest = latest_number()
    days = []
    for number in (latest - 2, latest - 1, latest):
        with register_at(number):
            places = Establishment.objects.filter(company=1, order__gte=3).order_by("order")
            days.append([(place.opened_on, place.sources.count()) for place in places])

    opened, wrong, right = (datetime.date(*day) for day in [(2025, 11, 26), (2024, 5, 31), (2024, 3, 31)])
    assert days == [[(None, 1), (wrong, 1)], [(opened, 2), (wrong, 1)], [(opened, 2), (right, 1)]]


def test_figures_agree_by_both_ways_in_every_kind_of_edition(made):
    days = [datetime.date(2019 + year, month, 28) for year in range(7) for month in (3, 11)]

    for edition in (None, 1, latest_number() - 1):
        result = check_figures(days, edition=edition)

        assert result.compared > 500
        assert result.differences == []


def test_statements_are_near_what_the_register_gives(made):
    checks = read_ledger(read_day_sums(), datetime.date(2026, 1, 1)).checks

    assert len(checks) >= 8
    assert all(abs(check.difference or 0) <= 12 for check in checks)


def test_numbers_follow_each_other(made):
    ranges = list(SigningRound.objects.order_by("first_number").values_list("first_number", "last_number"))

    assert [first for first, _last in ranges] == [1, *(last + 1 for _first, last in ranges[:-1])]


def test_what_is_added_later_is_kept_like_any_other_row(made):
    latest = latest_number()

    company = publish_company(company=Company.objects.create(name="나중에 온 기업"), by=None)

    assert company.pk == Company.objects.exclude(pk=company.pk).count() + 1
    assert latest_number() == latest + 1


@pytest.mark.django_db
def test_indexes_and_references_are_as_before():
    def found():
        with connection.cursor() as cursor:
            tables = [model._meta.db_table for model in [*RECORDS, *HISTORIES]]
            return {table: connection.introspection.get_constraints(cursor, table) for table in tables}

    before = found()
    make_register(agreements=20, seed=1)

    assert found() == before
