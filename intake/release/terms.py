"""What was agreed: the points after 협약 내용은, with bullets in one sentence or on lines of their own."""

import re

from intake.release.signing import BULLET, is_about_terms

_BULLET = re.compile(r"[▲△▷▶○●◇◆■□ㅇ①-⑳]|(?<=\s)(?:-|\d{1,2}[.)])\s")
_CUE = re.compile(
    r"협약(?:서|안)?에는\s(?=[△▲▷▶○●①])|(?:주요\s?)?(?:협약|합의|협력)?\s?(?:의\s)?(?:주요\s?)?(?:내용|사항|분야)(?:에는|으로는|은|는|으로|이|\s?[:])\s*|(?:내용|사항)\s*$"
)
_END = re.compile(r"\s*(?:에\s(?:적극\s|상호\s)*(?:협력|노력|힘쓰|나서)[가-힣]*\s?(?:했|한)?다|등\s?(?:이다|이며|을|의|에|으로|이|과|입니다|임|\.|$)|(?:이|가)\s?(?:포함|담|들어)|(?:을|를)\s?(?:담|포함|골자)|이다\.?$|입니다\.?$).*")
_LINE_END = re.compile(r"\s*(?:에\s(?:적극\s|상호\s)*(?:협력|노력|힘쓰|나서)[가-힣]*\s?(?:했|한)?다|등\s?(?:이다|임)?\.?|이다\.?|등)$")
_LISTS_FIRMS = re.compile(r"이름을\s올|참여한\s기업|참여\s기업|기업은")
_MAX_POINTS = 20


def read_terms(text):
    """The agreed points in order, without their bullets and without the sentence that ends them."""
    paragraphs = text.paragraphs
    for index, paragraph in enumerate(paragraphs):
        cue = _cue(paragraph)
        if cue is None or _LISTS_FIRMS.search(paragraph.words):
            continue
        rest = paragraph.cut(cue.end())
        points = _in_line(rest) or _on_lines(paragraphs[index + 1 :]) or _between_commas(rest)
        if points:
            return tuple(_found(text, point) for point in points[:_MAX_POINTS])
    return ()


def _cue(paragraph):
    cue = _CUE.search(paragraph.words)
    return cue if cue and (is_about_terms(paragraph) or cue.group().startswith("협약")) else None


def _between_commas(rest):
    """A list in prose that its end shows to be one: `기술 개발, 인재 양성 등이다`."""
    sentence = re.match(r"[^.\n]{0,400}", rest.words).group()
    end = _END.search(sentence)
    if end is None or "," not in sentence[: end.start()]:
        return []
    points, start = [], 0
    for comma in re.finditer(r",\s|$", sentence[: end.start()]):
        points.append(rest.cut(start, comma.start()).stripped())
        start = comma.end()
    return [point for point in points if point.words]


def _found(text, piece):
    return text.found(" ".join(text.plain[piece.start : piece.end].split()), piece)


def _in_line(rest):
    bullets = list(_BULLET.finditer(rest.words))
    if not bullets or bullets[0].start() > 40:
        return []
    points = []
    for bullet, following in zip(bullets, [*bullets[1:], None], strict=True):
        point = rest.cut(bullet.end(), following.start() if following else None)
        if following is None:
            point = _last(point)
        points.append(point.stripped(" ,;·"))
    return [point for point in points if point.words]


def _last(point):
    """The last point ends where its sentence does, or before 등이다."""
    sentence = re.match(r".*?(?:다\.|$)", point.words).group()
    return point.cut(0, len(_END.sub("", sentence)))


def _on_lines(lines):
    points = []
    for line in lines:
        bullet = BULLET.match(line.words)
        if bullet is None or re.search(r"다\.$", line.words) and not _LINE_END.search(line.words):
            break
        point = line.cut(bullet.end())
        points.append(point.cut(0, len(_LINE_END.sub("", point.words))).stripped(" ,;"))
    return [point for point in points if point.words]
