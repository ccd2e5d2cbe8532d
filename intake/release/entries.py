"""What one entry of a list says, and how a stretch of text is cut into entries."""

import re
from dataclasses import dataclass
from functools import lru_cache

from intake.release import words
from intake.release.names import name_key
from intake.release.text import Piece

LONGEST = 300  # characters before a comma in which an entry is looked for

_WORD = re.compile(r"[^\s()]*(?:\([^()\n]{1,80}\)[^\s()]*)+|\S+")
_BETWEEN = re.compile(
    r"\([^()\n]{0,200}\)(?P<dot> *· *)?"
    r"|(?P<cut>(?<!\d),|,(?!\d{3}(?!\d))|[;\n▲△▷▶○●◇◆■□①-⑳]|(?<=광주시)·|(?<=광주광역시)·|\s(?:및|그리고|그 외)\s"
    r"|(?:을|를)?\s?비롯(?:한|해서?|하여)(?=[\s,]))"
)
_BESIDE = re.compile(r"연계|더불어|달리|별도|관련|비교")  # what stands with 와/과 here is no item of a list

_GROUP_OF_FIELD = re.compile(r"(?P<field>분야|부문|계열)\((?P<firms>[^()\n]{1,200})\)")
_GROUP = re.compile(r"(?P<field>[^\s,▲△()]{1,15})\((?P<firms>[^()\n,·]{2,20}(?:[,·] ?[^()\n,·]{2,20}){1,20})\)")
_HEADING = re.compile(r"(?:^|(?<=[\n▲△○●■]))(?P<field> ?[^,:=()\n▲△]{2,20}[:=])(?=[^:=\n▲△]{1,300},)")


@dataclass(frozen=True)
class Entry:
    """A firm, people, or both. `title` is what the people share; `office` says that they came for an office and not for
    a firm; `marked` that the firm carries a legal form; `stray` are words that found no place."""

    company: Piece | None = None
    people: tuple[Piece, ...] = ()
    title: str = ""
    field: str = ""
    office: bool = False
    marked: bool = False
    sure: bool = True
    last: bool = False
    stray: tuple[Piece, ...] = ()

    @property
    def key(self):
        return name_key(self.company.words) if self.company else ""


@lru_cache(2048)
def words_of(piece):
    return tuple(piece.cut(*match.span()) for match in _WORD.finditer(piece.words))


def across(pieces, whole):
    """The stretch of `whole` from the first to the last of these pieces."""
    return whole.cut(pieces[0].start - whole.start, pieces[-1].end - whole.start)


def chunks(piece, known=frozenset()):
    """The stretches between commas, bullets, 및, 와/과 and 비롯한; nothing inside parentheses is a border."""
    opened = _with_groups_opened(piece.words)
    for part in _parted(Piece(opened, piece.start)):
        for chunk in _parted_by_and(part, known):
            if chunk.words.strip():
                yield chunk.cut(max(0, len(chunk.words) - LONGEST))


@lru_cache(256)
def _with_groups_opened(said):
    """The same text, of the same length, with the firms of a field out of their parentheses and headings blanked."""
    said = _GROUP_OF_FIELD.sub(lambda group: f"{group['field']},{group['firms']},", said)
    said = _GROUP.sub(_opened, said)
    return _HEADING.sub(lambda heading: " " * (len(heading["field"]) - 1) + ",", said)


def _opened(group):
    """`모빌리티(나무, 다리)` holds firms; `나무(Tree, Inc.)`, `나무(로봇·드론)`, `나무(대표 김하나, 이두리)` none."""
    items = re.split(r"[,·] ?", group["firms"])
    if any(words.is_field(item) or " " in item or not words.is_hangul(item[0]) for item in items):
        return group.group()
    return f"{' ' * len(group['field'])},{group['firms']},"


def _parted(piece):
    start = 0
    for between in _BETWEEN.finditer(piece.words):
        border = "cut" if between["cut"] is not None else "dot"
        if between[border] is not None:
            yield piece.cut(start, between.start(border))
            start = between.end()
    yield piece.cut(start)


def _parted_by_and(piece, known):
    start = 0
    piece = piece.cut(max(0, len(piece.words) - 4 * LONGEST))
    tokens = words_of(piece)
    for token, following in zip(tokens, tokens[1:], strict=False):
        first_dot = following.words.startswith("·")
        if token.words == "·" or first_dot or _BESIDE.match(following.words) or name_key(token.words) in known:
            continue
        if words.ends_with_particle(token.words, "와과") and name_key(token.words[:-1]):
            end = token.end - piece.start
            yield piece.cut(start, end - 1)
            start = end
    yield piece.cut(start)
