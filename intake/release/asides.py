"""What a sentence tells beside who signs: agreements of earlier years, the purpose in quotation marks, and what was
agreed. Blanked, so that what is left keeps its place in the text."""

import re

from intake.release.text import Piece

_EARLIER = re.compile(
    r"(?:\d{4}년|지난해|작년|지난달|앞서)\s[^.\n]{0,150}?"
    r"(?:(?:체결|협약|맺은|손잡은)[^.,\n]{0,8}?(?:이래|이후|(?P<then>데\s?이어))|시작으로|(?P<after>에\s이[은어]))(?=[\s,])"
)
_PURPOSE = re.compile(r"'[^'\n]{4,80}'(?=(?:을|를)?\s?위[한해]\s|\s?(?:업무|투자)\s?협약)")
_OUTCOME = re.compile(r"(?:(?<=체결하고)|(?<=[을를] 맺고))(?!\s?있)[\s,].*", re.DOTALL)


def without_asides(piece):
    """The sentence without earlier signings (2019년 나무와 협약을 맺은 이래) and without the purpose in quotation marks
    (‘지역사무소 개설 등’을 위한)."""
    return Piece(_PURPOSE.sub(_blank, _EARLIER.sub(_blank, piece.words)), piece.start)


def without_what_led_to_it(piece):
    """The words without an earlier signing that leads to the one that is told: 지난해 나무에 이어 이번에는 …."""
    led = _EARLIER.search(piece.words)
    return _EARLIER.sub(_blank, piece.words) if led and (led["then"] or led["after"]) else piece.words


def without_outcome(piece):
    """The sentence up to the signing itself: what follows (협약을 맺고 연구소와 공장을 …) is what was agreed."""
    return Piece(_OUTCOME.sub(_blank, piece.words), piece.start)


def _blank(match):
    return " " * len(match.group())
