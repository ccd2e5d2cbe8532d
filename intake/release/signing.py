"""Which sentences tell of the signing itself: the one that says who signed, those that list the firms, those that list
the people, and the captions and headlines that say it again."""

import re
from dataclasses import dataclass

from intake.release.asides import without_what_led_to_it
from intake.release.text import Piece, sentences_of

READ_OF_EACH = 8_000

_AGREEMENT = r"(?:업무\s?협약|투자\s?협약|협약|MOU|양해각서|협정)"
_SIGNS = re.compile(
    rf"{_AGREEMENT}[^.]{{0,60}}?(?:체결|맺|서명|교환|진행|나섰|나눴|이뤄|열|가졌|갖고|가진|성사|마쳤|합류|동참|올렸|도장|체결식)|{_AGREEMENT}했다|{_AGREEMENT}(?:을|를)\s|손(?:을)?\s?(?:잡|맞잡)|(?:체결|서명)했다"
)
_SIGNS_WITH = re.compile(rf"[와과]\s(?:[^.,]{{0,40}}\s)?'?{_AGREEMENT}'?[을를]\s?(?:체결|맺)")
_BY_MEANS_OF = re.compile(rf"{_AGREEMENT}(?:을|를)\s(?:통해|통한|계기로|바탕으로|토대로)")
_OF_CITY = re.compile(r"(?:광주(?:광역)?시(?:\([^)]{1,20}\))?|시|시장|부시장)(?:은|는|가|이|과|와|에|의|,|·|\s)|번째")
_NUMBERED = re.compile(r"\d\s*번째|제\s?\d+호")
_COUNTED = re.compile(r"\d+\s*(?:개|곳)")
_DAY = re.compile(r"\d{1,2}일|이날")
_OTHER_TIME = re.compile(
    r"(?:^|\s)(?:앞서|한편(?!\s(?:이날|이번|협약식|체결식|행사))|지난해(?!\s?\d+월)|작년|지난\s?\d{4}년|올해|내년|그동안|지금까지|이미|기존|향후|앞으로)[\s,에는]"
    r"|예정|계획|방침|바 있|했었|체결한 이래|맺은 이래|시작으로|눈앞|앞두"
)
_CAPTION = re.compile(r"제공\s*[>\])]?\s*[|]?$|제공[>\])=]|사진|촬영|!\[|하고 있다\.?\s*[<\[(/]|뒤 박수|포즈를")
_TERMS = re.compile(
    r"(?:협약|합의)\s*(?:내용|사항|주요)|주요\s*(?:협약\s*)?(?:내용|사항)|협약의\s?(?:골자|핵심)|협력\s?(?:분야|내용)"
)
_LISTS_FIRMS = re.compile(
    r"(?:^|\s)(?:이번\s|이날\s)?(?:업무)?협약에는|(?:참여|참가|협약|체결|서명|함께|입주|맺은|대상|유치|동참|손잡은|약속한)[가-힣\s]{0,16}(?:기업|업체|기관|회사|곳)(?:\s*[·과와및]\s*(?:기관|대표자|대표))?(?:들|\s명단|\s현황)?(?:은|는|으로는|에는|으로|\s*[:=]|\s*$)"
    r"|등(?:이|도)\s(?:[가-힣]+\s)?(?:맞손|손을|뜻을|동참|합류|참여)"
)
_LISTS_PEOPLE = re.compile(
    r"(?:참석|함께\s?(?:했|한|자리)|자리(?:를)?\s?함께|자리했|참여했|서명했|협약서에|나와|나왔|나섰|협약서를|자리를\s?(?:지켰|빛)|지켜봤|참석자|동석|배석)"
)
_CAME = re.compile(r"참석|(?:함께|배석|동석)한\s")
_BYLINE = re.compile(
    r".{0,80}(?:기자|특파원|@[\w.]+|무단\s?전재.*|저작권.*|Copyright.*)\s*\S{0,40}[.|]?", re.IGNORECASE
)
_FOLLOWS = re.compile(r"(?:다음과\s?같다|아래와\s?같다|다음과\s?같음|[:=]|은|는)[.]?\s*$")
_TRADE = re.compile(
    r"인공지능|AI|에이아이|반도체|팹리스|데이터센터|소프트웨어|빅데이터|\d\s?(?:번째|호)[^.\d]{0,12}협약"
)
_SPEECH = re.compile(
    r"(?:말|밝|강조|약속|전|덧붙|당부|설명|다짐|역설|피력|기대|화답)[가-힣]{0,2}(?:했|혔|였|냈)다[.]?$"
)
LABEL = re.compile(
    r"[^가-힣A-Za-z]{0,6}(?:협약\s?|체결\s?|행사\s?)?(?P<label>일\s?시|일\s?자|체결일|날\s?짜|장\s?소)\s*(?:및\s?장소\s*)?:\s*"
)
BULLET = re.compile(r"\s*(?:[▲△▷▶○●◇◆■□※*ㅇ]|-\s|[①-⑳]|\(?\d{1,2}[.)]\s)\s*")
_BULLET_OF_TEXT = re.compile(rf"(?!\s*-){BULLET.pattern}")  # headlines too may stand behind a dash


@dataclass(frozen=True)
class Scene:
    """The sentences of a release by what they tell, each once, in the order of the text."""

    signing: Piece | None
    firms: tuple[Piece, ...] = ()
    people: tuple[Piece, ...] = ()
    captions: tuple[Piece, ...] = ()
    headlines: tuple[Piece, ...] = ()
    labels: tuple[Piece, ...] = ()
    others: tuple[Piece, ...] = ()
    without_city: tuple[Piece, ...] = ()
    blocks: tuple[Piece, ...] = ()

    @property
    def elsewhere(self):
        """Lines and sentences that say neither that firms signed nor what was agreed."""
        return [region for region in (*self.blocks, *self.others) if not _TERMS.search(region.words)]

    @property
    def tells_of_signing(self):
        """Whether the text is about a signing with firms of this trade: a city signs much else."""
        told = [region.words for region in (self.signing, *self.firms, *self.captions, *self.headlines) if region]
        rest = sum(len(_TRADE.findall(region.words)) for region in self.others)
        signs = any(_SIGNS.search(words) for words in told)
        return signs and (any(_TRADE.search(words) for words in told) or rest > 2)


def read_scene(text):
    """Sort the sentences of a release by what they tell. `signing` is None where no sentence tells of a signing."""
    captions, headlines, body = _by_place(text)
    ranked = sorted(body, key=_signing_rank, reverse=True)
    signing = ranked[0] if ranked and _signing_rank(ranked[0]) >= 4 else None
    firms = [sentence for sentence in body if _tells_firms(sentence) and sentence != signing]
    people = [sentence for sentence in body if _tells_people(sentence)]
    blocks = []
    for lead, block in _blocks(text):
        if _TERMS.search(lead.words):
            continue
        blocks.append(block)
        if _LISTS_FIRMS.search(lead.words):
            firms.append(block)
        elif _LISTS_PEOPLE.search(lead.words):
            people.append(block)
    labels = [paragraph for paragraph in text.paragraphs if LABEL.match(paragraph.words)]
    alone = [sentence for sentence in body if _signs_without_city(sentence)]
    roles = (firms, people, captions, headlines, labels, body, alone, blocks)
    return Scene(signing and signing.cut(0, READ_OF_EACH), *(_beginning(regions) for regions in roles))


def _beginning(regions):
    """The first of these regions, together at most READ_OF_EACH characters: it bounds the work a hostile text makes."""
    kept, left = [], READ_OF_EACH
    for region in regions:
        kept.append(region.cut(0, left))
        left -= len(region.words)
        if left <= 0:
            break
    return tuple(kept)


def is_about_another_time(sentence):
    """앞서, 지난해, 한편, 체결할 예정: agreements other than the one the release tells of."""
    return bool(_OTHER_TIME.search(without_what_led_to_it(sentence)))


def is_about_terms(sentence):
    return bool(_TERMS.search(sentence.words))


def _by_place(text):
    """(captions, headlines, body sentences). A headline stands above the first full sentence and is none itself."""
    captions, headlines, body = [], [], []
    for paragraph in text.paragraphs:
        whole = text.plain[paragraph.start : paragraph.end]
        if _BYLINE.fullmatch(whole):
            continue
        if _CAPTION.search(whole):
            captions.append(paragraph)
        elif not body and "다." not in paragraph.words and not _BULLET_OF_TEXT.match(paragraph.words):
            headlines.append(paragraph)
        else:
            body += sentences_of(paragraph)
    return captions, headlines, list({sentence.words: sentence for sentence in reversed(body)}.values())[::-1]


def _signing_rank(sentence):
    said = sentence.words
    if not _SIGNS.search(said) or _TERMS.search(said):
        return 0
    return (
        2
        + 3 * bool(_NUMBERED.search(said))
        + 2 * bool(_OF_CITY.search(said))
        + 2 * bool(_COUNTED.search(said))
        + bool(_DAY.search(said))
        + bool("에서 " in said)
        - 5 * is_about_another_time(sentence)
        - 2 * bool("최근" in said)
        - 2 * bool(_BY_MEANS_OF.search(said))
    )


def _tells_firms(sentence):
    if _TERMS.search(sentence.words) or is_about_another_time(sentence):
        return False
    signs = _SIGNS.search(sentence.words) and _OF_CITY.search(sentence.words)
    return bool(signs or _LISTS_FIRMS.search(sentence.words))


def _signs_without_city(sentence):
    """`나무, 다리와 협약을 맺으며 …`: the sentence before it has named the city."""
    return bool(_SIGNS_WITH.search(sentence.words)) and not (
        is_about_terms(sentence) or is_about_another_time(sentence)
    )


def _tells_people(sentence):
    if _SPEECH.search(sentence.words) and not _CAME.search(sentence.words):
        return False
    return bool(_LISTS_PEOPLE.search(sentence.words)) and not _OTHER_TIME.search(sentence.words)


def _blocks(text):
    """(the sentence that announces a list, the lines of the list)."""
    paragraphs = text.paragraphs
    for index, lead in enumerate(paragraphs[:-1]):
        if BULLET.match(paragraphs[index + 1].words) is None and not _FOLLOWS.search(lead.words):
            continue
        end = index + 1
        while end < len(paragraphs) and _is_line_of_list(paragraphs[end]):
            end += 1
        if end > index + 1:
            first, last = paragraphs[index + 1], paragraphs[end - 1]
            yield lead, Piece(text.masked[first.start : last.end], first.start)


def _is_line_of_list(paragraph):
    return (
        bool(BULLET.match(paragraph.words))
        and not paragraph.words.endswith("다.")
        or len(paragraph.words) < 30
        and "다." not in paragraph.words
    )
