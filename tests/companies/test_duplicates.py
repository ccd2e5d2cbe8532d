import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agreements.merges import merge_companies, undo_merge
from companies.duplicates import Reason, likely_duplicates, register_names, similar_companies
from companies.models import DistinctCompanies
from companies.services import tell_apart
from tests.factories import make_company

pytestmark = pytest.mark.django_db


def draft(name, *aliases, kind="trade"):
    company = make_company(name=name, published=False)
    for alias in aliases:
        company.aliases.create(name=alias, kind=kind)
    return company


def reasons():
    return [pair.reason for pair in likely_duplicates()]


@pytest.mark.parametrize(
    ("name", "other", "reason"),
    [
        ("나무기술", "㈜나무 기술", Reason.SAME_NAME),
        ("퓨리오사AI", "퓨리오사에이아이", Reason.SAME_NAME),
        ("렉스소프트", "랙스소프트", Reason.ONE_LETTER),
        ("클로봇", "클로보", Reason.ONE_LETTER),
        ("마음에이아이", "마을AI", Reason.ONE_LETTER),
        ("이모라이브", "이모라이브스", Reason.ONE_LETTER),
        ("웨인힐스벤처스", "웨인힐벤처스", Reason.ONE_LETTER),
        ("FuriosaAI", "FurioseAI", Reason.ONE_LETTER),
        ("티맥스", "티맥스소프트", Reason.ADDED_WORD),
        ("인코어드", "인코어드 광주지사", Reason.ADDED_WORD),
        ("오든", "오든AI", Reason.ADDED_WORD),
    ],
)
def test_two_names_that_look_like_one(name, other, reason):
    first, second = draft(name), draft(other)

    pair = likely_duplicates()[0]

    assert (pair.first, pair.second, pair.names, pair.reason) == (first, second, (name, other), reason)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("오든", "오늘"),  # two syllables
        ("뉴로랩", "뉴로젠"),  # three, of which one is another
        ("제일1공장", "제일2공장"),  # a number is no slip
        ("NIA", "NIPA"),  # short, in Latin
        ("카카오", "카카오엔터프라이즈"),  # a word that names something else
        ("광주", "광주인공지능연구소"),
        ("렉스소프트", "낵수소프트"),  # two letters
    ],
)
def test_two_names_that_look_like_two(name, other):
    draft(name), draft(other)

    assert likely_duplicates() == []


@pytest.mark.parametrize("kind", ["former", "trade", "english", "misprint"])
def test_every_kind_of_other_name_counts(kind):
    draft("뉴로젠", "인포메디텍", kind=kind), draft("인포메디텍")

    assert reasons() == [Reason.SAME_NAME]


def test_a_pair_comes_once_with_its_surest_reason():
    draft("티맥스", "티맥스소프트"), draft("티맥스소프트")

    assert reasons() == [Reason.SAME_NAME]


def test_names_of_one_company_are_no_pair():
    draft("퓨리오사AI", "퓨리오사에이아이", "퓨리오사 에이아이")

    assert likely_duplicates() == []


def test_told_apart_once_is_told_apart_for_good():
    first, second = draft("티맥스"), draft("티맥스소프트")

    tell_apart(first=second, second=first, by=None)
    tell_apart(first=first, second=second, by=None)

    assert likely_duplicates() == []
    assert DistinctCompanies.objects.count() == 1


def test_answer_holds_for_what_the_two_were_merged_into():
    first, second, kept = draft("티맥스"), draft("티맥스소프트"), draft("다른기업")
    tell_apart(first=first, second=second, by=None)
    merge = merge_companies(kept=kept, merged=first, by=None, reason="같은 기업")
    assert likely_duplicates() == []

    undo_merge(merge=merge, by=None, reason="다른 기업")

    assert likely_duplicates() == []


def test_a_company_is_not_told_from_itself():
    company = draft("티맥스")

    with pytest.raises(ValidationError):
        tell_apart(first=company, second=company, by=None)


def test_the_database_keeps_each_answer_once_and_in_order():
    first, second = draft("하나"), draft("둘")

    for pair in ((second, first), (first, first)):
        with pytest.raises(IntegrityError), transaction.atomic():
            DistinctCompanies.objects.create(first=pair[0], second=pair[1])


def test_merged_companies_are_never_proposed():
    kept, merged = draft("티맥스"), draft("티맥스소프트")
    merge_companies(kept=kept, merged=merged, by=None, reason="같은 기업")

    assert likely_duplicates() == []
    assert similar_companies("티맥스소프드") == [kept]


def test_similar_companies_come_the_most_alike_first_and_without_the_name_itself():
    added, slip, same = draft("나무기술소프트"), draft("나무기숙"), draft("㈜나무기술")
    draft("나무기술")

    assert similar_companies("나무기술") == [same, slip, added]


def test_the_real_register_proposes_few_pairs(register):
    assert len(likely_duplicates()) <= 3


def test_many_names_are_asked_about_in_one_reading(django_assert_num_queries):
    known = draft("렉스소프트")
    names = register_names()

    with django_assert_num_queries(0):
        found = [similar_companies(name, names=names) for name in ("렉스소프드", "전혀다른이름", "···")]

    assert found == [[known], [], []]
