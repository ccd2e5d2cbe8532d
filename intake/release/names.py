"""Names of firms and people as the press and spreadsheets write them."""

import re
from functools import lru_cache

from intake.release import words
from intake.release.reading import Person

_FORM = r"㈜|\(주\)|（주）|㈔|\(사\)|㈕|\(재\)|㈲|\(유\)|주식회사|유한회사|유한책임회사|농업회사법인"
_FORM_AT_START = re.compile(rf"^(?:{_FORM})\s*")
_FORM_AT_END = re.compile(rf"\s*(?:{_FORM})$")
_BETWEEN_PEOPLE = re.compile(r"\s*[·ㆍ・‧･,;/、]\s*")
GROUP = re.compile(r"(?:기업|업체|회사|각|양|두|세|네|참여|협약|유치|들|주요|입주|지역|관련|소속|각사|양사|이들)+")
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


def people_in(piece):
    """The names in a stretch: `이완완·신범식` are two; `투피 살리바` is one."""
    cleaned = piece.stripped(" '\".")
    names = []
    start = 0
    for dots in re.finditer(r"\s*[·,/]\s*|$", cleaned.words):
        part = cleaned.cut(start, dots.start()).stripped()
        part = part.cut(0, len(part.words) - len(_surplus(part.words))) if part.words else part
        if not _is_person(part.words):
            return ()
        names.append(part)
        start = dots.end()
    return tuple(names)


def reads_as_people(word):
    return all(words.looks_like_a_name(part) for part in re.split(r"[·,/]", word))


def _surplus(name):
    """A particle at the end of a name: 임꽃별이 has four letters, 임꽃별 is a name."""
    shorter = re.sub(r"(?:씨|님)?(?:이|가|은|는|을|를|과|와)?$", "", name)
    longer_than_a_name = len(name) == 4 and words.looks_like_a_name(shorter) > words.looks_like_a_name(name)
    return name[len(shorter) :] if longer_than_a_name else ""


def _is_person(name):
    parts = name.split()
    if not words.may_be_foreign_name(parts) or words.is_field(name) or GROUP.fullmatch(name):
        return False
    likely = words.looks_like_a_name(name) and not words.ends_with_particle(name, "을를")
    return bool(likely or len(name) > 1 and not words.is_setting(name))
