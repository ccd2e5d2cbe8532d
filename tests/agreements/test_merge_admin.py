import pytest
from django.urls import reverse

from agreements.merge_plan import plan_merge
from agreements.models import CompanyMerge
from companies.models import Company
from editions.models import Edition
from tests.agreements.merging import full_company, merge
from tests.factories import make_company, make_round

pytestmark = pytest.mark.django_db
ADD = "/admin/agreements/companymerge/add/"
LOG = "/admin/agreements/companymerge/"


def confirmed(kept, merged, **overrides):
    """What the preview posts when it is confirmed at once."""
    shown = plan_merge(Company.objects.get(pk=kept.pk), Company.objects.get(pk=merged.pk)).fingerprint
    form = {"kept": kept.pk, "merged": merged.pk, "fingerprint": shown, "edition_reason": "같은 기업"}
    return form | overrides


def test_first_page_asks_for_two_companies_and_takes_one_that_is_given(admin_client):
    company = make_company(name="가나다")

    empty, given = admin_client.get(ADD), admin_client.get(ADD, {"kept": company.pk})
    half = admin_client.get(ADD, {"kept": company.pk, "merged": ""})

    assert "가나다" not in empty.content.decode()
    assert "가나다" in given.content.decode()
    assert "merged" in half.context["form"].errors


def test_preview_lists_all_that_moves_and_changes_nothing(admin_client):
    kept, merged = full_company("가나다"), full_company("라마바", homepage="https://example.org/")
    before = Edition.objects.count()

    page = admin_client.get(ADD, {"kept": kept.pk, "merged": merged.pk}).content.decode()

    for shown in ("8-9", "라마바 옛이름", "라마바 대표", "https://example.org/", f"/companies/{merged.pk}/"):
        assert shown in page
    assert 'name="fingerprint"' in page
    assert not CompanyMerge.objects.exists()
    assert Edition.objects.count() == before


def test_confirmed_preview_is_carried_out_and_logged(admin_client, admin_user):
    kept, merged = full_company("가나다"), full_company("라마바")

    response = admin_client.post(ADD, confirmed(kept, merged))

    done = CompanyMerge.objects.get()
    assert response.url == LOG
    assert (done.kept, done.merged, done.made_by, done.reason) == (kept, merged, admin_user, "같은 기업")
    assert "라마바" in admin_client.get(LOG).content.decode()


def test_preview_is_shown_again_where_something_changed_and_keeps_the_reason(admin_client):
    kept, merged = make_company(), make_company()
    form = confirmed(kept, merged)
    make_round(companies=[merged])

    again = admin_client.post(ADD, form)

    page = again.content.decode()
    assert again.context["problems"]
    assert 'value="같은 기업"' in page
    assert "136-145" in page
    assert plan_merge(kept, merged).fingerprint in page
    assert not CompanyMerge.objects.exists()


@pytest.mark.parametrize("change", [{"edition_reason": " "}, {"fingerprint": ""}])
def test_without_reason_or_without_a_preview_nothing_is_merged(admin_client, change):
    kept, merged = make_company(), make_company()

    response = admin_client.post(ADD, confirmed(kept, merged, **change))

    assert response.context["problems"]
    assert not CompanyMerge.objects.exists()


def test_refused_merge_names_the_rows_and_offers_no_button(admin_client):
    kept, merged = make_company(name="가나다"), make_company(name="라마바")
    make_round(companies=[kept, merged])

    page = admin_client.get(ADD, {"kept": kept.pk, "merged": merged.pk}).content.decode()

    assert "136-145" in page
    assert 'name="fingerprint"' not in page


@pytest.mark.parametrize("chosen", [{"kept": "x", "merged": "1"}, {"kept": "999999", "merged": "9" * 40}])
def test_what_is_no_company_is_asked_for_again(admin_client, chosen):
    assert admin_client.get(ADD, chosen).context["form"].errors


def test_a_merge_is_read_and_undone_on_pages_of_its_own(admin_client, admin_user):
    kept, merged = full_company("가나다"), full_company("라마바")
    done = merge(kept, merged)
    undo = reverse("admin:agreements_companymerge_undo", args=[done.pk])

    page = admin_client.get(f"{LOG}{done.pk}/change/").content.decode()
    asked = admin_client.get(undo).content.decode()
    refused = admin_client.post(undo, {"edition_reason": ""})
    assert "라마바 대표" in asked
    assert refused.context["problems"]
    response = admin_client.post(undo, {"edition_reason": "다른 기업"})

    done.refresh_from_db()
    assert undo in page
    assert response.url == LOG
    assert (done.undone_by, done.undone_reason) == (admin_user, "다른 기업")
    assert undo not in admin_client.get(f"{LOG}{done.pk}/change/").content.decode()


def test_a_merge_is_neither_changed_nor_deleted(admin_client):
    done = merge(make_company(), make_company())

    assert admin_client.post(f"{LOG}{done.pk}/change/", {"reason": "x"}).status_code == 403
    assert admin_client.post(f"{LOG}{done.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_merged_company_is_read_but_neither_changed_nor_chosen(admin_client):
    kept, merged = make_company(name="가나다"), make_company(name="라마바")
    merge(kept, merged)
    page = f"/admin/companies/company/{merged.pk}/"
    choose = {"app_label": "agreements", "model_name": "agreement", "field_name": "company", "term": "라마바"}

    shown = admin_client.get(f"{page}change/").content.decode()
    offered = admin_client.get("/admin/autocomplete/", choose).json()["results"]

    assert f"/admin/companies/company/{kept.pk}/change/" in shown
    assert "/rename/" not in shown
    assert [admin_client.post(f"{page}{act}/").status_code for act in ("change", "publish", "rename")] == [403] * 3
    assert [row["text"] for row in offered] == ["가나다"]


def test_old_version_of_a_company_restored_does_not_undo_or_repeat_a_merge(admin_client):
    kept, merged = make_company(name="가나다"), make_company(name="라마바")
    done = merge(kept, merged)
    admin_client.post(reverse("admin:agreements_companymerge_undo", args=[done.pk]), {"edition_reason": "다른 기업"})
    while_merged = merged.history.filter(status="draft").first()
    address = f"/admin/companies/company/{merged.pk}/history/{while_merged.pk}/"

    response = admin_client.post(address, {"edition_reason": "되돌림"})

    merged.refresh_from_db()
    assert response.status_code == 302, response.context["problems"]
    assert (merged.merged_into, merged.status) == (None, "published")
