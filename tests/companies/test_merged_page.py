"""Public consequences: both addresses of a merged company lead on, and a former name stands with its dates."""

import pytest

from agreements.merges import merge_companies, undo_merge
from common.partial_dates import PartialDate
from companies.services import rename_company, withdraw_company
from tests.factories import make_company
from tests.pages.addresses import first_cells, text_of

pytestmark = pytest.mark.django_db


def merge(kept, merged):
    return merge_companies(kept=kept, merged=merged, by=None, reason="같은 기업")


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("query", ["", "?as_of=2022-03-23"])
def test_the_old_address_leads_to_the_company_that_was_kept(client, prefix, query):
    kept, merged = make_company(), make_company()
    merge(kept, merged)

    response = client.get(f"{prefix}/companies/{merged.pk}/{query}")

    assert (response.status_code, response.url) == (301, f"{prefix}/companies/{kept.pk}/{query}")
    assert client.get(response.url).status_code == 200


def test_a_chain_leads_to_its_end_in_one_step(client):
    first, second, third = make_company(), make_company(), make_company()
    merge(second, first)
    merge(third, second)

    assert client.get(f"/companies/{first.pk}/").url == f"/companies/{third.pk}/"
    assert client.get(f"/companies/{second.pk}/").url == f"/companies/{third.pk}/"


def test_no_browser_keeps_what_an_undo_takes_back(client):
    kept, merged = make_company(), make_company()
    done = merge(kept, merged)
    assert client.get(f"/companies/{merged.pk}/").headers["Cache-Control"] == "no-cache"

    undo_merge(merge=done, by=None, reason="다른 기업")

    assert client.get(f"/companies/{merged.pk}/").status_code == 200


def test_a_parameter_that_the_page_does_not_know_is_refused_before_it_leads_on(client):
    kept, merged = make_company(), make_company()
    merge(kept, merged)

    assert client.get(f"/companies/{merged.pk}/?day=today").status_code == 400


def test_a_merged_company_leads_to_the_withdrawal_while_the_kept_one_is_a_draft(client):
    kept, merged = make_company(), make_company()
    merge(kept, merged)
    withdraw_company(company=kept, by=None, reason="확인 필요")

    response = client.get(f"/companies/{merged.pk}/", follow=True)

    assert response.status_code == 410
    assert "확인 필요" in response.content.decode()


def test_the_list_holds_the_company_once_and_finds_it_by_either_name(client):
    kept, merged = make_company(name="렉스소프트"), make_company(name="낵수테크")
    merge(kept, merged)

    for name, shown in (("렉스", "렉스소프트"), ("낵수", "렉스소프트 다른 이름 낵수테크")):
        assert first_cells(client.get("/companies/", {"q": name})) == [shown]
    assert first_cells(client.get("/companies/")) == ["렉스소프트"]


@pytest.mark.parametrize(
    ("language", "as_of", "expected"),
    [
        ("/en", "", "인포메디텍 (former name, until March 2024)"),
        ("/en", "?as_of=2024-03-31", "인포메디텍 (former name, until March 2024)"),
        ("/en", "?as_of=2024-03-30", "인포메디텍 (former name)"),
    ],
)
def test_a_former_name_stands_with_its_dates_as_far_as_the_day_knows_them(client, language, as_of, expected):
    company = make_company(name="인포메디텍")
    rename_company(company=company, name="뉴로젠", renamed_on=PartialDate.parse("2024-03"), by=None, reason="사명 변경")

    assert expected in text_of(client.get(f"{language}/companies/{company.pk}/{as_of}"))


def test_the_company_is_found_by_its_former_name(client):
    company = make_company(name="인포메디텍")
    rename_company(company=company, name="뉴로젠", renamed_on=None, by=None, reason="사명 변경")

    assert "뉴로젠" in text_of(client.get("/companies/?q=인포메디"))
