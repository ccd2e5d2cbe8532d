"""Who stood for the city: the one who signed for it, and the others who came for an office."""

import re

from intake.release.reading import Person
from intake.release.text import Piece

_LEADS = re.compile(r"(?:광주(?:광역)?시?)?\s?(?:[가-힣]{2,6}\s?부|부)?시장(?:\s?(?:권한|직무)대행)?")
_SPEAKS = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,4})\s(?P<title>(?:광주(?:광역)?)?시장|[가-힣]{2,6}부시장)(?:은|는|이|가)(?=[\s\"“])"
    r"|(?<![가-힣])(?P<quoted>[가-힣]{2,4})\s(?P<their_title>(?:광주(?:광역)?)?시장)\s?[\"“]"
    r"|광주(?:(?:광역)?시)?\((?P<short_title>시장)\s(?P<named>[가-힣]{2,4})\)"
)


def read_city(text, officers):
    """(who signed for the city, the other officers), Found values. The first mayor or deputy mayor of
    the attendance; where none is named there, one who is quoted."""
    people = {}
    for entry in officers:
        for piece in entry.people:
            people.setdefault(piece.words, (Person(piece.words, _tidy(entry.title)), []))[1].append(piece)
    everyone = [text.found(person, *pieces) for person, pieces in people.values()]
    signatory = _first(everyone, _LEADS) or _speaker(text)
    name = signatory.value.name if signatory else ""
    return signatory, tuple(person for person in everyone if person.value.name != name)


def _tidy(title):
    return " ".join(title.split())


def _first(people, pattern):
    return next((person for person in people if pattern.fullmatch(person.value.title)), None)


def _speaker(text):
    for paragraph in text.paragraphs:
        match = _SPEAKS.search(text.plain, paragraph.start, paragraph.end)
        if match:
            name, title = (said for said in match.groups() if said)
            if match["named"]:
                name, title = title, name
            return text.found(Person(name, title), Piece(match.group(), match.start()))
    return None
