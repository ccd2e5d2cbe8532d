"""The representatives of one row, as they are typed in one cell."""

import re

from companies.drafting import is_head_title
from intake.release.names import read_people
from intake.release.reading import Person

_OWN_TITLE = re.compile(r"(.+?)\s*[(（]([^()（）]*)[)）]")


def people_of(names, title):
    """`이완완·신범식` with the title they share: two people. A title of one's own stands in brackets, or after the name
    where the row has none: `김하나(부사장)`, `김하나 대표이사`."""
    return [_person(person) for person in read_people(names, title)]


def in_one_cell(people):
    """(names, title) that `people_of` reads back as `people`."""
    titles = {person.title for person in people}
    if len(titles) < 2:
        return "·".join(person.name for person in people), "".join(titles)
    return "·".join(f"{person.name}({person.title})" if person.title else person.name for person in people), ""


def _person(person):
    own = _OWN_TITLE.fullmatch(person.name)
    if own:
        return Person(own[1], own[2].strip())
    name, _space, last_word = person.name.rpartition(" ")
    if name and not person.title and is_head_title(last_word):
        return Person(name.strip(), last_word)
    return person
