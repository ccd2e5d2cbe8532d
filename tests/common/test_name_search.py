import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.korean import fold, initials, letters, search_key
from common.name_search import readings

names = st.text(st.sampled_from("렉스소프트 나무닭ㄱㄳaBＡ㈜(주).·&-%_*[^é1"), max_size=12) | st.text(max_size=8)


def marked(text, name):
    """What the nearest reading marks in a name."""
    span = readings(text)[0].span(name)
    return span and name[slice(*span)]


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("렉스", "㈜렉스소프트", "렉스"),
        ("ㄹㅅㅅㅍㅌ", "렉스소프트", "렉스소프트"),
        ("렉ㅅ소", "렉스소프트", "렉스소"),
        ("광ㅈ", "주식회사 광 주", "광 주"),
        ("ㅇㄱㅅ", "삼성전자 (연구소)", "연구소"),
        ("ㄳ", "감성텍", "감성"),
        ("sk ㅌ", "SK텔레콤", "SK텔"),
        ("ＳＫ", "SK텔레콤", "SK"),
        (unicodedata.normalize("NFD", "렉스"), "렉스소프트", "렉스"),
        ("렉스", unicodedata.normalize("NFD", "렉스소프트"), unicodedata.normalize("NFD", "렉스")),
        ("㈜나무", "나무 주식회사", "나무"),
        ("나무(주)", "나무기술", "나무"),
        ("a&b", "A.B. 회사", "A.B"),
        ("ㄱㅈ", "광주ㄱㅈ", "광주"),
        ("ㄱㅈ", "a.ㄱㅈ", "ㄱㅈ"),
        ("렉ㅅ", "소프트렉소", "렉소"),
        ("스ㅅ", "소프트", None),
        ("ㅅㅅ", "스아소", None),
    ],
)
def test_where_a_name_matches(typed, name, found):
    assert marked(typed, name) == found


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("fprtm", [("fprtm", False), ("렉스", True)]),
        ("ㅜㅗㅜ", [("ㅜㅗㅜ", False), ("nhn", True)]),
        ("렉슷", [("렉슷", False), ("렉스ㅅ", False), ("fprtmt", True)]),
        ("fprtmt", [("fprtmt", False), ("렉슷", True), ("렉스ㅅ", True)]),
        ("SK텔레콤", [("sk텔레콤", False), ("sk텔레코ㅁ", False)]),
        ("f", [("f", False)]),
        ("2", [("2", False)]),
        (" · ", []),
        ("", []),
    ],
)
def test_what_was_typed_is_read_as_typed_first(typed, read):
    assert [(reading.key, reading.is_guess) for reading in readings(typed)] == read


@given(names, names)
def test_a_search_key_is_made_of_letters_that_the_name_holds_in_this_order(first, second):
    found = letters(first + " " + second)
    ends = [end for _letter, _start, end in found]

    assert all(0 <= start < end <= len(first) + len(second) + 1 for _letter, start, end in found)
    assert ends == sorted(ends)


@given(names)
def test_initials_are_as_long_as_the_key(name):
    key = search_key(name)

    assert len(initials(key)) == len(key)


@given(names, st.data())
def test_any_part_of_a_name_and_its_initials_find_the_name(name, data):
    key = search_key(name)
    first = data.draw(st.integers(0, len(key)))
    part = key[first : data.draw(st.integers(first, len(key)))]
    mixed = "".join(data.draw(st.sampled_from([letter, initials(letter)])) for letter in part)
    ways = [reading for reading in readings(mixed) if reading.key == mixed]

    assert all(reading.span(name) for reading in ways)


@given(names, names)
def test_what_is_marked_is_what_was_looked_for(typed, name):
    for reading in readings(typed):
        span = reading.span(name)
        if span:
            assert len(fold(name[slice(*span)])) >= len(reading.key)
