"""Schemathesis on the served program; `make fuzz-api` asks many more questions."""

from tests.fuzz_api import ask, served_in


def test_some_hundred_right_and_wrong_questions_are_answered_as_described(tmp_path):
    with served_in(tmp_path) as served:
        said, cases, is_clean = ask(served.url, tmp_path, "--phases=examples,fuzzing", "--max-examples=15")

    assert is_clean, said
    assert cases >= 300
