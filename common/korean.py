"""Korean text: the key a name is found by, its order, and the particle a word takes."""

import re
import unicodedata
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"  # in the order of the syllables that begin with them
SYLLABLES_OF_INITIAL = 588
FIRST_SYLLABLE = ord("가")
# Jamo that take two keys; an input method joins them unasked (ㄳ for ㄱㅅ).
_TWO_KEYS = "ㅗㅏ ㅗㅐ ㅗㅣ ㅜㅓ ㅜㅔ ㅜㅣ ㅡㅣ ㄱㅅ ㄴㅈ ㄴㅎ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅂㅅ"
JOINED_JAMO = dict(zip("ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", _TWO_KEYS.split(), strict=True))

_FORMS = r"\(주\)|\(유\)|\(재\)|\(사\)|주식회사|유한회사|농업회사법인|재단법인|사단법인|사회적협동조합"
_FORM_FIRST, _FORM_LAST = re.compile(rf"(?:{_FORMS})"), re.compile(rf"(?:{_FORMS})$")
_IGNORED = re.compile(r"[\s·ㆍ・.,'\"‘’“”&\-_/]")
# A character with what follows it only to be joined to it: accents, the vowels and finals of a syllable taken apart.
_CHARACTER = re.compile(r".[\u0300-\u036f\u1160-\u11ff\u3099\u309a\uff9e\uff9f]*", re.DOTALL)
_JAMO = re.compile(r"[\u3131-\u318e]")


def fold(text):
    """Text as search compares it: composed, half-width, lower case, ㈜ as (주). Typed jamo stay jamo (ㄱ), those that
    were joined in typing apart (ㄳ is ㄱㅅ)."""
    return "".join(map(_fold, _CHARACTER.findall(text)))


@lru_cache(maxsize=4096)
def _fold(character):
    if _JAMO.match(character):
        return JOINED_JAMO.get(character, character)
    return unicodedata.normalize("NFKC", character).casefold()


def search_key(name):
    """`name` without spaces, punctuation and legal form (㈜나무 and 나무 주식회사 are both 나무)."""
    return "".join(letter for letter, _start, _end in letters(name))


def letters(name):
    """The letters of `search_key`, each with where `name` holds it: (letter, start, end)."""
    found = [
        (letter, character.start(), character.end())
        for character in _CHARACTER.finditer(name)
        for letter in _fold(character.group())
        if not _IGNORED.match(letter)
    ]
    key = "".join(letter for letter, _start, _end in found)
    first, last = 0, len(key)
    while form := _FORM_FIRST.match(key, first, last) or _FORM_LAST.search(key, first, last):
        if form.end() - form.start() == last - first:
            break
        first, last = (form.end(), last) if form.start() == first else (first, form.start())
    return found[first:last]


def initials(key):
    """A search key with each syllable as its initial consonant: 렉스ai is ㄹㅅai. As long as the key, so that a place
    in the one is the same place in the other."""
    return "".join(map(_initial, key))


def _initial(letter):
    if not "가" <= letter <= "힣":
        return letter
    return INITIALS[(ord(letter) - FIRST_SYLLABLE) // SYLLABLES_OF_INITIAL]


def sort_key(name):
    """Hangul first in 가나다 order, then Latin, then digits and the rest; plain hexadecimal, so that every database
    and every collation sorts it alike."""
    key = search_key(name) or fold(name)
    first = key[:1]
    rank = "0" if "가" <= first <= "힣" else "1" if first.isalpha() else "2"
    return rank + key.encode("utf-16-be").hex()


def validate_name(text):
    """Refuse what is not a name: control and invisible characters, emoji, right-to-left marks."""
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "So"} and character != "㈜":
            raise ValidationError(_("The name contains a character that cannot be used: U+%04X.") % ord(character))


_DIGITS_WITH_FINAL = "013678"
_LETTERS_WITH_FINAL = "lmnr"


def particle(word, pair):
    """The particle of `pair` ("은/는", "이/가", "을/를", "과/와", "으로/로") that `word` takes when read aloud."""
    with_final, without = pair.split("/")
    last = re.sub(r"\(주\)|[^\w%]", "", fold(word))[-1:]
    final = _final_consonant(last)
    if pair == "으로/로" and final == "ㄹ":
        return without
    return with_final if final else without


def _final_consonant(character):
    if "가" <= character <= "힣":
        index = (ord(character) - 0xAC00) % 28
        return "ㄹ" if index == 8 else "*" if index else ""
    if character.isascii() and character.isdigit():
        return "ㄹ" if character in "178" else "*" if character in _DIGITS_WITH_FINAL else ""
    return "*" if character and character in _LETTERS_WITH_FINAL else ""
