"""Lists of firms and people: the entries of a sentence or of the lines below it, in order."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from intake.release.employers import Order
from intake.release.entries import Entry, chunks, words_of
from intake.release.firms import read_firms
from intake.release.people import read_person, read_untitled
from intake.release.signing import BULLET
from intake.release.text import Piece
from intake.release.titles import AFTER_TITLE, is_title, title_at
from intake.release.vocabulary import DEEDS
from intake.release.words import ends_with_particle, is_city, is_field, looks_like_a_name

_INSIDE = re.compile(r"\(([^()]*)\)")
_ENDS = re.compile(r"등(?:이|은|과|의|도)?")
_WITH_CITY = re.compile(r"(?:광주(?:광역)?시)(?:\([^()]*\))?(?:와|및)\s")
_SUBJECT = re.compile(r"([^,.]{2,40}?)(?:은|는|이|가)\s")
_BY_AGREEMENT = re.compile(r"\s*(?:이번\s)?(?:협약|이)에\s따라\s")
_PARTICLES = frozenset("이가은는을를과와")


@dataclass(frozen=True)
class Listing:
    """Entries that follow each other without a break. `closed` says that 등 ended them."""

    entries: tuple[Entry, ...]
    closed: bool = False

    @property
    def firms(self):
        return tuple(entry for entry in self.entries if entry.company)


def read_listings(piece, order=None):
    """The runs of entries in a sentence, or in the lines of a block: a run ends with 등 or where no entry comes."""
    order, run, listings = order or Order(frozenset(), reads_company_first(piece, frozenset())), [], []
    opened = False
    for chunk, parts in _parts(piece, order.known):
        entries = [entry for part in parts for entry in _entries(part, order, opened or bool(run))]
        opened = is_city(chunk.words.strip())
        closed = any(entry.last for entry in entries)
        run += [entry for entry in entries if entry.company or entry.people]
        if closed or not entries and not _may_be_inside(chunk, run):
            listings.append(Listing(tuple(_shared_titles(_named(run))), closed))
            run = []
    listings.append(Listing(tuple(_shared_titles(_named(run)))))
    return [listing for listing in listings if listing.entries]


def _may_be_inside(chunk, run):
    """A stretch that names nobody ends a list, unless it is a heading or one odd word between many names."""
    said = chunk.words.strip()
    return (
        is_field(said)
        or len(said) < 20
        and said.split()[-1] in DEEDS
        or said.endswith(("분야", "부문", "번째"))
        or len(run) > 2
        and len(said) < 16
        and " " not in said
    )


def read_subject(sentence):
    """`나무(대표 김하나)는 광주시와 협약을 맺었다`: the firm that is the subject, or None."""
    if not _WITH_CITY.search(sentence.words):
        return None
    first = next(iter(chunks(sentence)), None)
    if first is None or is_city(first.words.strip()):
        return None
    match = _SUBJECT.match(first.words)
    entries = read_firms(first.cut(0, match.end(1)), opened=False) if match else []
    return entries[0] if len(entries) == 1 else None


def read_described(piece):
    """`나무는 영상을, 다리는 로봇을, 숲길은 음성을 다룬다`: the firms of which a sentence tells one after another."""
    firms = []
    for chunk in chunks(piece):
        led = _BY_AGREEMENT.match(chunk.words)
        first, *others = words_of(_bare(chunk.cut(led.end() if led else 0))) or [chunk]
        if others and ends_with_particle(first.words, "은는"):
            firms += read_firms(first.cut(0, -1), opened=False)
    return firms if len(firms) > 1 else []


def read_people_list(piece, order):
    """Every entry with a person, or with a firm that is known, whatever stands between them."""
    entries = []
    for _, parts in _parts(piece, order.known):
        for part in parts:
            entries += _entries(part, order, opened=bool(entries))
    entries = [entry for entry in _named(entries) if entry.people or entry.key in order.known]
    return _shared_titles(entries)


def reads_company_first(piece, known):
    """Whether in this list a firm stands before its person. Known firms decide; without any, most lists do so."""
    first = last = 0
    for _, parts in _parts(piece, known):
        for part in parts:
            tokens = words_of(part)
            at = title_at(tokens)
            if at is None or at[0] < 2:
                continue
            order = Order(known)
            before, beside = (tokens[at[0] - step].words for step in (2, 1))
            first += looks_like_a_name(beside) + 4 * order.knows(before)
            last += looks_like_a_name(before) + 4 * order.knows(beside)
    return first >= last


def _entries(part, order, opened):
    tokens = words_of(part)
    at = title_at(tokens)
    person = read_person(part, order)
    if person is not None:
        return [person]
    if at is not None and at[0] == len(tokens) - 1 and not (opened and len(tokens) == 1):
        return []
    untitled = read_untitled(part, order)
    return [untitled] if untitled else read_firms(part, opened)


@lru_cache(64)
def _parts(piece, known):
    """(chunk, its stretches with one entry each): the same for whoever reads this sentence with these firms known."""
    return [(chunk, tuple(_parted_by_titles(_bare(chunk)))) for chunk in chunks(piece, known)]


def _bare(chunk):
    """The chunk without the bullet or number of its line."""
    bullet = BULLET.match(chunk.words)
    return (chunk.cut(bullet.end()) if bullet else chunk).stripped()


def _parted_by_titles(chunk):
    """A title with a particle or a dot ends its entry: `이용섭 시장은 | 23일 나무`, `나무 김하나 대표·다리 …`."""
    start, tokens = 0, words_of(chunk)
    for index, token in enumerate(tokens):
        end = _end_of_person(token, tokens[index + 1 :]) or _end_of_name(tokens, index)
        if _ENDS.fullmatch(token.words) and any(is_title(other.words) for other in tokens[:index]):
            end = token.start
        if end is not None:
            yield chunk.cut(start, end - chunk.start).stripped(" ·")
            start = end - chunk.start
    if chunk.words[start:].strip(" ·"):
        yield chunk.cut(start).stripped(" ·")


def _end_of_name(tokens, index):
    """`대표 김하나·나무 대표 이두리`: after a title and a name another firm begins, if another title comes."""
    name, dot, _ = tokens[index].words.partition("·")
    following = tokens[index + 1 :]
    parted = dot or following and following[0].words.startswith("·")
    after_title = index and is_title(tokens[index - 1].words) and title_at(following)
    bare = AFTER_TITLE.sub("", tokens[index].words)
    if after_title and bare != tokens[index].words and looks_like_a_name(bare) > 1:
        return tokens[index].end
    possessive = dot and tokens[index].words.endswith("의")
    return tokens[index].start + len(name) if parted and (after_title or possessive) else None


def _end_of_person(token, rest):
    """Where in or after this word an entry with a title ends, or None."""
    following = rest[0] if rest else None
    if following and following.words in _PARTICLES and title_at([token]):
        return following.end
    before, dot, _ = token.words.partition("·")
    if dot and is_title(before):
        return token.start + len(before)
    inside = _INSIDE.search(token.words)
    if inside and title_at(words_of(Piece(inside[1], 0))) or not is_title(token.words) and title_at([token]):
        return token.end
    if not following or not is_title(token.words):
        return None
    if following.words in _PARTICLES:
        return following.end
    return token.end if following.words.startswith(("·", "등")) else None


def _named(entries):
    """`나무 김하나, 다리 이두리, 숲 박세리 대표`: before one with a title, what ends in a name is a person too."""
    named, follows = [], False
    for entry in reversed(entries):
        if follows and entry.company and not entry.people and not entry.marked:
            entry = _with_name_at_end(entry)
        follows = bool(entry.people and entry.company)
        named.insert(0, entry)
    return named


def _with_name_at_end(entry):
    firm, _, name = entry.company.words.rpartition(" ")
    if not firm or looks_like_a_name(name) < 3:
        return entry
    person = entry.company.cut(len(entry.company.words) - len(name))
    return replace(entry, company=entry.company.cut(0, len(firm)), people=(person,))


def _shared_titles(entries):
    """`나무 김하나 회장, 이두리 대표`: the second is of the same firm.

    `나무 김하나, 다리 이두리 대표`: one title for both."""
    shared, title = [], ""
    for entry in reversed(entries):
        title = entry.title or title
        if entry.people and not entry.title:
            entry = replace(entry, title=title, sure=bool(entry.title))
        shared.insert(0, entry)
    company = None
    for index, entry in enumerate(shared):
        if entry.people and not entry.company and not entry.office and company is not None:
            shared[index] = replace(entry, company=company)
        company = entry.company or (None if entry.office else company)
    return shared
