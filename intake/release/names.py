"""Names of firms and people as the press and spreadsheets write them."""

import re
from functools import lru_cache

from intake.release.reading import Person

_FORM = r"㈜|\(주\)|（주）|㈔|\(사\)|㈕|\(재\)|㈲|\(유\)|주식회사|유한회사|유한책임회사|농업회사법인"
FORMS_APART = frozenset({"㈜", "(주)", "(유)", "(재)", "(사)", "주식회사", "유한회사"})
_FORM_AT_START = re.compile(rf"^(?:{_FORM})\s*")
_FORM_AT_END = re.compile(rf"\s*(?:{_FORM})$")
_BETWEEN_PEOPLE = re.compile(r"\s*[·ㆍ・‧･,;/、]\s*")
_NOT_COMPARED = re.compile(r"[\s·ㆍ・.,'\"‘’“”&\-_/()]+")


@lru_cache(4096)
def bare_name(text):
    """The name of a firm without its legal form: ㈜나무, (주)나무 and 나무 주식회사 are all 나무."""
    name = " ".join(text.split())
    while True:
        shorter = _FORM_AT_END.sub("", _FORM_AT_START.sub("", name))
        if shorter == name or not shorter:
            return name
        name = shorter


@lru_cache(4096)
def name_key(text):
    """What two mentions of one firm have in common: no legal form, spaces, signs or capitals; 에이아이 is AI."""
    bare = bare_name(text)
    return _NOT_COMPARED.sub("", bare).casefold().replace("에이아이", "ai") or bare


def has_form(text):
    """Whether the words carry a legal form, as only a firm does."""
    return bare_name(text) != " ".join(text.split())


def read_people(names, title=""):
    """`이완완·신범식` with the title they share: two people. A name may hold a space where a comma parts its title."""
    return tuple(Person(name, title.strip()) for name in _BETWEEN_PEOPLE.split(names.strip()) if name)
