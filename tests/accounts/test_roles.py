from functools import partial

import pytest
from django.contrib.auth.models import Group, Permission

from accounts.models import User
from accounts.roles import ROLES
from agreements.merge_plan import plan_merge
from agreements.merges import merge_companies
from agreements.models import CompanyMerge
from agreements.services import publish_round
from companies.models import DistinctCompanies
from editions.models import Edition
from tests.factories import make_company, make_place, make_round, make_source, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    def as_role(name):
        """With a role, or (None) an account that is no staff at all."""
        user = User.objects.create_user("staff", password="a-long-password", is_staff=bool(name))
        user.groups.set(Group.objects.filter(name=name))
        client.force_login(user)
        return client

    return as_role


@pytest.mark.parametrize("role", ROLES)
def test_role_after_migrations_has_exactly_its_permissions(role):
    rows = Permission.objects.filter(group__name=role).values_list("content_type__app_label", "codename")

    assert {f"{app}.{name}" for app, name in rows} == set(ROLES[role])


MAKE = {
    "agreements/signinground": partial(make_round, numbers=None),
    "agreements/statement": make_statement,
    "companies/company": make_company,
}
RECORDS = pytest.mark.parametrize("kind", MAKE)
NOT_STAFF = None
ROWS = ["agreements", "attendees", "commitments", "figures", "aliases", "representatives", "establishments"]
INCOMPLETE = {f"{rows}-{count}_FORMS": 0 for rows in ROWS for count in ("TOTAL", "INITIAL")}


def status(client, address, posted=None):
    return (client.get(address) if posted is None else client.post(address, posted)).status_code


@RECORDS
@pytest.mark.parametrize(("role", "expected"), [("입력", 403), ("승인", 200), ("관리", 403), (NOT_STAFF, 302)])
def test_who_may_change_withdraw_and_publish(signed_in, kind, role, expected):
    """Asked with forms that are incomplete: 200 is the form again, 403 the door closed, 302 the login."""
    draft, public = MAKE[kind](published=False), MAKE[kind]()
    client = signed_in(role)
    edition = Edition.objects.count()

    assert status(client, f"/admin/{kind}/{public.pk}/change/", INCOMPLETE) == expected
    assert status(client, f"/admin/{kind}/{public.pk}/withdraw/", {"edition_reason": ""}) == expected
    assert status(client, f"/admin/{kind}/{draft.pk}/publish/") == expected
    assert Edition.objects.count() == edition


@RECORDS
@pytest.mark.parametrize(("role", "expected"), [("입력", 200), ("승인", 200), ("관리", 403), (NOT_STAFF, 302)])
def test_who_may_read_and_draft(signed_in, kind, role, expected):
    draft, public = MAKE[kind](published=False), MAKE[kind]()
    client = signed_in(role)

    for page in ("", "add/", f"{draft.pk}/change/", f"{public.pk}/change/", f"{public.pk}/history/"):
        assert status(client, f"/admin/{kind}/{page}") == expected


@pytest.mark.parametrize(("role", "recorded"), [("입력", True), ("승인", True), ("관리", False), (NOT_STAFF, False)])
def test_who_may_record_facts_of_a_published_company(signed_in, role, recorded):
    company, source = make_company(), make_source()
    client = signed_in(role)
    opening = {"event": "opened", "place": "new", "day": "2022-03-23", "source": source.pk}

    client.post(f"/admin/companies/company/{company.pk}/place/", opening)
    client.post("/admin/companies/representative/add/", {"company": company.pk, "order": 1, "name": "이완완"})

    assert company.establishments.exists() == company.representatives.exists() == recorded


def test_entry_may_not_correct_the_rows_of_what_is_published(signed_in):
    company = make_company()
    agreement = make_round(companies=[company]).agreements.get()
    client = signed_in("입력")

    assert status(client, f"/admin/agreements/agreement/{agreement.pk}/change/", {}) == 403
    assert status(client, f"/admin/companies/company/{company.pk}/delete/", {"post": "yes"}) == 403


@pytest.mark.parametrize(("role", "expected"), [("입력", 403), ("승인", 403), ("관리", 200), (NOT_STAFF, 302)])
def test_who_may_administer_accounts(signed_in, role, expected):
    client = signed_in(role)
    colleague = User.objects.create_user("colleague", password="a-long-password")

    for page in ("", "add/", f"{colleague.pk}/change/"):
        assert status(client, f"/admin/accounts/user/{page}") == expected


def test_administration_sees_nothing_of_the_register(signed_in):
    client = signed_in("관리")
    place = make_place()

    apps = client.get("/admin/").context["app_list"]

    assert {app["app_label"] for app in apps} <= {"accounts", "auth"}
    for page in ("establishment/", "representative/", "alias/", f"company/{place.company_id}/place/"):
        assert status(client, f"/admin/companies/{page}") == 403
    assert status(client, "/admin/sources/source/") == status(client, "/admin/editions/edition/") == 403


def test_entry_may_write_a_draft_but_not_publish_it(signed_in):
    round = make_round(published=False)
    client = signed_in("입력")

    assert client.get(f"/admin/agreements/signinground/{round.pk}/change/").status_code == 200
    assert client.post(f"/admin/agreements/signinground/{round.pk}/publish/").status_code == 403
    round.refresh_from_db()
    assert not round.is_public()


def test_entry_may_not_change_a_published_round(signed_in):
    round = make_round()
    client = signed_in("입력")

    assert client.get(f"/admin/agreements/signinground/{round.pk}/change/").status_code == 200
    assert client.post(f"/admin/agreements/signinground/{round.pk}/change/", {}).status_code == 403


def test_entry_may_record_a_place_of_a_published_company(signed_in):
    place = make_place(company=make_company())

    assert signed_in("입력").get(f"/admin/companies/establishment/{place.pk}/change/").status_code == 200


def test_approval_may_publish(signed_in):
    round = make_round(published=False)

    client, url = signed_in("승인"), f"/admin/agreements/signinground/{round.pk}/publish/"
    client.post(url, {"fingerprint": client.get(url).context["gate"].fingerprint})

    round.refresh_from_db()
    assert round.is_public()


def test_administration_may_not_make_superusers(signed_in):
    client = signed_in("관리")
    colleague = User.objects.create_user("colleague", password="a-long-password")
    head = User.objects.create_superuser("head", password="a-long-password")

    page = client.get(f"/admin/accounts/user/{colleague.pk}/change/").content.decode()

    assert 'name="is_superuser"' not in page
    assert client.post(f"/admin/accounts/user/{head.pk}/change/", {}).status_code == 403
    assert client.get("/admin/agreements/signinground/").status_code == 403


def test_entry_records_a_new_name_of_a_published_company_and_its_number(signed_in):
    company = make_company()
    client = signed_in("입력")
    page = f"/admin/companies/company/{company.pk}/"

    renamed = client.post(f"{page}rename/", {"name": "새이름", "edition_reason": "사명 변경"})
    shown = client.get(f"{page}change/").content.decode()
    numbered = client.post("/admin/companies/businessnumber/add/", {"company": company.pk, "number": "123-45-67891"})

    company.refresh_from_db()
    assert (renamed.status_code, numbered.status_code) == (302, 302)
    assert company.name == "새이름"
    assert f"/admin/companies/businessnumber/add/?company={company.pk}" in shown


def test_entry_tells_companies_apart_but_merges_none(signed_in):
    first, second = make_company(name="티맥스"), make_company(name="티맥스소프트")
    done = merge_companies(kept=make_company(), merged=make_company(), by=None, reason="같은 기업")
    client = signed_in("입력")
    pair = {"kept": first.pk, "merged": second.pk, "edition_reason": "같은 기업", "fingerprint": "x"}

    page = client.get("/admin/companies/company/duplicates/").content.decode()
    assert "companymerge/add" not in page
    for address in ("add/", f"{done.pk}/undo/"):
        assert client.post(f"/admin/agreements/companymerge/{address}", pair).status_code == 403
        assert client.get(f"/admin/agreements/companymerge/{address}").status_code == 403
    assert client.get("/admin/agreements/companymerge/").status_code == 200
    client.post("/admin/companies/company/duplicates/", {"first": first.pk, "second": second.pk})

    assert CompanyMerge.objects.get().undone_at is None
    assert DistinctCompanies.objects.count() == 1


def test_approval_merges_and_undoes(signed_in):
    kept, merged = make_company(), make_company()
    client = signed_in("승인")
    form = {"kept": kept.pk, "merged": merged.pk, "edition_reason": "같은 기업"}
    form["fingerprint"] = plan_merge(kept, merged).fingerprint

    client.post("/admin/agreements/companymerge/add/", form)
    done = CompanyMerge.objects.get()
    client.post(f"/admin/agreements/companymerge/{done.pk}/undo/", {"edition_reason": "다른 기업"})

    done.refresh_from_db()
    assert done.undone_at


def test_administration_reads_neither_duplicates_nor_numbers(signed_in):
    company, client = make_company(), signed_in("관리")
    pages = ["company/duplicates/", f"company/{company.pk}/rename/", "businessnumber/", "distinctcompanies/"]

    assert [client.get(f"/admin/companies/{page}").status_code for page in pages] == [403] * 4


def test_entry_reads_a_published_round_with_its_signatories(signed_in):
    round = make_round(companies=[make_company()], published=False)
    round.agreements.get().signatories.create(name="김하나", title="대표")
    publish_round(round=round, by=None)

    page = signed_in("입력").get(f"/admin/agreements/signinground/{round.pk}/change/")

    assert page.status_code == 200
    assert "김하나 대표" in page.content.decode()
