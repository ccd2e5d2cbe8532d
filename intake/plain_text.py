"""Text from outside: bytes to characters, and characters that nobody sees taken out."""

import re
import unicodedata
from dataclasses import dataclass

from intake.containers.bounds import Unreadable

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Letters and signs by their category that show nothing: fillers for Hangul syllables, variation selectors.
_BLANK_LETTERS = re.compile(r"[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_KEPT = {"\n", "\t"}


@dataclass(frozen=True)
class CleanText:
    """`text` composed (NFC), with \\n at the end of lines and plain spaces. `lines_cleaned` are the lines, counted from
    1, from which control, invisible or direction characters were taken out."""

    text: str
    lines_cleaned: tuple[int, ...] = ()


def decode(content):
    """The text of UTF-8 or UTF-16 with a byte order mark, UTF-8 or CP949 without one. Raises Unreadable."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return _decode(content.removeprefix(mark), encoding)
    try:
        return _decode(content, "utf-8")
    except Unreadable:
        return _decode(content, "cp949")


def _decode(content, encoding):
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("encoding") from None
    if "\0" in text:  # as in every picture, program and archive, and in no text
        raise Unreadable("wrong_kind")
    return text


def clean_text(text):
    """What was pasted or read from a file, as a reader takes it; what was taken out is told by line. Emoji and other
    characters that can be seen stay: whether a name may hold them is for the form to say."""
    lines, cleaned = [], []
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))
    for number, line in enumerate(composed.split("\n"), start=1):
        seen = _without_unseen(line)
        if len(seen) != len(line):
            cleaned.append(number)
        lines.append(seen)
    return CleanText("\n".join(lines), tuple(cleaned))


def _without_unseen(line):
    if line.isascii() and line.isprintable():
        return line
    return "".join(map(_as_seen, _BLANK_LETTERS.sub("", line)))


def _as_seen(character):
    if character in _KEPT:
        return character
    category = unicodedata.category(character)
    return "" if category in {"Cc", "Cf", "Cs"} else " " if category == "Zs" else character
