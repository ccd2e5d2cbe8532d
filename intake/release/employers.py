"""The firm of a person in a list: which words before a title are the sentence's, the firm's, the name."""

import re
from dataclasses import dataclass

from intake.release import words
from intake.release.entries import across
from intake.release.names import has_form, name_key

_AT_FIRM = re.compile(r"(?:\s?측)?(?:에서는|에서|에선|은|는|이|가|의)?$")
_LONGEST = 4  # words in the name of a firm


@dataclass(frozen=True)
class Order:
    """What the rest of the text tells about a list of people: the keys of the firms that signed, and whether in this
    list a firm stands before its person."""

    known: frozenset = frozenset()
    company_first: bool = True

    def knows(self, name):
        return name_key(name) in self.known

    def may_name_one(self, said):
        """Whether a known firm can be among these words: a quick look, since most words name none."""
        key = name_key(said)
        return any(firm in key for firm in self.known)


def without_setting(tokens, order):
    """The words after the last one that belongs to the sentence. A firm that is known by such a name (동트는) stays,
    and so does a person beside a firm (한결이 ㈜바다 대표) or at the beginning (김영은 나무 대표)."""
    for index in range(len(tokens) - 1, -1, -1):
        if words.is_setting(tokens[index].words) and not _stays(tokens, index, order):
            return tokens[index + 1 :]
    return tokens


def _stays(tokens, index, order):
    word = tokens[index].words
    if has_form(word) or _ends_known_firm(tokens[: index + 1], order):
        return True
    if word.endswith("부문") and index == len(tokens) - 1:
        return True
    if words.looks_like_a_name(word) == 3:
        ends = index in (0, len(tokens) - 1) or words.is_setting(tokens[index - 1].words)
        beside = tokens[max(0, index - 1) : index + 2]
        return ends or any(_is_firm(token.words, order) for token in beside)
    beside_name = index == len(tokens) - 1 or len(tokens) == 2 and words.looks_like_a_name(tokens[1 - index].words) > 1
    return beside_name and not words.is_only_setting(word) and not word.endswith(("은", "는"))


def _ends_known_firm(tokens, order):
    """Whether these words end with a firm that is known, which may have several: 벨로텐 마이크로시스템즈의."""
    said = [token.words for token in tokens[-_LONGEST:]] if order.known else []
    return any(
        order.knows(name)
        for start in range(len(said))
        for whole in [" ".join(said[start:])]
        for name in (whole, _AT_FIRM.sub("", whole))
    )


def _is_firm(word, order):
    return order.knows(word) or has_form(word)


def known_firm(tokens, whole, order):
    """The longest run at either end of `tokens` that is a known firm, and the other words."""
    if not order.may_name_one(" ".join(token.words for token in tokens)):
        return None, tokens
    for length in range(len(tokens), 0, -1):
        for run, rest in ((tokens[:length], tokens[length:]), (tokens[-length:], tokens[:-length])):
            piece = across(run, whole)
            for candidate in (piece, without_possessive(piece), piece.cut(0, _AT_FIRM.search(piece.words).start())):
                if order.knows(candidate.words):
                    return candidate, rest
    return None, tokens


def without_possessive(piece):
    return piece.cut(0, -1) if piece.words.endswith("의") and len(piece.words) > 2 else piece
