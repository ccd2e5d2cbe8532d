from django.utils import translation

from common.languages import made_once


def test_what_is_made_once_is_made_again_in_another_language_or_for_other_arguments():
    made = []

    @made_once
    def told(word):
        made.append((translation.get_language(), word))
        return f"{word} {len(made)}"

    with translation.override("ko"):
        korean = told("a"), told("a"), told("b")
    with translation.override("en"):
        english = told("a")

    assert (korean, english) == (("a 1", "a 1", "b 2"), "a 3")
    assert made == [("ko", "a"), ("ko", "b"), ("en", "a")]
