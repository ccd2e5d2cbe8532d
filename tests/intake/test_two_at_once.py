"""Two people accept the same numbers at the same moment. SQLite lets one write after the other, so that the look
before the insert suffices there; PostgreSQL does not, and its constraint decides."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from accounts.models import User
from agreements.models import SigningRound
from companies.models import Company
from intake.answers import make_answers
from intake.services import accept_review, start_review

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="An SQLite database in memory has one connection."),
]


def test_one_wins_and_the_other_is_told_whose_the_numbers_are():
    clerks = [User.objects.create_user(name, password="a-long-password") for name in ("first", "second")]
    reviews = [review_of(clerk, f"기업{clerk.username}") for clerk in clerks]
    together, outcomes = Barrier(2), []

    def accept(review, clerk):
        together.wait()
        try:
            outcomes.append(accept_review(review=review, by=clerk))
        except ValidationError as error:
            outcomes.append(error)
        finally:
            connection.close()

    threads = [Thread(target=accept, args=pair) for pair in zip(reviews, clerks, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    round = SigningRound.objects.get()
    [refused] = [outcome for outcome in outcomes if isinstance(outcome, ValidationError)]
    assert refused.code == "numbers_shared"
    assert round.history.earliest().history_user.username in refused.messages[0]
    assert Company.objects.count() == 1


def review_of(clerk, name):
    facts = {"first_number": 7, "last_number": 9}
    answers = make_answers(facts, rows=[{"company": name, "shown": "new"}])
    return start_review(kind="keyboard", answers=answers, by=clerk)
