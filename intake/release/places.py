"""Where the agreements were signed."""

import re

from intake.release.firms import field_of
from intake.release.signing import LABEL
from intake.release.words import ends_with_particle

_AT = re.compile(r"(?:에서|서)(?=[\s,]|$)")
_WHEN = re.compile(
    r".*(?:\d일|\d시|\d분|\d년|\d월|오전|오후|이날|당일|전날|최근|오는|지난달|이달|현지시간|현지시각|요일|낮|저녁|[일시]\([월화수목금토일]\)|따르면|통해|위해|열고|갖고|열린|가운데|께|각각)(?:\([^)]*\))?"
)
_BORDER = re.compile(r"[,\"“”▲△▷\n]")
_PLACE = re.compile(
    r".*(?:룸|관|실|센터|청|호텔|홀|캠프|캠퍼스|타워|빌딩|본사|대학교?|회의실|광장|공원|기술원|연구원|컨벤션|코엑스|플라자|단지|층|사옥|밸리|지구|시청사|하우스|클럽|타운|스퀘어|허브|파크|전시장|공장|사무소|사무실|강당|체육관"
    r"|현장|라운지|극장|전당|도서관|병원|시|구|동|로|미국|서울|일본|중국|[Ⅰ-Ⅹ\dA-Z])(?:\([^()]{1,30}\))?"
)
_NOT_A_PLACE = re.compile(
    r".*(?:분야|과정|자리|협약|협약식|체결식|행사|개막식|선포식|간담회|차원|상황|면|국내외|국내|세계|곳|가운데|중|점|광주|지역|시장|기업|업계|인사말|신년사)"
)
_OCCASION = re.compile(r"\s(?:개막식|선포식|기념식|개소식|행사장?|박람회|간담회)$")
_CEREMONY = re.compile(r"(?:협약식|체결식)(?:은|을|이)\s")
_LONGEST = 8


def read_venue(text, scene):
    """The place as the signing sentence has it; a caption that holds more of the address is fuller and wins."""
    places = [place for region in _regions(scene) for place in _places_in(region)]
    places += [place for label in scene.labels if (place := _labelled(label))]
    if not places:
        return None
    first = places[0]
    fuller = [place for place in places if len(place.words) > len(first.words)]
    captions = [place for caption in scene.captions for place in _places_in(caption)]
    best = next((place for place in captions if place in fuller and _is_fuller(place.words, first.words)), first)
    others = [place for place in places if place != best and _same_place(place.words, best.words)]
    return text.found(" ".join(best.words.split()), best, *others)


def _regions(scene):
    ceremony = [sentence for sentence in scene.others if _CEREMONY.search(sentence.words)]
    regions = (scene.signing, *scene.firms, *scene.people, *ceremony, *scene.captions)
    return [region for region in regions if region is not None]


def _labelled(label):
    match = LABEL.match(label.words)
    if "소" not in match["label"] and "장소" not in match.group():
        return None
    place = label.cut(match.end()).stripped()
    after = re.search(r"/\s*(?=\S)", place.words) if "일" in match["label"] else None
    return place.cut(after.end()) if after else place


def _places_in(region):
    for at in _AT.finditer(region.words):
        place = _place_before(region, at.start())
        if place is not None:
            yield place
            return


def _place_before(region, end):
    """The words before `에서` back to the day, the subject or a comma."""
    begin = max(0, end - 60)
    window = region.cut(begin, end)
    borders = [border.end() for border in _BORDER.finditer(window.words)]
    window = window.cut(borders[-1] if borders else 0)
    tokens = list(re.finditer(r"\S+", window.words))
    if begin and tokens and not borders and tokens[0].start() == 0:
        tokens = tokens[1:]
    kept, after_time = [], False
    for token in reversed(tokens[-_LONGEST:]):
        after_time = bool(kept and _WHEN.fullmatch(token.group()))
        if kept and (after_time or ends_with_particle(token.group(), "은는이가을를과와")):
            break
        kept.append(token)
    if not kept:
        return None
    place = window.cut(kept[-1].start()).stripped(" ['")
    place = place.cut(0, len(_OCCASION.sub("", place.words)))
    last = place.words.split()[-1] if place.words.split() else ""
    return (
        place
        if (after_time or _PLACE.fullmatch(last)) and not _NOT_A_PLACE.fullmatch(last) and not field_of(place.words)
        else None
    )


def _is_fuller(longer, first):
    """광주 before the same place tells no more of it."""
    return longer.removeprefix("광주 ") != first and _same_place(first, longer)


def _same_place(one, other):
    """AI창업캠프1관 and 인공지능창업캠프Ⅰ are written apart and are one: they share a stretch of three letters."""
    one, other = one.replace(" ", ""), other.replace(" ", "")
    return any(one[index : index + 3] in other for index in range(max(1, len(one) - 2)))
