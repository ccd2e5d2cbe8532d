"""The names of people in a stretch of text: one, or several parted by middle dots."""

import re

from intake.release import words

GROUP = re.compile(r"(?:기업|업체|회사|각|양|두|세|네|참여|협약|유치|들|주요|입주|지역|관련|소속|각사|양사|이들)+")


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
    if not words.may_be_foreign_name(parts) or words.is_field(name):
        return False
    return (
        len(name) > 1
        and not GROUP.fullmatch(name)
        and not words.is_setting(name)
        or bool(words.looks_like_a_name(name))
        and not words.ends_with_particle(name, "을를")
    )
