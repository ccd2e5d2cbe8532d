"""Schemathesis on the served program; `make fuzz-api` asks many more questions."""

from tests.fuzz_api import ask


def test_some_hundred_right_and_wrong_questions_are_answered_as_described(served, tmp_path):
    said, cases, is_clean = ask(served.url, tmp_path, "--phases=examples,fuzzing", "--max-examples=15")

    assert is_clean, said
    assert cases >= 300
