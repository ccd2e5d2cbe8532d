"""What finds a company, in which order, and why: the list and the mark are of one rule, on both databases."""

import datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Prefetch
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from common.korean import search_key
from common.name_search import readings
from companies.found import why_found
from companies.models import Alias, Company, Representative
from editions.past import register_at
from editions.services import edition, latest_number
from tests.factories import DAY, make_company, make_round

pytestmark = pytest.mark.django_db
MIGRATION = import_module("companies.migrations.0005_keep_initials_beside_search_keys")
EXAMPLES = 60 if connection.vendor == "postgresql" else 200

texts = st.text(st.sampled_from("렉스소프트나무닭ㄱㅅㄳㅌaBn%_\\*[.( ㈜"), min_size=1, max_size=6)


def names_found(text, day=None):
    return [company.name for company in Company.objects.published().search(text, day)]


def with_people(companies, day=DAY):
    """Companies with all that `why_found` reads."""
    heads = Prefetch("representatives", Representative.objects.on(day), to_attr="heads")
    known = Prefetch("representatives", Representative.objects.known_by(day), to_attr="known_heads")
    return companies.prefetch_related("aliases", heads, known)


def why(text):
    company = with_people(Company.objects.search(text, DAY)).get()
    found = why_found(company, readings(text)[0])
    return str(found.label), str(found.marked())


def lexsoft():
    with edition(by=None, kind="correct"):
        company = make_company(name="㈜렉스소프트")
        for kind, name in [("former", "나무 소프트"), ("english", "LexSoft Inc."), ("misprint", "렉서스")]:
            Alias.objects.create(company=company, kind=kind, name=name)
        Representative.objects.create(company=company, name="원성호", title="대표이사")
        left = DAY - datetime.timedelta(days=30)
        Representative.objects.create(company=company, name="이전인", ended_on=left, ended_on_precision="day")
    return company


TYPED = """
렉스소프트/렉스/ 렉 스 소프트 /㈜렉스소프트/(주)렉스소프트/렉스소프트 주식회사/ㄹㅅㅅㅍㅌ/렉ㅅ소/ㅅㅅㅍ/렉스솦
fprtm/FPRTM/ftt/fprtmth/나무소프트/ㄴㅁ/LEXSOFT/ｌｅｘ/ㅣㄷㅌ내ㄽ/렉서스/원성호/ㅇㅅㅎ/이전인/dnjstjdgh
"""


@pytest.mark.parametrize("text", [text for line in TYPED.split("\n") for text in line.split("/") if text])
def test_a_company_is_found_as_people_type_it(text):
    make_company(name="다른기업")
    company = lexsoft()

    assert names_found(text, DAY) == [company.name]


@pytest.mark.parametrize("text", ["소프트나무", "렉스LexSoft", "%", "_", "주식회사", "스렉", "...", "원성호이전인"])
def test_nothing_is_found_across_two_names_or_by_what_no_name_holds(text):
    lexsoft()

    assert names_found(text) == []


def test_all_are_found_by_no_text():
    make_company(), make_company()

    assert len(names_found(" ")) == 2


def test_what_is_found_as_typed_is_not_read_on_another_keyboard():
    make_company(name="렉스소프트"), make_company(name="FPRTM")

    assert names_found("fprtm") == ["FPRTM"]


def test_a_draft_that_is_found_as_typed_does_not_hide_what_the_other_keyboard_finds():
    make_company(name="렉스소프트"), make_company(name="FPRTM", published=False)

    assert names_found("fprtm") == ["렉스소프트"]


def test_a_representative_still_to_come_finds_nothing_before():
    company = make_company(name="렉스소프트")
    with edition(by=None, kind="correct"):
        Representative.objects.create(company=company, name="원성호", started_on=DAY, started_on_precision="day")

    assert names_found("원성호", DAY - datetime.timedelta(days=1)) == []
    assert names_found("원성호", DAY) == names_found("원성호") == ["렉스소프트"]


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("렉스", "", "㈜<mark>렉스</mark>소프트"),
        ("ㅁㅅㅍ", "옛 이름", "나<mark>무 소프</mark>트"),
        ("lex", "영어 이름", "<mark>Lex</mark>Soft Inc."),
        ("렉서", "오기", "<mark>렉서</mark>스"),
        ("ㅇㅅㅎ", "대표자", "<mark>원성호</mark>"),
        ("이전", "전임 대표자", "<mark>이전</mark>인"),
    ],
)
def test_the_name_that_matches_is_marked_and_said(text, label, words):
    lexsoft()

    assert why(text) == (label, words)


def test_a_name_is_marked_as_text():
    make_company(name="A<b>렉스")

    assert why("ㄹㅅ") == ("", "A&lt;b&gt;<mark>렉스</mark>")


def test_the_best_match_comes_first():
    with edition(by=None, kind="correct"):
        head, alias, inside, begins = (make_company(name=name) for name in ("가", "나", "다렉스", "렉스라"))
        Representative.objects.create(company=head, name="렉스")
        Alias.objects.create(company=alias, name="렉스", kind="former")

    for text in ("렉스", "ㄹㅅ", "렉ㅅ"):
        reading = readings(text)[0]
        assert list(Company.objects.found_by(reading).by_match(reading)) == [begins, inside, alias, head]


def test_a_past_edition_is_searched_by_the_initials_of_then():
    company = make_company(name="옛이름")
    then = latest_number()
    with edition(by=None, kind="correct"):
        company.name = "새말"
        company.save()

    with register_at(then):
        assert names_found("ㅇㅇㄹ") == names_found("옛ㅇ") == ["옛이름"]
    assert names_found("ㅇㅇㄹ") == []


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(texts, st.lists(texts, min_size=4, max_size=4))
@example("ㄱ%", ["가%", "가_", "나%", "%"])
@example("스.ㅅ", ["스소", "스x소", "스스", "ㅅ"])
@example("\\ㅅ", ["\\소", "소\\", "\\", "스"])
def test_what_is_found_is_what_can_be_marked(text, names):
    with transaction.atomic():
        for name, other, former, head in zip(
            names, names[1:] + names, names[2:] + names, names[3:] + names, strict=False
        ):
            _store(name, other, former, head)
        for reading in readings(text):
            found = set(Company.objects.found_by(reading, DAY))
            explained = {company for company in with_people(Company.objects.all()) if why_found(company, reading)}
            assert found == explained
            assert set(Company.objects.found_by(reading).by_match(reading)) == found
        transaction.set_rollback(True)


def _store(name, former, english, head):
    """Written as the tables hold them, without history: only what is found is looked at."""
    company = _keyed(Company(name=name, status="published", sort_key=search_key(name)))
    _keyed(Alias(company=company, name=former, kind="former"))
    if english != former:
        _keyed(Alias(company=company, name=english, kind="english"))
    _keyed(Representative(company=company, name=head))


def _keyed(row):
    row.set_keys()
    return type(row)._base_manager.bulk_create([row])[0]


def test_rows_written_before_there_were_initials_are_found_by_them_now_and_in_the_past():
    company = lexsoft()
    then = latest_number()
    for name in MIGRATION.KEPT:
        apps.get_model("companies", name).objects.update(initials_key="")

    MIGRATION.fill_in_initials(apps, connection.schema_editor())

    assert names_found("ㄹㅅㅅ") == names_found("ㄴㅁㅅㅍ") == names_found("ㅇㅅㅎ") == [company.name]
    with edition(by=None, kind="correct"):
        company.name = "새말"
        company.save()
    with register_at(then):
        assert names_found("ㄹㅅㅅ") == names_found("ㄴㅁㅅㅍ") == names_found("ㅇㅅㅎ") == ["㈜렉스소프트"]


def search_admin(client, address, text):
    return {row.pk for row in client.get(address, {"q": text}).context["cl"].queryset}


@pytest.mark.parametrize("text", ["ㄹㅅㅅ", "나무소프트", "원성호", "fprtm"])
def test_staff_find_a_company_and_its_rows_alike(admin_client, text):
    company = lexsoft()
    round, _other = make_round(companies=[company]), make_round(numbers=None, companies=[make_company()])

    assert search_admin(admin_client, "/admin/companies/company/", text) == {company.pk}
    assert search_admin(admin_client, "/admin/agreements/signinground/", text) == {round.pk}
    assert search_admin(admin_client, "/admin/agreements/agreement/", text) == {round.agreements.get().pk}
    assert len(search_admin(admin_client, "/admin/companies/alias/", text)) == 3


def test_staff_find_a_company_to_choose_by_its_initials(admin_client):
    company = lexsoft()

    asked = {"term": "ㄹㅅ", "app_label": "agreements", "model_name": "agreement", "field_name": "company"}
    answer = admin_client.get("/admin/autocomplete/", asked).json()

    assert [row["id"] for row in answer["results"]] == [str(company.pk)]


def test_words_that_find_a_round_as_typed_are_not_read_on_another_keyboard(admin_client):
    lexsoft_round = make_round(companies=[lexsoft()])
    at_venue = make_round(numbers=None, venue="fprtm")

    assert search_admin(admin_client, "/admin/agreements/signinground/", "fprtm") == {at_venue.pk}
    assert search_admin(admin_client, "/admin/agreements/signinground/", "136") == {lexsoft_round.pk}
