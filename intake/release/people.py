"""A person in a list, with title and firm in any order the press has: 회사 이름 대표이사, 이름 회사 대표이사, 회사 대표 이름,
회사(대표 이름), 회사의 이름 대표, 이름 기관장."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from intake.release import words
from intake.release.entries import Entry, across, words_of
from intake.release.firms import bare_piece, field_of, is_firm_name, own_tokens
from intake.release.names import has_form, name_key
from intake.release.text import Piece

_AFTER_TITLE = re.compile(r"(?:들|님)?(?:이|가|은|는|을|를|과|와|도|의|에게|께서|으로|로|이며|이고|이다|다)?[.'\"]*$")
_IN_PARENTHESES = re.compile(r"\s*\(([^()\n]{2,60})\)")
_FORMS = frozenset({"㈜", "(주)", "(유)", "(재)", "(사)", "주식회사", "유한회사"})
_AT_FIRM = re.compile(r"(?:\s?측)?(?:에서는|에서|에선|은|는|이|가|의)?$")
_GROUP = re.compile(r"(?:기업|업체|회사|각|양|두|세|네|참여|협약|유치|들|주요|입주|지역|관련|소속|각사|양사|이들)+")


@dataclass(frozen=True)
class Order:
    """What the rest of the text tells about a list of people: the keys of the firms that signed, and whether in this
    list a firm stands before its person."""

    known: frozenset = frozenset()
    company_first: bool = True

    def knows(self, name):
        return name_key(name) in self.known


def read_person(chunk, order):
    """The entry of a chunk that holds a title, or None where it names nobody."""
    return _in_parentheses(chunk, order) or _in_line(chunk, order)


def read_untitled(chunk, order):
    """`나무 김하나` where the title comes only after the last of several people."""
    company, rest = _known_firm(words_of(chunk), chunk, order)
    if company is None or len(rest) != 1:
        return None
    people = people_in(rest[0])
    named = people and all(words.looks_like_a_name(piece.words) > 1 for piece in people)
    return Entry(company=bare_piece(company), people=people) if named else None


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
    if words.is_title(word):
        return word
    for bare in (word.rstrip(".'\""), _AFTER_TITLE.sub("", word)):
        if bare != word and words.is_title(bare):
            return bare
    return ""


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
        entry = _in_line(inside, order)
        if entry and _is_of_person(outside, inside, entry):
            return _of_person(outside, inside, entry)
        if entry and not entry.company:
            return _of_firm(outside, entry, order)
    return None


def _is_of_person(outside, inside, entry):
    """Whether the words outside are the person and those inside the firm: 김하나(나무 대표)."""
    name = words_of(outside)[-1].words
    if entry.company:
        return not entry.people
    own = max((words.looks_like_a_name(piece.words) for piece in entry.people), default=0)
    return words.looks_like_a_name(name) > own and not has_form(name) and words_of(inside)[0].words != entry.title


def _of_person(outside, inside, entry):
    name = words_of(outside)[-1]
    company = entry.company or across(words_of(inside)[:-1], inside)
    return replace(entry, company=bare_piece(company), people=people_in(name), office=False)


def _of_firm(outside, entry, order):
    own = _without_setting(words_of(outside), order)
    if not own:
        return None
    own = own if order.knows(across(own, outside).words) else own_tokens(own)
    part = across(own, outside).stripped(" '\"▲△▷-·ㅇ*=:")
    name = bare_piece(part)
    office = words.is_city(name.words)
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
    if tokens[at].words == title and at + 1 < len(tokens):
        whole = across(tokens[at + 1 :], chunk)
        if _name_follows(before, tokens[at + 1], order):
            after = tokens[at + 1]
        elif len(tokens) - at == 3 and _known_firm(before, chunk, order)[0] and people_in(whole):
            after = whole
    return _placed(chunk, before, title, after, order)


def _name_follows(before, token, order):
    """`회사 대표 이름`: the word after the title is the name unless one stands before the title already."""
    if not before:
        return bool(people_in(token))
    if not _reads_as_people(_AFTER_TITLE.sub("", token.words)) and not _reads_as_people(token.words):
        return False
    rest = _without_setting(before, order)
    return len(rest) < 2 or order.knows(rest[-1].words) or words.looks_like_a_name(rest[-1].words) < 2


def _placed(chunk, before, title, after, order):
    before = _without_setting(before, order)
    company, rest = _known_firm(before, chunk, order)
    if company is None:
        company, rest = _marked_firm(before, chunk)
    if company is None and order.knows(title[:-1]):
        at = chunk.words.find(title)
        company, title = chunk.cut(at, at + len(title) - 1), title[-2:]
    if after is not None:
        return _with_name_after(chunk, company, rest, title, after)
    if company is not None:
        return _with_firm(company, rest, title)
    return _without_known_firm(chunk, rest, title, order)


def _with_name_after(chunk, company, rest, title, after):
    if company is None and rest and not words.is_title_of_office(title) and is_firm_name(across(rest, chunk).words):
        company, rest = across(rest, chunk), []
    people = people_in(after)
    if not people:
        return None
    if company is None:
        title = " ".join([*(token.words for token in rest), title])
    return Entry(company=company and bare_piece(company), people=people, title=title, office=company is None)


def _with_firm(company, rest, title):
    """The firm is known; what is left is the name, perhaps with the beginning of the title after it (지주부문 대표이사)."""
    name = bare_piece(company)
    marked = has_form(company.words)
    if not rest:
        return Entry(company=name, marked=marked)
    likeness = [max((words.looks_like_a_name(part) for part in token.words.split("·")), default=0) for token in rest]
    if len(rest) == 1 or (min(len(token.words) for token in rest) == 1):
        people, prefix, stray = [rest], [], []
    elif likeness[0] >= 2 or "·" in rest[0].words:
        people, prefix, stray = _co_heads(rest, likeness)
    elif max(likeness) >= 2:
        at = likeness.index(max(likeness))
        people, prefix, stray = [[rest[at]]], rest[at + 1 :], rest[:at]
    else:
        people, prefix, stray = [rest], [], []
    pieces = [piece for tokens in people for piece in _people_of(tokens)]
    full_title = " ".join([*(token.words for token in prefix), title])
    return Entry(company=name, people=tuple(pieces), title=full_title, marked=marked, stray=tuple(stray))


def _co_heads(rest, likeness):
    """Several names in a row (김하나 이두리 공동대표) and what follows them."""
    count = 1
    while count < len(rest) and likeness[count] == 3 and likeness[0] == 3:
        count += 1
    return [[token] for token in rest[:count]], rest[count:], []


def _people_of(tokens):
    if len(tokens) == 1:
        return people_in(tokens[0])
    whole = Piece(" ".join(token.words for token in tokens), tokens[0].start)
    return (whole,) if whole.end == tokens[-1].end and words.may_be_foreign_name(whole.words.split()) else ()


def _without_known_firm(chunk, rest, title, order):
    while len(rest) > 1 and words.is_title(rest[-1].words):
        rest, title = rest[:-1], f"{rest[-1].words} {title}"
    if not rest:
        return None
    first, last = (words.looks_like_a_name(rest[index].words.split("·")[0]) for index in (0, -1))
    if len(rest) > 2 and not first and not last and not words.OFFICIAL.search(title):
        return _foreign(chunk, rest, title)
    if words.is_title_of_office(title) and (len(rest) == 1 or last < 1 or first >= last):
        office_title = " ".join([*(token.words for token in rest[1:]), title])
        return _officer(rest[:1], office_title) if first or len(rest) == 1 else None
    if len(rest) == 1:
        return _alone(rest, title)
    if order.company_first and last or last > first:
        company, name, stray = rest[:-1], rest[-1], ()
    elif first:
        company, name, stray = rest[1:], rest[0], ()
    else:
        return None
    whole = across(company, chunk)
    if words.OFFICIAL.search(title) or words.is_public_body(whole.words):
        return _officer([name], f"{whole.words} {title}")
    if _GROUP.fullmatch(whole.words) or not is_firm_name(whole.words):
        return None
    return Entry(company=bare_piece(_without_possessive(whole)), people=people_in(name), title=title, stray=stray)


def _foreign(chunk, rest, title):
    """A firm of one word or more and a name in two words: IEEE 표준위원회 투피 살리바 위원장."""
    company, name = across(rest[:-2], chunk), across(rest[-2:], chunk)
    if not is_firm_name(company.words) or not words.may_be_foreign_name(name.words.split()):
        return None
    return Entry(company=bare_piece(company), people=(name,), title=title, sure=True)


def _alone(rest, title):
    """`지누리 대표` after a firm's first person: whose, the list knows."""
    people = people_in(rest[0])
    if not people or not all(words.looks_like_a_name(piece.words) for piece in people):
        return None
    return Entry(people=people, title=title, office=words.is_title_of_office(title))


def _officer(tokens, title):
    people = people_in(tokens[0])
    return Entry(people=people, title=title, office=True) if people else None


def _without_setting(tokens, order):
    """The words after the last one that belongs to the sentence. A firm that is known by such a name (동트는) stays, and
    so does a person beside a firm (한결이 ㈜바다 대표) or at the beginning (김영은 나무 대표)."""
    for index in range(len(tokens) - 1, -1, -1):
        if words.is_setting(tokens[index].words) and not _stays(tokens, index, order):
            return tokens[index + 1 :]
    return tokens


def _stays(tokens, index, order):
    word = tokens[index].words
    if _is_firm(word, order) or order.knows(_AT_FIRM.sub("", word)) or word in _FORMS:
        return True
    if word.endswith("의") and index == len(tokens) - 2:
        return True
    if words.looks_like_a_name(word) == 3:
        ends = index in (0, len(tokens) - 1) or words.is_setting(tokens[index - 1].words)
        beside = tokens[max(0, index - 1) : index + 2]
        return ends or any(_is_firm(token.words, order) for token in beside)
    beside_name = len(tokens) == 1 or len(tokens) == 2 and words.looks_like_a_name(tokens[1 - index].words) > 1
    return beside_name and not words.is_only_setting(word) and not word.endswith(("은", "는"))


def _is_firm(word, order):
    return order.knows(word) or has_form(word)


def _known_firm(tokens, whole, order):
    """The longest run at either end of `tokens` that is a known firm, and the other words."""
    for length in range(len(tokens), 0, -1):
        for run, rest in ((tokens[:length], tokens[length:]), (tokens[-length:], tokens[:-length])):
            piece = across(run, whole)
            for candidate in (piece, _without_possessive(piece), piece.cut(0, _AT_FIRM.search(piece.words).start())):
                if order.knows(candidate.words):
                    return candidate, rest
    for index, token in enumerate(tokens):
        if order.knows(token.words):
            return token, tokens[index + 1 :] if index + 1 < len(tokens) else tokens[:index]
    return None, tokens


def _marked_firm(tokens, whole):
    """The firm of the word that carries ㈜, with the words between the sign and the person: ㈜가람 테크 박돌이."""
    for index, token in enumerate(tokens):
        if has_form(token.words) or token.words in _FORMS:
            first, last = index, index
            form_ends = _form_ends(tokens, index)
            if token.words in _FORMS:
                first, last = (index - 1, index) if form_ends else (index, min(index + 1, len(tokens) - 1))
            if form_ends:
                while first > 0 and words.looks_like_a_name(tokens[first - 1].words) < 2:
                    first -= 1
            else:
                while last + 1 < len(tokens) and words.looks_like_a_name(tokens[last + 1].words) < 2:
                    last += 1
            if first == 0 and last == len(tokens) - 1:
                first, last = (first + (index > 0), last) if form_ends else (first, last - (last > index))
            return _without_possessive(across(tokens[first : last + 1], whole)), tokens[:first] + tokens[last + 1 :]
    return None, tokens


def _form_ends(tokens, index):
    """Whether the legal form in this word ends the firm (나무㈜, 나무 주식회사) or begins it."""
    word = tokens[index].words
    if index and word in _FORMS and index + 1 < len(tokens):
        return words.looks_like_a_name(tokens[index - 1].words) < 2
    return bool(index) and word.endswith(tuple(_FORMS))


def _without_possessive(piece):
    return piece.cut(0, -1) if piece.words.endswith("의") and len(piece.words) > 2 else piece


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


def _reads_as_people(word):
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
    return len(name) > 1 and not _GROUP.fullmatch(name) and not words.is_setting(name) or bool(words.looks_like_a_name(name))
