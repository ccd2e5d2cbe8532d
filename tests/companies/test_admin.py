import pytest
from django.urls import reverse
from django.utils import timezone

from companies.models import BusinessNumber, Company, DistinctCompanies
from editions.models import Edition
from sources.models import Source
from tests.factories import make_company, make_source

pytestmark = pytest.mark.django_db
COMPANIES = "/admin/companies/company/"
DUPLICATES = f"{COMPANIES}duplicates/"
NUMBERS = "/admin/companies/businessnumber/"


def rename_page(company):
    return f"{COMPANIES}{company.pk}/rename/"


def new_name(**overrides):
    return {"name": "새이름", "renamed_on": "2024. 3.", "edition_reason": "사명 변경"} | overrides


def test_renamed_with_a_source_that_is_there(admin_client, admin_user):
    company, source = make_company(name="옛이름"), make_source()

    response = admin_client.post(rename_page(company), new_name(source=source.pk))

    company.refresh_from_db()
    made = Edition.objects.first()
    assert response.url == f"{COMPANIES}{company.pk}/change/"
    assert (company.name, str(company.aliases.get().used_until)) == ("새이름", "2024-03-31")
    assert (made.kind, made.made_by, made.reason) == ("record", admin_user, "사명 변경")
    assert company.sources.get() == source


def test_renamed_with_a_source_that_is_new(admin_client):
    company = make_company()

    admin_client.post(rename_page(company), new_name(source_url="https://example.org/new"))

    assert company.sources.get().url == "https://example.org/new"
    assert company.sources.get().is_public()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "옛이름"}, "name"),
        ({"name": "다른 기업"}, "name"),
        ({"name": "이름\u202e"}, "name"),
        ({"name": "가" * 101}, "name"),
        ({"renamed_on": "2024-02-30"}, "renamed_on"),
        ({"edition_reason": ""}, "edition_reason"),
        ({"source_url": "no address"}, "source_url"),
        ({"source": "1", "source_url": "https://example.org/new"}, "source"),
    ],
)
def test_wrong_input_comes_back_with_all_that_was_typed_and_saves_nothing(admin_client, wrong, field):
    make_company(name="다른기업")
    company = make_company(name="옛이름")
    typed = new_name(source_url="https://example.org/new") | wrong

    response = admin_client.post(rename_page(company), typed)

    company.refresh_from_db()
    page = response.content.decode()
    assert field in response.context["form"].errors
    assert typed["renamed_on"] in page
    assert typed["source_url"] in page
    assert (company.name, Source.objects.count()) == ("옛이름", 0)


def test_name_of_another_company_leads_to_the_merge_of_the_two(admin_client):
    other, company = make_company(name="다른기업"), make_company(name="옛이름")

    page = admin_client.post(rename_page(company), new_name(name="다른기업")).content.decode()

    assert f"/admin/agreements/companymerge/add/?kept={company.pk}&amp;merged={other.pk}" in page


def test_name_of_the_day_after_today_is_refused(admin_client):
    company, today = make_company(), timezone.localdate()
    tomorrow = today + timezone.timedelta(days=1)

    refused = admin_client.post(rename_page(company), new_name(renamed_on=f"{tomorrow}"))
    accepted = admin_client.post(rename_page(company), new_name(renamed_on=f"{today:%Y-%m}"))

    assert "renamed_on" in refused.context["form"].errors
    assert accepted.status_code == 302


def test_duplicates_stand_side_by_side_until_they_are_told_apart(admin_client, admin_user):
    first, second = make_company(name="티맥스"), make_company(name="티맥스소프트")
    before = Edition.objects.count()

    page = admin_client.get(DUPLICATES).content.decode()
    admin_client.post(DUPLICATES, {"first": second.pk, "second": first.pk})

    assert "티맥스소프트" in page
    assert f"/admin/agreements/companymerge/add/?kept={first.pk}&amp;merged={second.pk}" in page
    assert "티맥스소프트" not in admin_client.get(DUPLICATES).content.decode().partition("<h1>")[2]
    assert DistinctCompanies.objects.get().decided_by == admin_user
    assert Edition.objects.count() == before


def test_the_public_company_is_proposed_to_be_kept(admin_client):
    draft, public = make_company(name="티맥스", published=False), make_company(name="티맥스소프트")

    page = admin_client.get(DUPLICATES).content.decode()

    assert f"?kept={public.pk}&amp;merged={draft.pk}" in page


@pytest.mark.parametrize("pair", [{}, {"first": "x", "second": "1"}, {"first": "1", "second": "9" * 40}])
def test_an_answer_about_no_two_companies_is_refused(admin_client, pair):
    response = admin_client.post(DUPLICATES, pair)

    assert response.url == DUPLICATES
    assert not DistinctCompanies.objects.exists()


def test_pairs_cost_no_query_each(admin_client, django_assert_max_num_queries):
    for name in ("가나다라", "마바사아", "자차카타", "파하거너"):
        make_company(name=name), make_company(name=f"{name}소프트")

    with django_assert_max_num_queries(13):
        page = admin_client.get(DUPLICATES).content.decode()

    assert page.count('class="module duplicate"') == 4


@pytest.mark.parametrize(("number", "warned"), [("123-45-67891", False), ("123-45-67890", True)])
def test_a_wrong_check_digit_is_saved_with_a_warning(admin_client, number, warned):
    company = make_company()

    response = admin_client.post(f"{NUMBERS}add/", {"company": company.pk, "number": number}, follow=True)

    assert str(company.business_number) == number
    assert any(message.level_tag == "warning" for message in response.context["messages"]) is warned


def test_a_number_is_typed_on_the_page_of_its_company(admin_client):
    prefixes = ("aliases", "representatives", "establishments", "business_number")
    form = {"name": "렉스소프트", "kind": "company", "business_number-0-number": "１２３ 45 67890"}
    for prefix in prefixes:
        form |= {f"{prefix}-TOTAL_FORMS": int(prefix == "business_number"), f"{prefix}-INITIAL_FORMS": 0}

    response = admin_client.post(f"{COMPANIES}add/", form, follow=True)

    company = Company.objects.get()
    page = admin_client.get(f"{COMPANIES}{company.pk}/change/").content.decode()
    assert "warning" in [message.level_tag for message in response.context["messages"]]
    assert 'value="123-45-67890"' in page


@pytest.mark.parametrize("number", ["123-45-6789", "abc", ""])
def test_a_number_of_not_ten_digits_is_refused(admin_client, number):
    company = make_company()

    response = admin_client.post(f"{NUMBERS}add/", {"company": company.pk, "number": number})

    assert "number" in response.context["adminform"].form.errors
    assert not BusinessNumber.objects.exists()


def test_a_number_of_another_company_is_refused_by_its_name(admin_client):
    BusinessNumber.objects.create(company=make_company(name="다른기업"), number="1234567891")

    response = admin_client.post(f"{NUMBERS}add/", {"company": make_company().pk, "number": "123-45-67891"})

    assert "다른기업" in str(response.context["adminform"].form.errors["number"])


def test_number_changed_makes_no_edition_and_asks_for_no_reason(admin_client):
    number = BusinessNumber.objects.create(company=make_company(), number="1234567891")
    before = Edition.objects.count()

    form = {"company": number.company_id, "number": "987-65-43215"}
    response = admin_client.post(f"{NUMBERS}{number.pk}/change/", form)

    assert response.status_code == 302
    assert (number.history.count(), Edition.objects.count()) == (2, before)


def test_the_name_of_another_company_is_refused(admin_client):
    make_company(name="나무기술")
    company = make_company(name="나무")
    page = reverse("admin:companies_company_change", args=[company.pk])
    rows = ["aliases", "representatives", "establishments", "business_number"]
    typed = {f"{prefix}-{name}": 0 for prefix in rows for name in ("TOTAL_FORMS", "INITIAL_FORMS")}

    refused = admin_client.post(page, typed | {"name": "㈜나무기술", "kind": "company", "edition_reason": "고침"})

    company.refresh_from_db()
    assert list(refused.context["adminform"].form.errors) == ["name"]
    assert company.name == "나무"
