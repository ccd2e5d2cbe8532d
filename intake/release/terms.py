"""What was agreed: the points after 협약 내용은, with bullets in one sentence or on lines of their own."""

import re

from intake.release.signing import BULLET, is_about_terms
from intake.release.text import Piece
from intake.release.words import OPEN_SYLLABLE

_BULLET = re.compile(r"[▲△▷▶○●◇◆■□ㅇ①-⑳]|(?:^|(?<=\s))(?:-\s|·(?=\S)|\d{1,2}[.)]\s?(?=[가-힣A-Z]))")
_CUE = re.compile(
    r"(?:내용|사항|골자|핵심|분야)(?:에는|으로는|은|는|으로|이|도)?(?:\s?[:]|\s다음과\s같다[.]?|\s아래와\s같다[.]?)?\s*(?=\W|$|\d)|협약(?:서|안)?에는\s(?=[△▲▷▶○●①])"
)
_PROSE_CUE = re.compile(r"(?:협약|합의|주요)\s?(?:내용|사항)(?:에는|으로는|은|는)\s")
_AGREED = re.compile(r"협약|양측|양\s?기관|이들|기업들|업체들|함께|공동|[두세네]\s(?:기업|회사|업체|기관)(?:은|는)")
_AGREE = re.compile(r"협력|하기로|추진|약속|힘을|나선다|나서|나선|담|포함|뼈대|등이다")
_NOT_AGREED = re.compile(
    r"제품|서비스|모델|후속|참석|참여|기업은|업체는|업체명|할\s일|예산|운영하고|사업은|기업\s?[:]|협약식에는|이후|앞으로\s?시는|시는|협약을\s?맺은"
)
_END = re.compile(
    r"\s*(?:(?:\s?등)?\s?(?:[두세네]|다섯|여섯|일곱|여덟)\s가지)?(?:에\s(?:적극\s|상호\s)*(?:협력|노력|힘쓰|힘을|나서|나선|나섰).*|등\s?(?:이다|이며|을|의|에|으로|이|과|입니다|임|[.]|$).*"
    r"|(?:이|가)\s?(?:포함|담|들어|있).*|(?:을|를)\s?(?:함께\s|공동으로\s|적극\s)*(?:담|포함|골자|추진|약속|진행|협력|지원|하기로).*|(?:을|를)\s뼈대로.*|이다[.]?$|입니다[.]?$)"
    rf"|(?<={OPEN_SYLLABLE})다[.]$"
)
_LEAD = 60


def read_terms(text):
    """The agreed points in order, without their bullets and without the end of the sentence that holds them. A list
    after 협약 내용 comes first, then one that the parties promise, then a list in prose after 협약 내용은."""
    paragraphs = text.paragraphs
    for find in (_after_cue, _promised):
        for index, paragraph in enumerate(paragraphs):
            rest = find(paragraph)
            points = _points(_with_lines(text, rest, paragraphs[index + 1 :])) if rest else []
            if len(points) > 1:
                return tuple(_found(text, point) for point in points)
    prose = (_between_commas(paragraph) for paragraph in paragraphs)
    return tuple(_found(text, point) for point in next((points for points in prose if len(points) > 1), ()))


def _found(text, piece):
    return text.found(" ".join(text.plain[piece.start : piece.end].split()), piece)


def _after_cue(paragraph):
    """What follows 협약 내용은, or the empty stretch at the end of a paragraph that announces the lines below it."""
    if not is_about_terms(paragraph) and "협약에는" not in paragraph.words and "협약서에는" not in paragraph.words:
        return None
    for cue in _CUE.finditer(paragraph.words):
        first = _BULLET.search(paragraph.words, cue.end(), cue.end() + _LEAD)
        if first or not paragraph.words[cue.end() :].strip():
            return paragraph.cut(cue.end())
    return None


def _promised(paragraph):
    """`양측은 ▲… ▲… 등에 협력하기로 했다`: bullets in a sentence that begins and ends as a promise does."""
    bullets = list(_BULLET.finditer(paragraph.words, 2))
    if not bullets:
        return paragraph if _AGREED.search(paragraph.words) and len(paragraph.words) < _LEAD else None
    begin = paragraph.words.rfind("다.", 0, bullets[0].start()) + 1
    lead, tail = paragraph.words[begin : bullets[0].start()], paragraph.words[bullets[-1].end() :]
    agrees = "협약에 따라" in lead or _AGREED.search(lead) and _AGREE.search(tail)
    return paragraph.cut(bullets[0].start()) if agrees and not _NOT_AGREED.search(lead) else None


def _with_lines(text, rest, following):
    """`rest` and the lines below it that begin with a bullet, as one stretch."""
    end = rest.end
    for line in following:
        if not BULLET.match(line.words) or _is_sentence(line.words) and not _END.search(line.words):
            break
        end = line.end
    return Piece(text.masked[rest.start : end], rest.start)


def _is_sentence(words):
    return words.rstrip().endswith("다.")


def _points(block):
    bullets = list(_BULLET.finditer(block.words))
    points = []
    for bullet, following in zip(bullets, [*bullets[1:], None], strict=False):
        point = block.cut(bullet.end(), following.start() if following else None)
        first_line = point.words.strip(" \n").split("\n", 1)[0]
        point = point.stripped()
        point = point.cut(0, len(first_line))
        points.append(_without_end(point) if following is None or _is_sentence(first_line) else point)
    points = [point.stripped(" ,;·.") for point in points]
    return [point for point in points if point.words]


def _without_end(point):
    sentence = re.match(r"[^\n]*?(?:다\.|$)", point.words).group()
    return point.cut(0, len(_END.sub("", sentence, count=1)))


def _between_commas(paragraph):
    """A list in prose that its end shows to be one: `기술 개발, 인재 양성 등이다`."""
    cue = _PROSE_CUE.search(paragraph.words)
    if cue is None:
        return []
    rest = paragraph.cut(cue.end())
    sentence = re.match(r"[^.\n]{0,400}", rest.words).group()
    end = _END.search(sentence)
    if end is None:
        return []
    points, start = [], 0
    for comma in re.finditer(r",\s|$", sentence[: end.start()]):
        points.append(rest.cut(start, comma.start()).stripped())
        start = comma.end()
    return [point for point in points if point.words]
