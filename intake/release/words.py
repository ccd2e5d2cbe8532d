"""Telling a person's name, a field and the setting of a sentence from the name of a firm."""

import re
from functools import lru_cache

from intake.release.vocabulary import (
    ADNOMINAL_ENDINGS,
    CITY,
    COMMON_SURNAMES,
    DOUBLE_SURNAMES,
    FIELDS,
    NOT_PEOPLE,
    OF_THE_CITY,
    PUBLIC_BODIES,
    RARE_SURNAMES,
    SETTING_ENDINGS,
    SETTING_WORDS,
    SURNAMES,
    one_of,
)

# A syllable without a final consonant, after which 다 alone is the copula: 연구다, and 것이다 but never 한다.
OPEN_SYLLABLE = f"[{''.join(map(chr, range(ord('가'), ord('힣') + 1, 28)))}]"
_HANGUL = re.compile(r"[가-힣]+")
_NAME_PART = re.compile(r"[가-힣]{1,8}|[A-Z](?:[A-Za-z'-]*[a-z.][A-Za-z.'-]*)?")
_CITY = re.compile(rf"(?:{one_of(CITY)})(?:[(].*)?")
_OF_THE_CITY = re.compile(rf"(?:재단법인\s)?(?:{one_of(OF_THE_CITY)})(?:\(.*)?")
_PUBLIC_BODY = re.compile(one_of(PUBLIC_BODIES))
_SETTING = re.compile(rf".*(?:{one_of(SETTING_ENDINGS)})|{one_of(SETTING_WORDS)}")
_FIELDS_TOGETHER = re.compile(rf"(?:{one_of(' '.join(FIELDS))})+")
_ADNOMINAL = re.compile(rf".*(?:{one_of(ADNOMINAL_ENDINGS)})")
_WITH_FINAL, _WITHOUT = frozenset("은이을과"), frozenset("는가를와")


def ends_with_particle(word, particles):
    """Whether the last letter of `word` can be one of these particles: 은, 이, 을 and 과 follow a closed syllable,
    는, 가, 를 and 와 an open one. 소울와 and 농사과 are names; after Latin letters and digits both are possible."""
    if len(word) < 2 or word[-1] not in particles:
        return False
    before = word[-2]
    if before in ")'\"”":
        before = re.sub(r"[)'\"”(]", "", re.sub(r"\([^()]*\)$", "", word[:-1]))[-1:] or "a"
    if not "가" <= before <= "힣":
        return before.isalnum() or before == "㈜"
    closed = (ord(before) - 0xAC00) % 28 != 0
    return word[-1] in (_WITH_FINAL if closed else _WITHOUT)


@lru_cache(4096)
def is_setting(word):
    """Whether `word` belongs to the sentence and not to a name that follows it."""
    return bool(_SETTING.fullmatch(word) or _ADNOMINAL.fullmatch(word)) or ends_with_particle(word, "은는이가을를과와")


def is_only_setting(word):
    return bool(_SETTING.fullmatch(word))


def is_city(words):
    """The city itself, another government, or a body of the city."""
    return bool(_CITY.fullmatch(words) or _OF_THE_CITY.fullmatch(words))


def is_seat(words):
    """The city or another government, whose head is called by the title alone."""
    return bool(_CITY.fullmatch(words))


def is_hangul(words):
    return bool(_HANGUL.fullmatch(words))


def is_field(words):
    return all(word in FIELDS for word in re.split(r"[\s·]+", words) if word)


def is_made_of_fields(word):
    """AI서비스, 의료데이터: fields written together, which describe the firm after them."""
    return bool(_FIELDS_TOGETHER.fullmatch(word))


def is_public_body(name):
    """An office or institution whose heads come to signings as guests: 광주테크노파크, 전남대, a council."""
    return bool(_PUBLIC_BODY.fullmatch(name))


@lru_cache(4096)
def looks_like_a_name(word):
    """How much `word` looks like a Korean person's name: 0 not, 1 perhaps, 2 much, 3 as most are written."""
    if not _HANGUL.fullmatch(word) or not 2 <= len(word) <= 4 or word in FIELDS or word in NOT_PEOPLE:
        return 0
    if word[:2] in DOUBLE_SURNAMES and len(word) > 2:
        return 2
    if word[0] in RARE_SURNAMES or len(word) == 4:
        return int(len(word) == 3)
    if word[0] not in SURNAMES:
        return 0
    if len(word) == 2:
        return 1
    return 3 if word[0] in COMMON_SURNAMES else 2


def may_be_foreign_name(words):
    return 1 <= len(words) <= 3 and all(_NAME_PART.fullmatch(word) for word in words)
