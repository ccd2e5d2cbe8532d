"""Which rounds and agreements are found wanting."""

import pytest

from agreements.models import Agreement, SigningRound
from companies.models import Representative
from tests.factories import make_company, make_round

pytestmark = pytest.mark.django_db


def companies(count):
    return [make_company(published=False) for _ in range(count)]


def gaps():
    return [(round.previous_number, round.first_number) for round in SigningRound.objects.after_a_gap()]


def test_series_without_a_gap():
    for numbers in [(1, 3), (4, 4), (5, 9), None]:
        make_round(numbers=numbers)

    assert gaps() == []


def test_gap_between_rounds_printed_deduced_or_drafted():
    make_round(numbers=(1, 3))
    make_round(numbers=(5, 9), number_basis="deduced", published=False)
    make_round(numbers=(12, 12))

    assert sorted(gaps()) == [(3, 5), (9, 12)]


def test_series_begins_with_one():
    make_round(numbers=(2, 3))

    assert gaps() == [(0, 2)]


@pytest.mark.parametrize(
    ("numbers", "stated", "recorded", "apart"),
    [
        ((1, 2), 2, 2, False),
        ((1, 2), None, 2, False),
        ((1, 2), None, 1, True),
        ((1, 2), None, 3, True),
        (None, 2, 2, False),
        (None, 2, 1, True),
        (None, 2, 3, True),
        (None, None, 3, False),
        ((1, 2), 3, 2, True),
    ],
)
def test_round_whose_counts_are_apart(numbers, stated, recorded, apart):
    make_round(numbers=numbers, stated_count=stated, companies=companies(recorded))

    assert SigningRound.objects.with_counts_apart().exists() == apart


def test_agreement_without_representative_names_nobody():
    headed, signed, bare = companies(3)
    Representative.objects.create(company=headed, name="이완완")
    round = make_round(companies=[headed, signed, bare], published=False)
    round.agreements.get(company=signed).signatories.create(name="김하나")

    assert [agreement.company for agreement in Agreement.objects.without_representative()] == [bare]
