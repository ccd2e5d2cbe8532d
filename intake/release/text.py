"""A release as the reader sees it: the same text with look-alike signs made one, cut into paragraphs and sentences.

Positions in the plain text lead back to positions in the text as it was given."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple
from unicodedata import normalize

from intake.release.reading import Found, Span

LIMIT = 200_000
_LONG_LINE = 200

_SAME_SIGN = str.maketrans(
    {
        **{full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)},
        **dict.fromkeys(map(ord, "ㆍ・‧･∙•⋅᛫"), "·"),
        **dict.fromkeys(map(ord, "∼〜～˜∽"), "~"),
        **dict.fromkeys(map(ord, "–—―−‐‑"), "-"),
        **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000\v\f"), " "),
        **dict.fromkeys(map(ord, "、，"), ","),
        **dict.fromkeys(map(ord, "‘’‛`´′"), "'"),
        **dict.fromkeys(map(ord, "＂″"), '"'),
    }
)
_SEVERAL_FOR_ONE = re.compile(
    "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\r]"
)
_SPEECH = re.compile(r"“[^“”\n]{1,1500}”|\"[^\"\n]{1,1500}\"")
_SAYS_SIGNED = re.compile(r"협약(?:\([^()]{1,10}\))?을 (?:체결했|맺었)다.$")
_IN_A_PICTURE = re.compile(
    r"\((?:사진|왼쪽|오른쪽|가운데|앞줄|뒷줄|중앙|맨|좌측|우측|[^()\n\d~]{0,8}번째)[^()\n]{0,20}\)"
    r"|!\[|\]\(https?://[^()\s]{1,500}\)"
)
_SENTENCE_END = re.compile(
    r"(?:다|음|함|됨|임)\.(?!\d)['\")\]]*\s*|[.!?。][\"'”)\]]*(?=\s)(?<!\d\.)(?<!\b[A-Za-z]\.)\s*"
)
_BULLET_AT_START = re.compile(r"\s*(?:[▲△▷▶○●◇◆■□※*ㅇ<\[【]|-\s|[①-⑳]|\d{1,2}[.)]\s)")


class TextTooLong(ValueError):
    """The text is longer than a release can be."""


class Piece(NamedTuple):
    """A stretch of the plain text. A tuple, since a reading makes thousands of them."""

    words: str
    start: int

    @property
    def end(self):
        return self.start + len(self.words)

    def cut(self, start, end=None):
        """The part from `start` to `end`, both counted from the beginning of this piece."""
        return Piece(self.words[start:end], self.start + start)

    def stripped(self, signs=" \n"):
        left = len(self.words) - len(self.words.lstrip(signs))
        return Piece(self.words.strip(signs), self.start + left)


class ReleaseText:
    """`plain` for reading, `masked` the same without direct speech; both of one length and with the same positions.

    Raises TextTooLong above LIMIT characters."""

    def __init__(self, given):
        if len(given) > LIMIT:
            raise TextTooLong(f"{len(given)} characters; a release has at most {LIMIT}.")
        self.given = given
        self._shifts, self._wide = [], {}
        self._with_tabs = self._compose(given).translate(_SAME_SIGN)
        self.plain = self._with_tabs.replace("\t", " ")

    def _compose(self, given):
        """Letters typed in parts (as a Mac writes them) made whole and invisible signs left out."""
        parts, last, length = [], 0, 0
        for several in _SEVERAL_FOR_ONE.finditer(given):
            one = normalize("NFC", several.group()) if len(several.group()) > 1 else ""
            parts += [given[last : several.start()], one]
            length += several.start() - last + len(one)
            last = several.end()
            self._shifts.append((length, last))
            if one:
                self._wide[length - 1] = last
        return "".join([*parts, given[last:]]) if parts else given

    def span(self, piece):
        """Where the piece stands in the text as given; None for a piece without words."""
        last = piece.end - 1
        return Span(self._given(piece.start), self._wide.get(last, self._given(last) + 1)) if piece.words else None

    def _given(self, position):
        index = bisect_right(self._shifts, (position, len(self.given))) - 1
        if index < 0:
            return position
        plain, given = self._shifts[index]
        return given + position - plain

    def found(self, value, *pieces, doubts=()):
        spans = dict.fromkeys(span for piece in pieces if (span := self.span(piece)))
        return Found(value, tuple(spans), tuple(doubts))

    @cached_property
    def masked(self):
        """The plain text with speech and remarks on a picture blanked: who is quoted signs nothing by what he says.
        Only the city's own word that it has signed (광주시는 “…와 협약을 체결했다”고) stays."""
        return _SPEECH.sub(_blank_of_speech, _IN_A_PICTURE.sub(_blank, self.plain))

    @property
    def lines(self):
        """The lines of the text with the gaps between the cells of a table: a tab is still a tab."""
        return _lines(self._with_tabs)

    @cached_property
    def paragraphs(self):
        """Pieces of the masked text, one for each line or, in text wrapped by a machine, for the lines that belong
        together. A paragraph that was pasted twice comes once."""
        unique, seen = [], set()
        for piece in _joined(self.masked):
            whole = self.plain[piece.start : piece.end]
            key = re.sub(r"\s", "", whole)
            if key and key not in seen:
                seen.add(key)
                unique.append(piece.stripped())
        return unique


def _blank(match):
    return " " * len(match.group())


def _blank_of_speech(speech):
    said = speech.group()
    return _blank(speech) if len(said) > 30 and not _SAYS_SIGNED.search(said) else said


def _lines(text):
    """The lines that are not empty."""
    return [Piece(line.group(), line.start()) for line in re.finditer(r"[^\n]+", text)]


def _joined(text):
    """Lines of one width are the work of a machine (a PDF): a long line that does not end a sentence goes on."""
    lines = _lines(text)
    lengths = sorted(len(line.words) for line in lines if line.words.strip())
    widest = lengths[-1] if lengths else 0
    wrapped = len(lengths) > 3 and widest < _LONG_LINE and lengths[len(lengths) // 2] > widest * 0.7
    long = widest * 0.7 if wrapped else LIMIT
    first = lines[0] if lines else None
    for line, following in zip(lines, [*lines[1:], Piece("", 0)], strict=False):
        if following.start == line.end + 1 and _goes_on(line.words.rstrip(), following.words, long):
            continue
        yield Piece(text[first.start : line.end].replace("\n", " "), first.start)
        first = following


def _goes_on(line, following, long):
    if not line or not following.strip() or _BULLET_AT_START.match(following):
        return False
    return line.endswith((",", "·")) or (len(line) > long and not line.endswith((".", "다", '"', "”", "]", ">")))


def sentences_of(paragraph):
    start = 0
    for end in _SENTENCE_END.finditer(paragraph.words):
        yield paragraph.cut(start, end.end()).stripped()
        start = end.end()
    if paragraph.words[start:].strip():
        yield paragraph.cut(start).stripped()
