import unicodedata

import pytest
from django.core.exceptions import ValidationError

from common.korean import fold, particle, search_key, sort_key, validate_name


@pytest.mark.parametrize("name", ["㈜나무", "(주)나무", "나무 주식회사", "나무(주)", "주식회사 나무", "나 무"])
def test_search_key_leaves_the_legal_form_away(name):
    assert search_key(name) == "나무"


def test_search_key_of_a_legal_form_alone_stays():
    assert search_key("주식회사") == "주식회사"


def test_search_key_composes_what_another_system_took_apart():
    assert search_key(unicodedata.normalize("NFD", "렉스소프트")) == "렉스소프트"


def test_fold_leaves_a_typed_consonant_what_it_is():
    assert fold("ㄱ") == "ㄱ"


def test_sort_key_orders_hangul_before_latin_before_digits():
    names = ["2Digit", "SAP코리아", "가온칩스", "나무기술", "감성텍"]

    assert sorted(names, key=sort_key) == ["가온칩스", "감성텍", "나무기술", "SAP코리아", "2Digit"]


def test_sort_key_is_plain_ascii_so_that_every_collation_agrees():
    assert sort_key("렉스소프트").isascii()


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("렉스소프트", "은/는", "는"),
        ("비투엔", "은/는", "은"),
        ("서울", "으로/로", "로"),
        ("광주", "으로/로", "로"),
        ("동남", "으로/로", "으로"),
        ("3", "은/는", "은"),
        ("69.6%", "은/는", "는"),
        ("NHN", "은/는", "은"),
        ("나무(주)", "을/를", "를"),
    ],
)
def test_particle_is_the_one_the_word_takes_aloud(word, pair, expected):
    assert particle(word, pair) == expected


@pytest.mark.parametrize("name", ["렉스\u202eㅌ", "회사\x00", "회사😀", "회\u200b사"])
def test_a_name_with_invisible_or_odd_characters_is_refused(name):
    with pytest.raises(ValidationError):
        validate_name(name)


@pytest.mark.parametrize("name", ["㈜렉스소프트", "IEEE 글로벌 인공지능표준위원회", "아뮤즈8", "AI&CO"])
def test_a_usual_name_is_taken(name):
    validate_name(name)
