"""A firm by itself in a list: where its name begins after the setting of the sentence, and where it ends."""

import re
from dataclasses import replace

from intake.release import words
from intake.release.entries import Entry, across, words_of
from intake.release.names import bare_name, has_form
from intake.release.text import Piece
from intake.release.vocabulary import DEEDS, NO_NAME_ENDINGS, NO_NAMES, one_of

LONGEST_NAME = 40
_ENDS = re.compile(r"등(?:의|과|이|은|도|이다|이며)?[.]?|외|이상")
_COUNTED = re.compile(r"\d{1,2}(?:개사?|곳|개\s?社)")
_COUNTED_SUBJECT = re.compile(rf"(?:{_COUNTED.pattern})[가이는은]?")
_ENDS_ELSE = re.compile(r"등(?:을|에|에서|으로|에는|으로의|을위한)")
_FORM = re.compile(r"㈜|\(주\)|\(유\)|\(재\)|\(사\)|주식회사|유한회사")
_REMARK = re.compile(r"\(([^()]{2,40})\)$")
_FIELD = re.compile(
    r"([^\s,]+(?:\s[^\s,]+){0,3}?)\s*(?:분야|부문|계열)(?:의|에|에는|에서는|로|는|인|\s|:|$)|^\s*\(?([^():=]{2,20})\)?\s*[:=]"
)
_HEADS_LIST = re.compile(r"(?:기업|기관|업체|회사|개사|곳)[은는]\s*$")
_DESCRIBES = re.compile(r"(?:하|되|있|없|지|맡|이끄|만드|다루|돕|잇|주|내|키우)는$")
_ABBREVIATION = re.compile(r"(?<=[가-힣])\s?\([A-Z][A-Za-z&-]+\)$")
_AGREEMENT = re.compile(r"협약|MOU|양해각서|협정|체결")
_DESCRIBED = re.compile(r"\s*([^:\d][^:]{1,30}?)\s*:\s*([^:]{2,60})$")
_COPULA = re.compile(rf"(?<=.)(?:이다|입니다|이며|이고|(?<={words.OPEN_SYLLABLE}|[^가-힣])다(?=[.]))[.]?$")
_NO_NAME = re.compile(rf".*(?:{one_of(NO_NAME_ENDINGS)})|{one_of(NO_NAMES)}")


def read_firms(chunk, opened):
    """Firms of a chunk without a title: one, or several parted by middle dots. `opened` says that the list has begun,
    so that the last chunk may go on with the sentence after its name.

    The name is looked for from the right, where the setting (광주시는 23일 시청에서 …) cannot reach it."""
    described = _DESCRIBED.match(chunk.words)
    if described and is_firm_name(described[1]) and not words.is_setting(described[1]):
        entry = _firm(chunk.cut(*described.span(1)), described[2].strip())
        return [entry] if entry else []
    tokens = words_of(_glued(chunk))
    if opened and len(tokens) == 1 and words.is_hangul(tokens[0].words) and len(tokens[0].words) == 1:
        return [Entry(company=tokens[0])]
    if opened:
        return _firms(chunk, *_until_end_of_list(tokens)) or _firms(chunk, *_until_deung(tokens), opened=True)
    return _firms(chunk, *_until_deung(tokens), opened=False)


def _firms(chunk, tokens, last, cut=False, opened=True):
    """`cut` says that a particle ended the tokens: a name must then stand alone or right after its heading."""
    if not tokens:
        return [Entry(last=True)] if last else []
    own = own_tokens(tokens)
    before = chunk.words[: own[0].start - chunk.start]
    if opened and _AGREEMENT.search(before) and not _HEADS_LIST.search(before):
        return []
    stands_apart = (
        own[0] is tokens[0] or words.is_setting(tokens[tokens.index(own[0]) - 1].words) or has_form(own[0].words)
    )
    if cut and not stands_apart:
        return []
    field = field_of(before)
    entries = [entry for part in _parted_by_dots(across(own, chunk)) if (entry := _firm(part, field))]
    if entries and last:
        entries[-1] = replace(entries[-1], last=True)
    return entries


def field_of(text):
    """The field a heading names: AI헬스케어 of `AI헬스케어 분야 전문기업인`; empty where it names none."""
    fields = _FIELD.findall(text)
    if not fields:
        return ""
    field = next(part for part in fields[-1] if part) if any(fields[-1]) else ""
    kept = []
    for word in reversed(field.split()):
        if words.is_setting(word):
            break
        kept.append(word)
    return " ".join(reversed(kept)).strip("'\"▲△·-[]<> ")


def _glued(chunk):
    """`A · B` loses its spaces to other signs of one width, so that it is one word; so does `나무(N) 가` a particle."""
    glued = re.sub(r" *· *", lambda dot: "·" * len(dot.group()), chunk.words)
    glued = re.sub(r"\) ([이가은는]) ", r")\1  ", glued)
    return Piece(glued, chunk.start)


def _until_deung(tokens):
    for index, token in enumerate(tokens):
        if _ENDS.fullmatch(token.words):
            return tokens[:index], True
        if _ENDS_ELSE.fullmatch(token.words):
            return [], False
        if index == 1 and "·" in tokens[0].words and _COUNTED_SUBJECT.fullmatch(token.words):
            return tokens[:index], True
    return tokens, False


def _until_end_of_list(tokens):
    """(the words up to 등, to a number of firms, to a subject's particle or to 이다, whether 등 or a number ended them,
    whether a particle did)."""
    for index, token in enumerate(tokens):
        if _ENDS.fullmatch(token.words):
            return tokens[:index], True, False
        if _ENDS_ELSE.fullmatch(token.words):
            return [], False, False
        if _COUNTED.fullmatch(token.words) and (index == 1 or index and has_form(tokens[index - 1].words)):
            return tokens[:index], True, False
        copula = _COPULA.search(token.words) if index == len(tokens) - 1 else None
        if copula:
            return [*tokens[:index], token.cut(0, copula.start())], True, True
        following = index + 1 < len(tokens)
        if following and token.words.endswith("등") and len(token.words) > 3:
            return [*tokens[:index], token.cut(0, -1)], True, False
        if following and _is_subject(token.words):
            return [*tokens[:index], token.cut(0, -1)], False, True
    return tokens, False, False


def _is_subject(word):
    """`나무는`, but never 책임지는 or 이끄는, which describe the firm after them."""
    return words.ends_with_particle(word, "은는이가") and not _DESCRIBES.search(word)


def own_tokens(tokens):
    """The words at the end that are the name. The last one always is; those before it as long as no setting comes."""
    start = len(tokens) - 1
    if start > 0 and _FORM.fullmatch(tokens[start].words):
        start -= 1
    while start > 0 and not _FORM.match(tokens[start].words) and _continues(tokens[start - 1].words):
        start -= 1
    if start > 0 and _FORM.fullmatch(tokens[start - 1].words):
        start -= 1
    return tokens[start:]


def _continues(word):
    """Whether a name may go on to the left with this word, or with what follows its last middle dot."""
    ends_heading = words.is_setting(word.rsplit("·", 1)[-1]) or word.endswith(("'", '"', "-"))
    return not (ends_heading or words.is_field(word) or words.is_made_of_fields(word) or words.is_city(word))


def _parted_by_dots(name):
    start = 0
    for dots in re.finditer(r"\([^()]*\)|(·+)", name.words):
        if dots[1]:
            yield name.cut(start, dots.start())
            start = dots.end()
    yield name.cut(start)


def _firm(part, field):
    if part.words.endswith("다."):
        return None
    part = part.stripped(" \n'\"[]<>-*ㅇ=:.")
    part = part.cut(0, len(part.words.removesuffix(" 측")))
    remark = _REMARK.search(part.words)
    if remark and not _FORM.fullmatch(remark.group()) and remark.start():
        inside = remark[1]
        field = inside.removesuffix("분야").strip() if words.is_field(inside) or inside.endswith("분야") else field
        part = part.cut(0, remark.start()).stripped()
    name = bare_piece(part)
    marked = has_form(part.words)
    if not marked and words.ends_with_particle(name.words, "은는") or name.words.endswith(("에는", "로는", "에서는")):
        return None
    if not is_firm_name(name.words) and not (marked and name.words.isalnum() and len(name.words) == 1):
        return None
    return Entry(company=name, field=field, marked=marked)


def bare_piece(part):
    """The piece of the name without its legal form and without the abbreviation after it: 나무협회(NA)."""
    bare = _ABBREVIATION.sub("", bare_name(part.words))
    at = part.words.find(bare)
    return part.cut(at, at + len(bare)) if at >= 0 else part


def is_firm_name(name):
    return (
        1 < len(name) <= LONGEST_NAME
        and name.split()[-1] not in DEEDS
        and any(letter.isalpha() for letter in name)
        and not _NO_NAME.fullmatch(name)
        and not words.is_city(name)
        and not words.is_field(name)
        and not words.ends_with_particle(name, "을를")
        and not re.search(r"\d번째|다음|아래|…|맞손|손잡", name)
        and not name.endswith(("다.", "에서", "했다", "한다", "이다", "하고", "하며", "으며", "으로", "위한", "따른"))
    )
