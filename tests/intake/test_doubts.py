import pytest

from intake.doubts import REASONS, UNKNOWN, reason
from intake.release import doubts


@pytest.mark.parametrize("code", sorted(doubts.ALL))
def test_every_doubt_of_the_reader_has_its_sentence(code):
    assert code in REASONS


def test_doubt_says_what_the_text_says():
    doubt = {"code": "count-differs", "words": "", "stated": 10, "found": 9}

    assert all(number in reason(doubt) for number in ("10", "9"))


def test_doubt_that_nobody_knows_is_said_in_general():
    assert reason({"code": "never-heard-of", "words": "", "stated": None, "found": None}) == UNKNOWN
