"""What the preview of a merge says, and what it is bound to."""

import pytest

from agreements.merge_plan import plan_merge
from agreements.merges import PreviewOutdated
from companies.models import BusinessNumber
from companies.services import publish_company, tell_apart
from editions.models import Edition
from tests.agreements.merging import merge, undo
from tests.factories import make_company, make_round, make_source

pytestmark = pytest.mark.django_db


def test_number_goes_over_where_the_kept_one_has_none_and_a_second_one_is_said():
    kept, merged, second = make_company(), make_company(), make_company()
    for company, number in ((merged, "1234567891"), (second, "9876543215")):
        BusinessNumber.objects.create(company=company, number=number)

    done = merge(kept, merged)

    assert BusinessNumber.objects.get(number="1234567891").company == kept
    assert "123-45-67891" in plan_merge(kept, second).warnings[0]
    undo(done)
    assert BusinessNumber.objects.get(number="1234567891").company == merged


def test_what_moves_from_a_draft_becomes_public_and_is_warned_of():
    kept, merged = make_company(), make_company(published=False)
    head, source = merged.representatives.create(name="정철"), make_source()
    merged.sources.add(source)

    assert plan_merge(kept, merged).warnings
    merge(kept, merged)

    source.refresh_from_db()
    assert head.history.latest().edition_from == Edition.objects.first().number
    assert source.is_public()


def test_a_merge_that_changed_since_it_was_shown_is_not_made():
    kept, merged = make_company(), make_company()
    shown = plan_merge(kept, merged).fingerprint
    make_round(companies=[merged])

    with pytest.raises(PreviewOutdated):
        merge(kept, merged, fingerprint=shown)

    merge(kept, merged, fingerprint=plan_merge(kept, merged).fingerprint)
    assert kept.agreements.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda kept, merged: merged.representatives.create(name="정철"),
        lambda kept, merged: kept.aliases.create(name="다른이름", kind="trade"),
        lambda kept, merged: merged.sources.add(make_source()),
        lambda kept, merged: BusinessNumber.objects.create(company=merged, number="1234567891"),
        lambda kept, merged: publish_company(company=kept, by=None),
        lambda kept, merged: make_round(companies=[kept], published=False),
    ],
)
def test_fingerprint_follows_whatever_the_merge_depends_on(change):
    kept, merged = make_company(published=False), make_company(published=False)
    before = plan_merge(kept, merged).fingerprint

    change(kept, merged)

    assert plan_merge(kept, merged).fingerprint != before


def test_an_earlier_answer_that_the_two_are_not_the_same_is_said():
    kept, merged = make_company(), make_company()
    assert plan_merge(kept, merged).warnings == []

    tell_apart(first=kept, second=merged, by=None)

    assert len(plan_merge(kept, merged).warnings) == 1
