import datetime

import pytest

from intake.proposals import propose_release
from intake.release.reading import Doubt
from intake.services import accept_review
from tests.intake.releases import found, release
from tests.intake.reviews import review_of_release

pytestmark = pytest.mark.django_db


def test_statement_that_the_register_has_is_left_out(clerk):
    first = review_of_release(clerk)
    accept_review(review=first, by=clerk)

    answers, reading = propose_release(release())

    assert answers["statements-0-left_out"] == "on"
    assert "already-stated" in [doubt["code"] for doubt in reading["doubts"]]


def test_day_without_a_month_is_left_open_and_doubtful(clerk):
    answers, reading = propose_release(
        release(signed_on=None, signed_day=found(23, "23일", Doubt("month-not-known", "23일")))
    )

    assert answers["signed_on"] == ""
    assert "signed_on" in [doubt["field"] for doubt in reading["doubts"]]


@pytest.mark.parametrize(
    ("day", "party"), [(datetime.date(2026, 6, 30), "광주광역시"), (datetime.date(2026, 7, 1), "전남광주통합특별시")]
)
def test_city_party_is_that_of_the_day(day, party):
    answers, _reading = propose_release(release(signed_on=found(day, "23일")))

    assert answers["signing_party"] == party
