"""What stands in one cell: a number, a company, people with their titles."""

import re
import unicodedata

from intake.release.names import read_people
from intake.release.reading import Person

_NUMBER = re.compile(r"(?:제|no\.?|#)?\s*(\d{1,5})\s*(?:호|번|번째|차|\.|\))?", re.IGNORECASE)
_TITLES = (
    r"(?:공동|각자|총괄|부)?대표(?:이사|자|원장|교수)?|(?:부|명예)?(?:회장|사장|원장|총장)|(?:전무|상무|기술|사외|등기|상임)?이사|이사장|"
    r"전무|상무|(?:부|연구)?(?:센터장|본부장|소장|단장|지사장|지점장)|[가-힣A-Za-z&]*(?:실장|팀장|부장|국장|과장|학장)|[A-Za-z&]+장|교수|의장|위원장|"
    r"(?:선임|책임|수석)?(?:매니저|연구원)|C[A-Z]O|president|director|chairman|chairperson|manager"
)
_TITLE = re.compile(rf"(?:{_TITLES})(?:님)?", re.IGNORECASE)
_GLUED = re.compile(rf"([가-힣]{{3}})({_TITLES})")
_NAME = re.compile(r"[가-힣]{2,4}|[가-힣]{1,2} [가-힣]{1,3}|[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){1,3}")
_WITH_TITLE_IN_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_HEAD_IN_BRACKETS = re.compile(r"(.+?)\s*\(\s*((?:대표|회장|원장)\S*)[\s:]+([^()]+)\)")
_OTHERS = re.compile(r"\s*외\s*\d+\s*(?:명|인)$")
# Words that stand before a title and belong to it: `지주부문 대표이사`, `AI연구소 소장`, `기술총괄 CTO`.
_PART_OF_TITLE = re.compile(r"[가-힣A-Za-z&]*(?:부문|총괄|본부|사업부|연구소|센터|지사|담당|기술|경영|공동|각자|[A-Z])")
_SHORT_NAME = re.compile(r"[가-힣]{2,4}")


def read_number(cell):
    """136, `136.`, `제136호`, full-width digits; None where the cell is no number."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", cell).strip())
    return int(found[1]) if found and int(found[1]) else None


def is_title(word):
    return bool(_TITLE.fullmatch(word))


def holds_titles(cell):
    """Whether a cell is one title or several: `기술총괄 CTO`, `대표이사·부사장`."""
    titles = [title.name.split() for title in read_people(_in_one_line(cell))]
    return bool(titles) and all(_title_begins(words) == 0 for words in titles)


def _title_begins(words):
    """Where the title begins that these words end with; their number if they end with none."""
    if not words or not is_title(words[-1]):
        return len(words)
    begins = len(words) - 1
    while begins and _PART_OF_TITLE.fullmatch(words[begins - 1]):
        begins -= 1
    return begins


def is_name(cell):
    """Whether a cell may well be the name of one or more people, with or without title. So may a short company's."""
    people, _ = read_cell_of_people(cell)
    return bool(people) and all(_NAME.fullmatch(person.name) for person in people)


def read_cell_of_people(cell):
    """The people of a cell (`이완완·신범식 대표이사`, `김하나(부사장)`), and `외 1명` where it says so."""
    text = _in_one_line(cell)
    others = _OTHERS.search(text)
    persons = [_part(piece.name) for piece in read_people(_OTHERS.sub("", text))]
    return _share_titles(persons), others.group().strip() if others else ""


def _in_one_line(cell):
    return ", ".join(" ".join(line.split()) for line in cell.split("\n"))


def _share_titles(persons):
    """A title belongs to all names before it that have none; one that stands alone and first, to the name after it."""
    people, titled, ahead = [], 0, ""
    for person in persons:
        title = person.title or ahead
        if title:
            people[titled:] = [Person(earlier.name, title) for earlier in people[titled:]]
        ahead = "" if person.name or titled < len(people) else title
        if person.name:
            people.append(Person(person.name, title))
        if title:
            titled = len(people)
    return tuple(people)


def _part(piece):
    """A name and its title, either of which may be missing."""
    words = piece.split()
    begins = _title_begins(words)
    if begins < len(words):
        return Person(" ".join(words[:begins]), " ".join(words[begins:]))
    bracketed = _WITH_TITLE_IN_BRACKETS.fullmatch(piece)
    if bracketed and is_title(bracketed[2]):
        return Person(bracketed[1], bracketed[2].strip())
    first = words[0].rstrip(":")
    if is_title(first):
        return Person(" ".join(words[1:]), first)
    glued = _GLUED.fullmatch(piece)
    return Person(glued[1], glued[2]) if glued else Person(piece)


def give_titles(people, cell):
    """People with the titles of the cell beside them, and whether they fit: as many titles as people, or one for all.
    A title that stands with the name comes first."""
    titles = [title.name for title in read_people(_in_one_line(cell))]
    if len(titles) <= 1:
        titles = titles * len(people) or [""] * len(people)
    fits = len(titles) == len(people)
    if not fits:
        titles = [" ".join(cell.split())] * len(people)
    return tuple(Person(person.name, person.title or title) for person, title in zip(people, titles, strict=True)), fits


def part_company(cell):
    """The company of a cell that names its head as well, and the words about the head: `나무(대표 김하나)`, `나무
    김하나 대표이사`, `나무 대표이사 김하나`."""
    words = cell.split()
    bracketed = _HEAD_IN_BRACKETS.fullmatch(" ".join(words))
    if bracketed:
        return bracketed[1], f"{bracketed[3].strip()} {bracketed[2]}"
    begins = _title_begins(words)
    if begins == len(words) > 2 and is_title(words[-2]):
        words[-2:] = words[:-3:-1]
        begins -= 1
    if 2 <= begins < len(words) and _SHORT_NAME.fullmatch(words[begins - 1]):
        return " ".join(words[: begins - 1]), " ".join(words[begins - 1 :])
    return cell, ""
