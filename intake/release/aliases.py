"""A firm under several names in one release: 나무그룹(이하 나무), 에이비씨(ABC)코리아, 음성인식 나무 and 나무."""

import re
from dataclasses import replace

from intake.release.entries import across, words_of
from intake.release.firms import bare_piece, own_tokens
from intake.release.names import name_key
from intake.release.text import Piece

_CALLED = re.compile(r"(?P<full>[^,()\n]{2,40})\(이하\s?['\"]?(?P<short>[^(),'\"\n]{2,20})['\"]?\)")
_SPELT_TWICE = re.compile(r"(?P<letters>[^()]+)\((?P<latin>[A-Za-z&]+)\)(?P<rest>[^()]+)")
_MOST = 100  # bounds the work a hostile text makes
_CAPITALS = re.compile(r"[A-Z][A-Z&-]+")


def read_aliases(plain):
    """The pieces that spell firms in full, by the key of what the release calls them from then on."""
    aliases = {}
    for called in _CALLED.finditer(plain):
        before, short = Piece(called["full"], called.start()).stripped(), called["short"].strip()
        if not before.words or name_key(short) in aliases:
            continue
        if len(aliases) == _MOST:
            break
        full = bare_piece(across(own_tokens(words_of(before)), before).stripped(" '\"[]"))
        if full.words[:1] == short[0] or _CAPITALS.fullmatch(short):
            aliases.setdefault(name_key(short), full)
    return aliases


def in_full(entries, aliases):
    """The entries with each firm under its full name. One that the text also lists in full stays one."""
    return [
        replace(entry, company=aliases[entry.key]) if entry.company and entry.key in aliases else entry
        for entry in entries
    ]


def as_repeated(text, piece):
    """The end of a name in several words that the text repeats where it never repeats the whole: what stands before it
    described the firm. A name spelt in two ways at once is taken as the text spells it elsewhere."""
    piece = _spelt_once(text, piece)
    said = piece.words.split(" ")
    if len(said) == 1 or text.count(piece.words) > 1:
        return piece
    for count in range(1, len(said)):
        end = " ".join(said[count:])
        if len(end) > 1 and text.count(end) > 1:
            return piece.cut(len(piece.words) - len(end))
    return piece


def _spelt_once(text, piece):
    twice = _SPELT_TWICE.fullmatch(piece.words)
    for spelling in ("latin", "letters") if twice else ():
        once = twice[spelling] + twice["rest"]
        at = text.find(once)
        if at >= 0:
            return Piece(once, at)
    return piece
