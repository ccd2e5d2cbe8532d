import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from agreements.models import SigningRound, Statement
from companies.models import Company
from intake.answers import rows_of
from intake.models import Review
from intake.services import accept_review, fill_review_numbers, keep_review
from sources.models import Source
from tests.intake.reviews import review_of, review_of_release, rows_of_names

pytestmark = pytest.mark.django_db


def test_start_review_leaves_the_register_alone(clerk):
    review_of_release(clerk)

    assert not any(model.objects.exists() for model in (SigningRound, Company, Source, Statement))


def test_fill_review_numbers_numbers_named_rows_and_completes_the_range(clerk):
    review = review_of(clerk, {"first_number": 7}, rows=[*rows_of_names("가나다"), {}, *rows_of_names("라마바")])

    fill_review_numbers(review=review)

    assert [row["number"] for row in rows_of(review.answers)] == ["7", "", "8", ""]
    assert review.answers["last_number"] == "8"


@pytest.mark.parametrize("facts", [{}, {"first_number": 7, "last_number": 9}, {"first_number": "x"}])
def test_fill_review_numbers_is_refused_where_they_do_not_fit(clerk, facts):
    review = review_of(clerk, facts, rows=rows_of_names("가나다"))

    with pytest.raises(ValidationError):
        fill_review_numbers(review=review)


def test_keep_review_after_acceptance_is_refused(clerk):
    review = review_of(clerk, rows=rows_of_names("가나다"))
    accept_review(review=review, by=clerk)

    with pytest.raises(ValidationError):
        keep_review(review=review, answers={"venue": "늦은 글"})


def test_review_belongs_to_its_author_and_to_whoever_publishes(clerk, admin_user):
    colleague = User.objects.create_user("colleague", password="a-long-password", is_staff=True)
    review = review_of(clerk)

    visible = [list(Review.objects.visible_to(user)) for user in (clerk, admin_user, colleague)]

    assert visible == [[review], [review], []]
