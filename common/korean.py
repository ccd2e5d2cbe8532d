"""Korean text: the key a name is found by, its order, and the particle a word takes."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_FORMS = r"\(주\)|\(유\)|\(재\)|\(사\)|주식회사|유한회사|농업회사법인|재단법인|사단법인|사회적협동조합"
_FORM_AT_END = re.compile(rf"^(?:{_FORMS})|(?:{_FORMS})$")
_IGNORED = re.compile(r"[\s·ㆍ・.,'\"‘’“”&\-_/]+")
_JAMO = re.compile(r"[\u3131-\u318e]+")


def fold(text):
    """Text as search compares it: composed, half-width, lower case, ㈜ as (주). Typed jamo (ㄱ) stay what they are."""
    parts, last = [], 0
    for jamo in _JAMO.finditer(text):
        parts += [unicodedata.normalize("NFKC", text[last : jamo.start()]), jamo.group()]
        last = jamo.end()
    parts.append(unicodedata.normalize("NFKC", text[last:]))
    return "".join(parts).casefold()


def search_key(name):
    """`name` without spaces, punctuation and legal form (㈜나무 and 나무 주식회사 are both 나무)."""
    key = _IGNORED.sub("", fold(name))
    while (shorter := _FORM_AT_END.sub("", key)) and shorter != key:
        key = shorter
    return key


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
