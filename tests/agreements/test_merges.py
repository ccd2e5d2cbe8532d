import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agreements.merge_plan import ROWS
from agreements.models import Agreement, CompanyMerge, SigningRound
from agreements.services import withdraw_round
from companies.models import Alias, BusinessNumber, Company, Field
from companies.services import publish_company, withdraw_company
from editions.models import Edition
from editions.services import edition
from tests.agreements.merging import everything, full_company, merge, undo
from tests.factories import make_company, make_round

pytestmark = pytest.mark.django_db
# Relations to a company that a merge leaves alone, and why.
LEFT_ALONE = {
    "companies.Company.merged_into",  # what was merged into the duplicate leads on through it
    "companies.DistinctCompanies.first",  # an answer about two rows; duplicates.py follows the merge
    "companies.DistinctCompanies.second",
    "agreements.CompanyMerge.kept",  # the log
    "agreements.CompanyMerge.merged",
}


def test_every_relation_to_a_company_is_moved_or_named():
    """To repair: add the relation to `ROWS` of agreements/merge_plan.py, or here with the reason."""
    moved = {Company._meta.get_field(name).remote_field for name in ROWS} | {BusinessNumber._meta.get_field("company")}
    found = {
        field
        for model in apps.get_models(include_auto_created=True)
        if not hasattr(model, "instance_type") and not model.__name__.startswith("Historical")
        for field in model._meta.get_fields(include_hidden=True)
        if field.concrete and field.related_model is Company and model._meta.label != "companies.Company_sources"
    }

    assert {str(field) for field in found - moved} == LEFT_ALONE


def test_all_rows_go_to_the_company_that_is_kept():
    kept, merged = full_company("가나다"), full_company("라마바")
    source = merged.sources.get()

    merge(kept, merged)

    kept.refresh_from_db()
    assert [getattr(kept, relation).count() for relation in ROWS] == [2, 3, 2, 2]
    assert [getattr(merged, relation).count() for relation in ROWS] == [0, 0, 0, 0]
    assert [place.order for place in kept.establishments.all()] == [1, 2]
    assert source in kept.sources.all()
    assert kept.aliases.get(name="라마바").kind == "trade"


def test_the_duplicate_is_kept_as_a_draft_that_leads_on():
    kept, merged = full_company("가나다"), full_company("라마바")

    done = merge(kept, merged)

    merged.refresh_from_db()
    assert (merged.status, merged.merged_into, merged.standing()) == ("draft", kept, kept)
    assert not merged.history.filter(edition_from__isnull=False, edition_until=None).exists()
    assert (done.kept, done.merged, done.reason, done.undone_at) == (kept, merged, "같은 기업", None)


def test_merge_is_one_edition_that_stamps_every_row_that_moved():
    kept, merged = full_company("가나다"), full_company("라마바")
    before = Edition.objects.count()

    merge(kept, merged)

    made = Edition.objects.first()
    assert (Edition.objects.count(), made.kind, made.reason) == (before + 1, "merge", "같은 기업")
    for relation in ROWS:
        row = getattr(kept, relation).last()
        public = row.history.filter(edition_until=None, edition_from__isnull=False)
        assert [then.edition_from for then in public] == [made.number], relation


def test_facts_that_the_kept_one_lacks_are_filled_and_others_stay():
    with edition(by=None, kind=Edition.Kind.LOAD):
        field = Field.objects.create(code="chips", name_ko="반도체", name_en="Chips", division="city")
    kept = make_company(head_office="광주", business_ko="영상 분석")
    merged = make_company(
        head_office="서울",
        homepage="https://example.org/",
        business_en="Chips",
        field=field,
        field_basis="city",
    )

    done = merge(kept, merged)

    kept.refresh_from_db()
    assert (kept.head_office, kept.homepage, kept.field, kept.field_basis) == (
        "광주",
        "https://example.org/",
        field,
        "city",
    )
    assert kept.business_en == "", "an English text goes with its Korean one"
    undo(done)
    kept.refresh_from_db()
    assert (kept.head_office, kept.homepage, kept.field, kept.field_basis) == ("광주", "", None, "")


def test_names_and_heads_that_the_kept_one_has_stay_behind():
    kept, merged = make_company(name="나무기술"), make_company(name="Namu Tech")
    with edition(by=None, kind=Edition.Kind.RECORD):
        for company in (kept, merged):
            company.representatives.create(name="정철")
        kept.aliases.create(name="Namu Tech", kind="english")
        merged.aliases.create(name="나무기술", kind="trade")

    merge(kept, merged)

    assert list(kept.aliases.values_list("name", "kind")) == [("Namu Tech", "english")]
    assert kept.representatives.count() == merged.representatives.count() == 1
    assert not merged.representatives.get().history.filter(edition_from__isnull=False, edition_until=None).exists()


def test_one_company_twice_in_a_round_is_refused_with_the_rows_named():
    kept, merged = make_company(name="가나다"), make_company(name="라마바")
    make_round(companies=[kept, merged])
    before = everything(kept, merged)

    with pytest.raises(ValidationError) as refused:
        merge(kept, merged)

    text = " ".join(refused.value.messages)
    assert all(part in text for part in ("136-145", "가나다", "라마바"))
    assert everything(kept, merged) == before
    assert not CompanyMerge.objects.exists()


@pytest.mark.parametrize("reason", ["", "  "])
def test_merge_without_reason_is_refused(reason):
    with pytest.raises(ValidationError):
        merge(make_company(), make_company(), reason=reason)


def test_merge_into_itself_is_refused():
    company = make_company()

    with pytest.raises(ValidationError):
        merge(company, company)


def test_merge_of_or_into_a_company_that_was_merged_is_refused():
    first, second, third = make_company(), make_company(), make_company()
    merge(second, first)

    for kept, merged in ((third, first), (first, third)):
        with pytest.raises(ValidationError):
            merge(kept, merged)


def test_a_published_company_is_not_merged_into_a_draft():
    with pytest.raises(ValidationError):
        merge(make_company(published=False), make_company())


def test_drafts_are_merged_without_an_edition():
    kept, merged = make_company(published=False), make_company(published=False)
    make_round(companies=[merged], published=False)

    merge(kept, merged)

    assert kept.agreements.count() == 1
    assert not Edition.objects.exists()


def test_a_merged_company_can_be_neither_published_nor_a_party():
    kept, merged = make_company(), make_company()
    merge(kept, merged)

    with pytest.raises(ValidationError):
        publish_company(company=merged, by=None)
    with pytest.raises(ValidationError):
        Agreement(round=make_round(published=False), company=merged).full_clean()


def test_withdrawing_the_round_of_a_merged_company_leaves_the_duplicate_alone():
    kept, merged = make_company(), make_company()
    round = make_round(companies=[merged])
    merge(kept, merged)

    withdraw_round(round=SigningRound.objects.get(pk=round.pk), by=None, reason="잘못 공개함")

    kept.refresh_from_db()
    assert not kept.is_public()


def test_the_database_refuses_a_merged_company_that_is_public_or_leads_to_itself():
    kept, merged = make_company(published=False), make_company(published=False)

    for values in ({"merged_into": kept, "status": "published"}, {"merged_into": merged}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Company.objects.filter(pk=merged.pk).update(**values)


def test_the_database_refuses_a_second_merge_of_the_same_company():
    kept, merged = make_company(), make_company()
    done = merge(kept, merged)

    with pytest.raises(IntegrityError), transaction.atomic():
        CompanyMerge.objects.create(kept=make_company(), merged=merged, reason="다시", moved=done.moved)
    with pytest.raises(IntegrityError), transaction.atomic():
        CompanyMerge.objects.create(kept=kept, merged=kept, reason="자신", moved={})


def test_a_draft_withdrawn_company_is_merged_and_stays_findable():
    kept, merged = make_company(), make_company(name="예전표기")
    withdraw_company(company=merged, by=None, reason="중복")

    merge(kept, merged)

    assert list(Company.objects.published().search("예전표기")) == [kept]
    assert Alias.objects.get(name="예전표기").company == kept
