"""A person in a list, with title and firm in any order the press has: 회사 이름 대표이사, 이름 회사 대표이사,
회사 대표 이름, 회사(대표 이름), 회사의 이름 대표, 이름 기관장."""

import re
from dataclasses import replace

from intake.release import words
from intake.release.employers import known_firm, without_possessive, without_setting
from intake.release.entries import Entry, across, words_of
from intake.release.firms import bare_piece, field_of, is_firm_name, own_tokens
from intake.release.names import GROUP, has_form, people_in, reads_as_people
from intake.release.text import Piece
from intake.release.titles import AFTER_TITLE, OFFICIAL, is_title, is_title_of_office, title_at

_IN_PARENTHESES = re.compile(r"\s*\((?:[A-Za-z][A-Za-z0-9 .&-]*[·,/]\s?)?([^()\n]{2,60})\)")


def read_person(chunk, order):
    """The entry of a chunk that holds a title, or None where it names nobody."""
    return _in_parentheses(chunk, order) or _in_line(chunk, order)


def read_untitled(chunk, order):
    """`나무 김하나` where the title comes only after the last of several people."""
    company, rest = known_firm(words_of(chunk), chunk, order)
    if company is None or len(rest) != 1:
        return None
    people = people_in(rest[0])
    named = people and all(words.looks_like_a_name(piece.words) > 1 for piece in people)
    return Entry(company=bare_piece(company), people=people) if named else None


def _in_parentheses(chunk, order):
    """회사(대표 이름), 회사(이름 대표), 회사 대표(이름), 이름(회사 대표)."""
    for match in _IN_PARENTHESES.finditer(chunk.words):
        inside, outside = chunk.cut(*match.span(1)), chunk.cut(0, match.start()).stripped()
        around = words_of(outside)
        found, before = title_at(words_of(inside)), title_at(around)
        if before and before[0] == len(around) - 1 and not found and people_in(inside):
            return _placed(chunk, around[:-1], before[1], inside, order)
        if found is None or not around:
            continue
        entry = _in_line(inside, order) or _firm_of(inside, found)
        if entry and _is_of_person(outside, inside, entry):
            return _of_person(outside, inside, entry, found[1])
        if entry and not entry.company:
            return _of_firm(outside, entry, order)
    return None


def _firm_of(inside, found):
    """The firm of `나무 대표`, where no name is said."""
    tokens = words_of(inside)
    at, title = found
    if not 0 < at == len(tokens) - 1 or not is_firm_name(across(tokens[:-1], inside).words):
        return None
    return Entry(company=bare_piece(across(tokens[:-1], inside)), title=title)


def _is_of_person(outside, inside, entry):
    """Whether the words outside are the person and those inside the firm: 김하나(나무 대표)."""
    name = words_of(outside)[-1].words
    own = max((words.looks_like_a_name(piece.words) for piece in entry.people), default=0)
    return words.looks_like_a_name(name) > own


def _of_person(outside, inside, entry, title):
    name = words_of(outside)[-1]
    company = entry.company or across(words_of(inside)[:-1], inside)
    return replace(entry, company=bare_piece(company), people=people_in(name), title=title, office=False)


def _of_firm(outside, entry, order):
    own = without_setting(words_of(outside), order)
    if not own:
        return None
    own = own if order.knows(across(own, outside).words) else own_tokens(own)
    part = across(own, outside).stripped(" '\"▲△▷-·ㅇ*=:")
    name = bare_piece(part)
    office = words.is_city(name.words)
    if office and not words.is_seat(name.words):
        entry = replace(entry, title=f"{name.words} {entry.title}")
    if not office and not is_firm_name(name.words):
        return None
    field = field_of(outside.words[: own[0].start - outside.start])
    return replace(entry, company=None if office else name, field=field, office=office, marked=has_form(part.words))


def _in_line(chunk, order):
    tokens = words_of(chunk)
    found = title_at(tokens)
    if found is None:
        return None
    at, title = found
    before, after = tokens[:at], None
    if title == "이사" and before and before[-1].words == "대표":
        before, title = before[:-1], "대표 이사"
    if tokens[at].words == title.split()[-1] and at + 1 < len(tokens):
        whole = across(tokens[at + 1 :], chunk)
        if _name_follows(before, tokens[at + 1], order, is_last=at + 2 == len(tokens)):
            after = tokens[at + 1]
        elif len(tokens) - at == 3 and known_firm(before, chunk, order)[0] and people_in(whole):
            after = whole
    return _placed(chunk, before, title, after, order)


def _name_follows(before, token, order, is_last):
    """`회사 대표 이름`: the word after the title is the name unless one stands before the title already. A name of four
    letters (나무 대표 이루다솔) is one only where nothing else is said."""
    if not before:
        return bool(people_in(token))
    if len(before) == 1 and is_last and len(token.words) == 4 and token.words[0] in words.COMMON_SURNAMES:
        return True
    if not reads_as_people(AFTER_TITLE.sub("", token.words)) and not reads_as_people(token.words):
        return False
    rest = without_setting(before, order)
    return len(rest) < 2 or order.knows(rest[-1].words) or words.looks_like_a_name(rest[-1].words) < 2


def _placed(chunk, before, title, after, order):
    before = without_setting(before, order)
    company, rest = known_firm(before, chunk, order)
    if company is None:
        company, rest, title = _headed_by_title(chunk, rest, title, order)
    if after is not None:
        return _with_name_after(chunk, company, rest, title, after)
    if company is not None:
        return _with_firm(company, rest, title)
    return _without_known_firm(chunk, rest, title, order)


def _headed_by_title(chunk, rest, title, order):
    """The firm that its head's title holds: 한결연구원장 is the 원장 of 한결연구원."""
    end = chunk.words.find(title) + len(title) - 1
    for index, start in enumerate([*(token.start - chunk.start for token in rest), end - len(title) + 1]):
        if order.knows(chunk.words[start:end]):
            return chunk.cut(start, end), rest[:index], title[-2:]
    return None, rest, title


def _with_name_after(chunk, company, rest, title, after):
    if company is None and rest and not is_title_of_office(title) and is_firm_name(across(rest, chunk).words):
        company, rest = across(rest, chunk), []
    people = people_in(after)
    if not people:
        return None
    if company is None:
        title = " ".join([*(token.words for token in rest), title])
    return Entry(company=company and bare_piece(company), people=people, title=title, office=company is None)


def _with_firm(company, rest, title):
    """The firm is known; what is left is the name, perhaps with the beginning of a title (지주부문 대표이사)."""
    name = bare_piece(company)
    marked = has_form(company.words)
    if not rest:
        return Entry(company=name, marked=marked)
    likeness = [max((words.looks_like_a_name(part) for part in token.words.split("·")), default=0) for token in rest]
    foreign = len(rest) < 4 and likeness[0] and not max(likeness[1:], default=0) and rest[-1].end <= company.start
    if len(rest) == 1 or min(len(token.words) for token in rest) == 1 or foreign:
        people, prefix, stray = [rest], [], []
    elif likeness[0] >= 2 or "·" in rest[0].words:
        people, prefix, stray = [rest[:1]], rest[1:], []
    elif max(likeness) >= 2:
        at = likeness.index(max(likeness))
        people, prefix, stray = [[rest[at]]], rest[at + 1 :], rest[:at]
    else:
        people, prefix, stray = [rest], [], []
    pieces = [piece for tokens in people for piece in _people_of(tokens)]
    full_title = " ".join([*(token.words for token in prefix), title])
    return Entry(company=name, people=tuple(pieces), title=full_title, marked=marked, stray=tuple(stray))


def _people_of(tokens):
    if len(tokens) == 1:
        return people_in(tokens[0])
    whole = Piece(" ".join(token.words for token in tokens), tokens[0].start)
    return (whole,) if whole.end == tokens[-1].end and words.may_be_foreign_name(whole.words.split()) else ()


def _without_known_firm(chunk, rest, title, order):
    while len(rest) > 1 and (is_title(rest[-1].words) or rest[-1].words.endswith("부문")):
        rest, title = rest[:-1], f"{rest[-1].words} {title}"
    if len(rest) < 2:
        return _alone(rest, title) if rest else None
    first, last = (words.looks_like_a_name(rest[index].words.split("·")[0]) for index in (0, -1))
    if order.company_first and last or last > first:
        return _of_stranger(across(rest[:-1], chunk), rest[-1], title)
    return _of_stranger(across(rest[1:], chunk), rest[0], title) if first else None


def _of_stranger(company, name, title):
    """A person of a firm that no list of firms has told of, or of a public body."""
    if OFFICIAL.search(title) or words.is_public_body(company.words):
        return _officer(name, f"{company.words} {title}")
    if GROUP.fullmatch(company.words) or not is_firm_name(company.words):
        return None
    return Entry(company=bare_piece(without_possessive(company)), people=people_in(name), title=title)


def _alone(rest, title):
    """`지누리 대표` after a firm's first person: whose, the list knows. `임차식 단장`: one who came for an office."""
    people = people_in(rest[0])
    if not people or not all(words.looks_like_a_name(piece.words) for piece in people):
        return None
    return Entry(people=people, title=title, office=is_title_of_office(title))


def _officer(name, title):
    people = people_in(name)
    return Entry(people=people, title=title, office=True) if people else None
