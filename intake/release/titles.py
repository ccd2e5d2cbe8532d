"""Telling titles from names: of heads of firms, of offices, and with the office in front of them."""

import re
from functools import lru_cache

from intake.release.vocabulary import (
    TITLES_OF_FIRMS,
    TITLES_OF_HEADS,
    TITLES_OF_OFFICES,
    TITLES_WITH_OFFICE,
    one_of,
)
from intake.release.words import looks_like_a_name

AFTER_TITLE = re.compile(r"(?:들|님)?(?:이|가|은|는|을|를|과|와|도|의|에게|께서|으로|로|이며|이고|이다|다)?[.'\"]*$")
OFFICIAL = re.compile(rf"(?:{one_of(TITLES_OF_OFFICES)})$")
_TITLES = frozenset((TITLES_OF_FIRMS + TITLES_OF_OFFICES).split())
_WITH_OFFICE = re.compile(rf"[가-힣A-Za-z0-9&]*(?:{one_of(TITLES_WITH_OFFICE)})")
_OF_HEAD = re.compile(rf"(?:{one_of(TITLES_OF_HEADS)})(?:\([A-Z]{{2,5}}\))?$")
_ABBREVIATED = re.compile(r"\([A-Z]{2,5}\)$")


@lru_cache(4096)
def is_title(word):
    """대표이사, CEO, 인공지능산업국장. A person's name that happens to end like a title (지의장) has three letters."""
    word = _ABBREVIATED.sub("", word)
    if word in _TITLES:
        return True
    return bool(len(word) > 3 and _WITH_OFFICE.fullmatch(word) and not looks_like_a_name(word) > 1)


def is_title_of_firm(title):
    return bool(_OF_HEAD.search(title))


def is_title_of_office(title):
    """A title that by itself names an office: 시장, 인공지능산업국장, 광주테크노파크 원장.

    원장 or 대표이사 alone is none."""
    return bool(OFFICIAL.search(title)) or (title not in _TITLES and not is_title_of_firm(title))


def title_at(tokens):
    """(index, the title without its particle) of the last title among the words, or None.

    The last one counts: `대표 변호사 김하나` aside, what comes earlier is part of a firm or of the title itself."""
    for index in range(len(tokens) - 1, -1, -1):
        title = _title(tokens[index].words)
        if title:
            return index, title
    return None


@lru_cache(4096)
def _title(word):
    if is_title(word):
        return word
    for bare in (word.rstrip(".'\""), AFTER_TITLE.sub("", word)):
        if bare != word and is_title(bare):
            return bare
    return ""
