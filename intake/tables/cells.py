"""What stands in one cell: a number, a company, people with their titles."""

import re
import unicodedata

from intake.release.names import read_people
from intake.release.reading import Person

_NUMBER = re.compile(r"(?:제|no\.?|#)?\s*(\d{1,5})\s*(?:호|번|번째|차|\.|\))?", re.IGNORECASE)
_TITLES = (
    r"(?:공동|각자|총괄)?대표(?:이사|자|원장|교수)?|(?:부|명예)?(?:회장|사장|원장|총장)|(?:전무|상무|기술|사외|등기|상임)?이사|이사장|"
    r"전무|상무|(?:부|연구)?(?:센터장|본부장|소장|단장|지사장|지점장)|[가-힣]*(?:실장|팀장|부장|국장|과장|학장)|교수|의장|위원장|"
    r"(?:선임|책임|수석)?(?:매니저|연구원)|C[A-Z]O|president|director|chairman|chairperson|manager"
)
_TITLE = re.compile(rf"(?:{_TITLES})(?:님)?", re.IGNORECASE)
_GLUED = re.compile(rf"([가-힣]{{3}})({_TITLES})")
_NAME = re.compile(r"[가-힣]{2,4}|[가-힣]{1,2} [가-힣]{1,3}|[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){1,3}")
_WITH_TITLE_IN_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_HEAD_IN_BRACKETS = re.compile(r"(.+?)\s*\(\s*((?:대표|회장|원장)\S*)[\s:]+([^()]+)\)")
_OTHERS = re.compile(r"\s*외\s*\d+\s*(?:명|인)$")
_SHORT_NAME = re.compile(r"[가-힣]{2,4}")


def read_number(cell):
    """136, `136.`, `제136호`, full-width digits; None where the cell is no number."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", cell).strip())
    return int(found[1]) if found and int(found[1]) else None


def is_title(cell):
    return bool(_TITLE.fullmatch(cell.strip()))


def is_name(cell):
    """Whether a cell may well be the name of one or more people, with or without title. So may a short company's."""
    people, _ = read_cell_of_people(cell)
    return bool(people) and all(_NAME.fullmatch(person.name) for person in people)


def read_cell_of_people(cell):
    """The people of a cell (`이완완·신범식 대표이사`, `김하나(부사장)`), and `외 1명` where it says so."""
    text = cell.strip()
    others = _OTHERS.search(text)
    text = _OTHERS.sub("", text).replace("\n", ", ")
    people, waiting = [], 0
    for piece in read_people(text):
        person = _part(piece.name)
        if person.title:
            people[waiting:] = [Person(earlier.name, person.title) for earlier in people[waiting:]]
        if person.name:
            people.append(person)
        if person.title:
            waiting = len(people)
    return tuple(people), others.group().strip() if others else ""


def _part(piece):
    """A name and its title. Without a name: a title that stood alone, which belongs to the names before it."""
    if is_title(piece):
        return Person("", piece)
    bracketed = _WITH_TITLE_IN_BRACKETS.fullmatch(piece)
    if bracketed and is_title(bracketed[2]):
        return Person(bracketed[1], bracketed[2].strip())
    first, _, rest = piece.partition(" ")
    before, _, last = piece.rpartition(" ")
    if is_title(last):
        return Person(first, rest) if _SHORT_NAME.fullmatch(first) else Person(before, last)
    if is_title(first.rstrip(":")):
        return Person(rest.strip(), first.rstrip(":"))
    glued = _GLUED.fullmatch(piece)
    return Person(glued[1], glued[2]) if glued else Person(piece)


def give_titles(people, cell):
    """People with the titles of the cell beside them, and whether they fit: as many titles as people, or one for all.
    A title that stands with the name comes first."""
    titles = [title.name for title in read_people(cell.strip().replace("\n", ","))]
    if len(titles) <= 1:
        titles = titles * len(people) or [""] * len(people)
    fits = len(titles) == len(people)
    if not fits:
        titles = [" ".join(cell.split())] * len(people)
    return tuple(Person(person.name, person.title or title) for person, title in zip(people, titles, strict=True)), fits


def part_company(cell):
    """The company of a cell that names its head as well, and the words about the head: `나무(대표 김하나)`, `나무
    김하나 대표이사`, `나무 대표이사 김하나`."""
    bracketed = _HEAD_IN_BRACKETS.fullmatch(cell)
    if bracketed:
        return bracketed[1], f"{bracketed[3].strip()} {bracketed[2]}"
    words = cell.split(" ")
    if len(words) >= 3 and is_title(words[-1]) and is_name(words[-2]):
        return " ".join(words[:-2]), " ".join(words[-2:])
    if len(words) >= 3 and is_title(words[-2]) and is_name(words[-1]):
        return " ".join(words[:-2]), f"{words[-1]} {words[-2]}"
    return cell, ""
