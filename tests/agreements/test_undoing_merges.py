import pytest
from django.core.exceptions import ValidationError

from agreements.merge_plan import ROWS
from agreements.merges import undo_merge
from agreements.services import publish_round
from companies.models import Company
from editions.models import Edition
from editions.services import edition
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import agreements_on, established_on
from tests.agreements.merging import everything, full_company, merge, totals, undo
from tests.factories import DAY, make_company, make_place, make_round

pytestmark = pytest.mark.django_db


def test_undo_puts_back_everything_as_it_was():
    kept, merged = full_company("가나다"), full_company("라마바", homepage="https://example.org/")
    before, totals_before = everything(kept, merged), totals()

    done = merge(kept, merged)
    assert everything(kept, merged) != before
    undo(done)

    assert everything(kept, merged) == before
    assert totals() == totals_before
    merged.refresh_from_db()
    assert merged.is_public()
    for relation in ROWS:
        row = getattr(merged, relation).get()
        assert row.history.filter(edition_from__isnull=False, edition_until=None).count() == 1, relation


def test_what_was_added_since_stays_with_the_kept_one():
    kept, merged = full_company("가나다"), full_company("라마바")
    done = merge(kept, merged)
    place = make_place(company=kept)
    with edition(by=None, kind=Edition.Kind.CORRECT):
        moved = kept.establishments.get(order=2)
        moved.company = third = make_company()
        moved.save()

    undo(done)

    assert (place.company, moved.company) == (kept, third)
    assert list(kept.establishments.values_list("order", flat=True)) == [1, 3]
    assert not merged.establishments.exists()


def test_a_fact_changed_since_the_merge_stays():
    kept, merged = make_company(), make_company(homepage="https://example.org/", head_office="서울")
    done = merge(kept, merged)
    with edition(by=None, kind=Edition.Kind.CORRECT):
        kept.refresh_from_db()
        kept.homepage = "https://example.com/"
        kept.save()

    undo(done)

    kept.refresh_from_db()
    assert (kept.homepage, kept.head_office) == ("https://example.com/", "")


def test_undo_is_one_edition_with_its_reason():
    done = merge(make_company(), make_company())
    before = Edition.objects.count()

    done = undo(done)

    made = Edition.objects.first()
    assert (Edition.objects.count(), made.kind, made.reason) == (before + 1, "correct", "다른 기업으로 확인")
    assert done.undone_at
    assert done.undone_reason == "다른 기업으로 확인"


def test_undo_twice_or_without_reason_is_refused():
    done = merge(make_company(), make_company())

    with pytest.raises(ValidationError):
        undo_merge(merge=done, by=None, reason="")
    undo(done)
    with pytest.raises(ValidationError):
        undo(done)


def test_company_merged_undone_and_merged_again():
    kept, merged = full_company("가나다"), full_company("라마바")
    undo(merge(kept, merged))

    merge(kept, merged)

    assert kept.agreements.count() == 2


def test_a_chain_of_merges_leads_to_its_end_and_is_undone_from_there():
    first, second, third = (full_company(name) for name in ("가나다", "라마바", "사아자"))
    before = everything(first, second, third)
    inner = merge(second, first)
    outer = merge(third, second)

    first.refresh_from_db()
    assert first.standing() == third
    with pytest.raises(ValidationError):
        undo(inner)
    undo(outer)
    undo(inner)

    assert everything(first, second, third) == before


def test_company_merged_while_its_draft_round_became_public_returns_published():
    kept, merged = make_company(), make_company(published=False)
    round = make_round(companies=[merged], published=False)
    done = merge(kept, merged)
    publish_round(round=round, by=None)

    undo(done)

    merged.refresh_from_db()
    assert merged.is_public()
    assert round.agreements.get().company == merged


def test_established_counts_the_company_once_after_the_merge():
    kept, merged = full_company("가나다"), full_company("라마바")
    before = established_on(read_day_sums(), DAY).itemised

    merge(kept, merged)

    assert (before, established_on(read_day_sums(), DAY).itemised) == (2, 1)
    assert agreements_on(read_day_sums(), DAY).itemised == 2


def test_figures_of_the_real_register_are_the_same_after_merge_and_undo(register):
    kept, merged = (Company.objects.get(name=name) for name in ("나무기술", "티맥스"))
    before = totals()

    done = merge(kept, merged)
    assert totals() != before
    undo(done)

    assert totals() == before
