import datetime

import pytest
from django.core.exceptions import ValidationError

from common.partial_dates import PartialDate
from companies.models import Alias, Company
from companies.services import publish_company, rename_company
from editions.models import Edition
from tests.factories import make_company, make_source

pytestmark = pytest.mark.django_db
MONTH = PartialDate.parse("2024-03")


def rename(company, name, renamed_on=MONTH, **overrides):
    values = {"source": None, "by": None, "reason": "사명 변경"} | overrides
    return rename_company(company=company, name=name, renamed_on=renamed_on, **values)


def former_names(company):
    return [(alias.name, alias.kind, PartialDate.read(alias, "used_until")) for alias in company.aliases.all()]


def test_old_name_stays_findable_with_its_last_month():
    company = make_company(name="인포메디텍")

    rename(company, "뉴로젠")

    assert former_names(company) == [("인포메디텍", "former", MONTH)]
    assert [list(Company.objects.search(name)) for name in ("인포메디텍", "뉴로젠")] == [[company], [company]]


@pytest.mark.parametrize(
    ("renamed_on", "until"),
    [("2024-03-01", "2024-02-29"), ("2024-03-02", "2024-03-01"), ("2024-03", "2024-03"), ("2024", "2024")],
)
def test_old_name_was_used_until_the_day_before(renamed_on, until):
    company = make_company(published=False)

    rename(company, "새이름", PartialDate.parse(renamed_on))

    assert str(PartialDate.read(company.aliases.get(), "used_until")) == until


def test_old_name_without_a_known_day_has_none():
    company = make_company()

    rename(company, "새이름", None)

    assert company.aliases.get().used_until is None


def test_rename_of_a_published_company_is_one_edition_with_its_reason():
    company, source = make_company(), make_source()
    before = Edition.objects.count()

    rename(company, "새이름", source=source)

    made = Edition.objects.first()
    assert Edition.objects.count() == before + 1
    assert (made.kind, made.reason) == ("record", "사명 변경")
    assert company.sources.get().is_public()
    assert company.aliases.get().history.latest().edition_from == made.number


def test_rename_of_a_draft_makes_no_edition_and_needs_no_reason():
    company, source = make_company(published=False), make_source()

    rename(company, "새이름", source=source, reason="")

    assert not Edition.objects.exists()
    assert not company.sources.get().is_public()


def test_rename_of_a_published_company_without_reason_is_refused():
    company = make_company(name="옛이름")

    with pytest.raises(ValidationError):
        rename(company, "새이름", reason=" ")

    company.refresh_from_db()
    assert (company.name, company.aliases.count()) == ("옛이름", 0)


def test_going_back_to_an_old_name_turns_the_two_around():
    company = make_company(name="첫이름")
    rename(company, "둘째이름")

    rename(company, "첫이름", PartialDate.parse("2025"))

    assert company.name == "첫이름"
    assert former_names(company) == [("둘째이름", "former", PartialDate.parse("2025"))]


def test_an_english_name_stays_one_when_it_becomes_the_name_and_when_it_is_given_up():
    company = make_company(name="솔트룩스", published=False)
    company.aliases.create(name="Saltlux", kind=Alias.Kind.ENGLISH)

    rename(company, "Saltlux")
    rename(company, "솔트룩스", PartialDate.parse("2025"))

    assert former_names(company) == [("Saltlux", "english", PartialDate.parse("2025"))]


@pytest.mark.parametrize("taken", ["다른기업", "㈜다른 기업"])
def test_name_of_another_company_is_refused_by_name(taken):
    make_company(name="다른기업")

    with pytest.raises(ValidationError, match="다른기업"):
        rename(make_company(), taken)


def test_present_name_is_refused():
    with pytest.raises(ValidationError):
        rename(make_company(name="이름"), "이름")


def test_name_given_up_before_its_first_day_is_refused():
    company = make_company(name="이름", published=False)
    day = datetime.date(2024, 4, 1)
    company.aliases.create(name="이름", kind=Alias.Kind.TRADE, used_from=day)

    with pytest.raises(ValidationError):
        rename(company, "새이름", MONTH)


def test_name_with_characters_that_no_name_holds_is_refused():
    with pytest.raises(ValidationError):
        rename(make_company(), "이름\u202e")


def test_former_name_is_published_with_its_company():
    company = make_company(published=False)
    rename(company, "새이름")

    publish_company(company=company, by=None)

    assert company.aliases.get().history.latest().edition_from == 1
