"""Counting words: the numbers of the agreements, and how many firms are said to sign."""

import re

from intake.release import doubts
from intake.release.asides import without_asides
from intake.release.reading import Doubt

_ONE = r"(?<![\d.,])(?<!\d·)(?:제\s?)?(?P<first>\d{1,4})"
_UNIT = r"(?:번째|호|번)"
_RANGE = re.compile(
    rf"{_ONE}\s?{_UNIT}?\s?(?:(?:부터|에서|와|과)\s?|[~·,-]\s?)(?:\d{{1,4}}\s?[·,]\s?){{0,30}}(?:제\s?)?(?P<last>\d{{1,4}})\s?{_UNIT}(?!\d)"
    r"|(?<![\d.,~·-])(?:제\s?)?(?P<only>\d{1,4})\s?(?:번째|호(?=\s?(?:업무\s?)?협약))"
)
_AGREEMENT_NEAR = re.compile(r"협약|MOU|협정|체결|손잡|손을|기업|유치")
_ORDINAL_OF_ELSE = re.compile(
    r"\s*(?:로\s)?(?:국가|도시|행사|개최|방문|센터|시설|해|날|줄|사진|회|국|연속|출시|제품|지사|사무소)"
)
MOST_AT_ONCE = 60
_KOREAN = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_COUNT = re.compile(
    r"(?<![\d.,~·])(?<!\d-)(?P<count>\d{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열(?:한|두|세|네)?)(?(count)\s?)"
    r"(?:개\s?(?:사|社)(?!업|무)|곳|개\s?(?:[가-힣A-Za-z·()]{1,12}\s){0,3}?[가-힣A-Za-z·()]{0,8}(?:기업|업체|기관|회사|대학|스타트업))"
    r"|(?<![가-힣])(?P<few>두|세|네|다섯)\s?(?:기업|업체|기관|회사)(?:과|와|을|이|가|는|은)"
)
_OF_MORE = re.compile(r"\s?(?:기업\s?|기관\s?)?(?:중|가운데|중에서)\s|여\s?곳|(?:을|를)?\s?(?:돌파|달성|넘|시대|목표)")
_PART_OF_MORE = re.compile(r"(?:중|가운데|지금까지|누적|그동안|맺어|체결해)\s[^.]*$")


def read_numbers(text, scene):
    """The range of the agreements' numbers, from the signing sentence first. A single number is a range of one."""
    mentions = []
    regions = [scene.signing, *scene.firms, *scene.captions, *scene.headlines, *text.paragraphs]
    for region in regions:
        if region is not None:
            mentions += _numbers_in(region)
    if not mentions:
        return None
    first = mentions[0][0]
    first = next((value for value, _ in mentions if value[0] < value[1] and value[0] <= first[0] <= value[1]), first)
    pieces = [piece for value, piece in mentions if value == first]
    size = first[1] - first[0]
    others = [piece for value, piece in mentions if value != first and value[1] - value[0] == size > 0]
    reasons = [Doubt(doubts.NUMBERS_DIFFER, others[0].words)] if others else []
    return text.found(first, *pieces, doubts=reasons)


def _numbers_in(region):
    for match in _RANGE.finditer(region.words):
        first = int(match["first"] or match["only"])
        last = int(match["last"] or first)
        around = region.words[max(0, match.start() - 40) : match.end() + 40]
        if not 0 < first <= last <= first + 200 or not _AGREEMENT_NEAR.search(around):
            continue
        if not _ORDINAL_OF_ELSE.match(region.words, match.end()):
            yield (first, last), region.cut(*match.span()).stripped()


def read_count(text, scene):
    """How many firms are said to sign: `10개사`, `7개 유망 기업들`, `두 곳`. `10여 개` says none."""
    mentions = []
    for region in (scene.signing, *scene.firms, *scene.captions, *scene.headlines):
        if region is not None:
            mentions += _counts_in(without_asides(region))
    if not mentions:
        return None
    count = mentions[0][0]
    other = next((piece for value, piece in mentions if value != count), None)
    reasons = [Doubt(doubts.COUNTS_DIFFER, other.words, count)] if other else []
    return text.found(count, *(piece for value, piece in mentions if value == count), doubts=reasons)


def _counts_in(region):
    for match in _COUNT.finditer(region.words):
        before = region.words[max(0, match.start() - 25) : match.start()]
        if not _OF_MORE.match(region.words, match.end()) and not _PART_OF_MORE.search(before):
            count = _value(match["count"] or match["few"])
            if count <= MOST_AT_ONCE:
                yield count, region.cut(*match.span())


def _value(word):
    if word.isdigit():
        return int(word)
    return _KOREAN[word] if word in _KOREAN else 10 + _KOREAN[word[1:]]
