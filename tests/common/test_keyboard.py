import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from common.keyboard import put_together, take_apart, typed_as_hangul, typed_as_latin, without_final

syllables = st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")))


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [
        ("fprtm", "렉스"),
        ("tkatjd", "삼성"),
        ("ekfr", "닭"),
        ("ekfrdl", "닭이"),
        ("rkqtdl", "값이"),
        ("dhksgh", "완호"),
        ("RhRl", "꼬끼"),
        ("FPRTM", "렉스"),
        ("ftt", "ㄹㅅㅅ"),
        ("fprtm 2", "렉스 2"),
    ],
)
def test_keys_give_what_a_korean_keyboard_gives(keys, hangul):
    assert typed_as_hangul(keys) == hangul


@pytest.mark.parametrize(
    ("hangul", "keys"), [("ㅜㅗㅜ", "nhn"), ("ㅗ디ㅣㅐ", "hello"), ("ㄳ", "rt"), ("렉스 2", "fprtm 2")]
)
def test_hangul_gives_the_keys_it_was_typed_with(hangul, keys):
    assert typed_as_latin(hangul) == keys


@given(syllables)
def test_syllables_taken_apart_are_put_together_again(text):
    assert put_together(take_apart(text)) == text


@given(syllables)
def test_what_was_typed_on_one_keyboard_is_read_again_from_the_other(text):
    keys = typed_as_latin(text)
    assume(not keys.isupper())  # taken for Caps Lock

    assert typed_as_hangul(keys) == text


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz 0")))
def test_latin_letters_come_back_from_hangul(text):
    assert typed_as_latin(typed_as_hangul(text)) == text


@pytest.mark.parametrize(("syllable", "parted"), [("슾", ("스", "ㅍ")), ("닭", ("달", "ㄱ")), ("갔", ("가", "ㅆ"))])
def test_the_last_consonant_can_begin_the_next_syllable(syllable, parted):
    assert without_final(syllable) == parted


@pytest.mark.parametrize("character", ["가", "a", "ㄱ", "1"])
def test_what_has_no_last_consonant_has_none_to_give(character):
    assert without_final(character) is None
