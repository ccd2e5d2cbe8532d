"""Official totals said in the text: of so many firms that signed, so many have set up in the city."""

import re

from intake.release.reading import Total
from intake.release.text import Piece

_FIRMS = (
    r"(?:여\s?)?(?:개\s?(?:사|社)|곳|개의?(?:\s?(?:인공지능|AI|유치|협약|참여|입주|유망))*\s?"
    r"(?:기업|기관|업체|회사)(?:[·\s]?(?:과\s)?기관)?|개)"
)
_OF = re.compile(
    rf"(?<![\d.,])(?P<out_of>\d{{2,4}})\s?{_FIRMS}(?P<between>[^\d.“”]{{0,45}}?)"
    rf"(?P<among>중에?서?|의\s?[\d.]{{1,5}}%인|늘었고|이며|가운데|이\s?중|그\s?중|맺어|체결해|협약해|유치해)"
    rf"(?P<after>[^\d.“”]{{0,25}}?)(?<!\d)(?P<established>\d{{1,4}})\s?{_FIRMS}"
)
_ALONE = re.compile(rf"(?<![\d.,])(?P<established>\d{{2,4}})\s?{_FIRMS}(?P<rest>[^\d.“”]{{0,40}})")
_SET_UP_BEFORE = re.compile(
    rf"(?:현재|지금까지|현재까지)[^\d.“”]{{0,30}}(?:사무소|사무실|법인|연구소)[^\d.“”]{{0,20}}(?:개설|개소|설립|연|둔)[^\d.“”]{{0,25}}?"
    rf"(?<!\d)(?P<established>\d{{2,4}})\s?{_FIRMS}"
)
_SET_UP = re.compile(
    r"개소|문을?\s?(?:열|연)|열었|둥지|입주|설립|이전|정착|안착|자리|사무소|사무실|법인|연구소|활동|일하고|터를|터전|뿌리|내려|투자"
)
_NOT_YET = re.compile(r"예정|계획|준비|추진|목표|앞두|방침")
_SIGNED = re.compile(r"협약|체결|유치|손잡|손을|광주")
_SO_FAR = re.compile(r"지금까지|현재까지|현재|이미|누적|그동안|그간")
_SAID_BY = re.compile(
    r"([가-힣]{2,4})\s((?:광주(?:광역)?)?(?:시장|부시장|[가-힣]{2,12}(?:부시장|국장|실장|단장|과장|원장)))(?:은|는|이|가)\s*[“\"]?$"
)
_REACH = 90
_LONGEST_SPEECH = 600


def read_totals(text):
    """Every total once, in the order of the text, with whom a quotation names as speaker."""
    found = {}
    for paragraph in text.paragraphs:
        whole = Piece(text.plain[paragraph.start : paragraph.end].replace("\n", " "), paragraph.start)
        for match in _OF.finditer(whole.words):
            total = _total(whole, match)
            if total is not None:
                found.setdefault((total.established, total.out_of), (total, whole.cut(*match.span())))
        if _OF.search(whole.words) is None:
            _add_alone(whole, found)
    return tuple(text.found(total, piece) for total, piece in found.values())


def _total(whole, match):
    established, out_of = int(match["established"]), int(match["out_of"])
    before, after = _around(whole.words, match)
    sets_up = _SET_UP.search(after) and not _NOT_YET.search(after)
    if established > out_of or not sets_up or not _SIGNED.search(before + match.group() + after):
        return None
    return Total(established, out_of, _speaker(whole.words, match.start()))


def _around(words, match):
    """The rest of the sentence on both sides, up to the next number of firms."""
    before = re.split(r"다\.\s", words[max(0, match.start() - _REACH) : match.start()])[-1]
    after = re.split(r"다[.\"”]|면서|으며|고\s밝|다며|[▲△]", words[match.end() : match.end() + _REACH])[0]
    return before, after


def _add_alone(whole, found):
    """`지금까지 94개사가 사무소를 열었다`: without the number of those that signed."""
    for match in _ALONE.finditer(whole.words):
        before, after = _around(whole.words, match)
        after = match["rest"] + after
        if (
            _SO_FAR.search(before[-30:])
            and re.search(r"개소|문을\s?열|열었|둥지를|입주했", after)
            and not _NOT_YET.search(after)
        ):
            total = Total(int(match["established"]), None, _speaker(whole.words, match.start()))
            found.setdefault((total.established, None), (total, whole.cut(*match.span("established"))))
    for match in _SET_UP_BEFORE.finditer(whole.words):
        total = Total(int(match["established"]), None, _speaker(whole.words, match.start()))
        found.setdefault((total.established, None), (total, whole.cut(*match.span("established"))))


def _speaker(words, position):
    start = max(0, position - _LONGEST_SPEECH)
    opened = max(words.rfind("“", start, position), words.rfind('"', start, position))
    if opened < 0:
        return ""
    said = _SAID_BY.search(words[max(0, opened - 40) : opened])
    return f"{said[1]} {said[2]}" if said else ""
