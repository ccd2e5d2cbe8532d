"""A past edition is read with the queries of the present one, and says what it said."""

from contextlib import suppress

import pytest
from django.apps import apps

from agreements.models import Agreement, SigningRound
from agreements.services import withdraw_round
from companies.models import Company
from companies.services import rename_company
from editions.history import EditionStamp
from editions.models import Edition
from editions.past import PastIsReadOnly, register_at
from editions.services import edition, latest_number
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import agreements_on
from tests.factories import DAY, make_company, make_place, make_round, make_source, make_statement

pytestmark = pytest.mark.django_db


def corrected(record, **values):
    with edition(by=None, kind=Edition.Kind.CORRECT, reason="정정"):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()
        return latest_number()


def test_the_past_holds_from_its_edition_until_the_next():
    company = make_company(name="나무")
    before = latest_number()
    changed = corrected(company, head_office="광주")
    after = corrected(company, head_office="서울")

    seen = []
    for number in (before, changed, after, None):
        with register_at(number):
            seen.append(Company.objects.get(name="나무").head_office)

    assert seen == ["", "광주", "서울", "서울"]


def test_the_past_knows_nothing_of_drafts_nor_of_what_was_published_later():
    make_company(name="나무")
    number = latest_number()
    make_company(name="초안", published=False)
    make_company(name="나중")

    with register_at(number):
        assert list(Company.objects.values_list("name", flat=True)) == ["나무"]


def test_the_past_keeps_what_was_withdrawn_and_deleted():
    signing = make_round(companies=[make_company(), make_company()])
    number = latest_number()
    withdraw_round(round=signing, by=None, reason="오보")
    signing.agreements.all().delete()

    with register_at(number):
        assert SigningRound.objects.published().with_size().get().recorded == 2
        assert Agreement.objects.public().count() == 2
    with register_at(number + 1):
        assert SigningRound.objects.count() == 0


def test_the_past_is_searched_and_sorted_by_the_names_of_then():
    company = make_company(name="옛이름")
    make_company(name="하늘")
    number = latest_number()
    rename_company(company=company, name="해이름", renamed_on=None, by=None, reason="상호 변경")

    with register_at(number):
        assert Company.objects.search("옛이").count() == 1
        assert Company.objects.search("해이").count() == 0
        assert [row.name for row in Company.objects.all()] == ["옛이름", "하늘"]
    assert [row.name for row in Company.objects.all()] == ["하늘", "해이름"]


def test_the_past_keeps_the_sources_of_then():
    signing = make_round()
    named = signing.sources.get()
    number = latest_number()
    with edition(by=None, kind=Edition.Kind.CORRECT):
        signing.sources.set([make_source(status="published")])

    with register_at(number):
        signing = SigningRound.objects.prefetch_related("sources").get()
        assert list(signing.sources.all()) == [named]
        assert SigningRound.objects.filter(sources=named).exists()
    assert not SigningRound.objects.filter(sources=named).exists()


def test_the_past_is_read_by_queries_that_are_not_the_orms():
    statement = make_statement(figures=[("agreements", 135), ("established", 94)])
    place = make_place(company=make_company())
    make_round(companies=[place.company])
    number = latest_number()
    corrected(statement.figures.get(measure="agreements"), value=200)

    with register_at(number):
        sums = read_day_sums()
    assert (agreements_on(sums, DAY).base.total, sums.standing.up_to(DAY)) == (145, 1)
    assert agreements_on(read_day_sums(), DAY).base.total == 200


def test_the_past_cannot_be_written():
    company = make_company()

    with pytest.raises(PastIsReadOnly), register_at(latest_number()):
        Company.objects.filter(pk=company.pk).update(name="다른 이름")


def test_the_present_returns_after_the_past_even_after_an_error():
    make_company(name="나무")

    with suppress(ZeroDivisionError), register_at(0):
        assert Company.objects.count() == 0
        raise ZeroDivisionError

    assert Company.objects.count() == 1


def test_another_edition_can_be_read_inside_a_block():
    company = make_company(name="나무")
    first, second = latest_number(), corrected(company, name="소나무")
    seen = []

    with register_at(first):
        for number in (second, None):
            with register_at(number):
                seen.append(Company.objects.get().name)
        seen.append(Company.objects.get().name)

    assert seen == ["소나무", "소나무", "나무"]


def test_every_column_of_a_public_record_is_kept_in_its_history():
    """Else it would be empty in the past. `merged_into` is: in the past a company stood for itself."""
    lost = {
        f"{history.instance_type.__name__}.{field.name}"
        for history in apps.get_models()
        if issubclass(history, EditionStamp)
        for field in history.instance_type._meta.concrete_fields
        if field.column not in {kept.column for kept in history._meta.concrete_fields}
    }

    assert lost == {"Company.merged_into"}
