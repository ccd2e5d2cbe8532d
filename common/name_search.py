"""What somebody typed to find a name: the ways to read it, and where a name matches.

A name matches where its search key holds the key of a reading, letter for letter; a consonant on its own stands for any
syllable that begins with it (ㄹㅅ and 렉ㅅ find 렉스). The same rule says it as a condition of a query, as a place in
many keys at hand and as a place in the name, so that what a list finds can always be marked.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from common.keyboard import typed_as_hangul, typed_as_latin, without_final
from common.korean import FIRST_SYLLABLE, INITIALS, SYLLABLES_OF_INITIAL, fold, initials, letters, search_key

_INITIAL = re.compile(f"[{INITIALS}]")
_HANGUL = re.compile(r"[\u3131-\u318e가-힣]")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True)
class Reading:
    """words: what is looked for, as people would write it; is_guess: it is what the same keys give in the other
    language, not what was typed."""

    words: str
    key: str
    is_guess: bool = False

    @cached_property
    def pattern(self):
        """A regular expression for a search key that matches; Python and both databases read it alike."""
        return "".join(map(_pattern_of, self.key))

    def condition(self, *, at_start=False):
        """Rows whose name matches, or (`at_start`) begins with what is looked for. Rows have `search_key` and
        `initials_key`."""
        lookup = "startswith" if at_start else "contains"
        if not _INITIAL.search(self.key):
            return Q(**{f"search_key__{lookup}": self.key})
        by_initials = Q(**{f"initials_key__{lookup}": initials(self.key)})
        if self.key == initials(self.key):
            return by_initials
        # Letters and initials must match at one place; the plain conditions spare most rows the pattern.
        written = max(_INITIAL.split(self.key), key=len)
        return by_initials & Q(search_key__contains=written, search_key__regex=("^" if at_start else "") + self.pattern)

    @cached_property
    def first_in(self):
        """A function of (search keys, their initials keys, start): where in the keys, written one after the other
        with line breaks between, this matches first from `start` on; -1 where it does not."""
        if not _INITIAL.search(self.key):
            return lambda keys, _initials, start: keys.find(self.key, start)
        if self.key == initials(self.key):
            return lambda _keys, of_initials, start: of_initials.find(self.key, start)
        search = re.compile(self.pattern).search
        return lambda keys, _initials, start: match.start() if (match := search(keys, start)) else -1

    def span(self, name):
        """Where `name` matches, as (start, end) in the name as it is written; None where it does not."""
        found = letters(name)
        match = re.search(self.pattern, "".join(letter for letter, _start, _end in found))
        return (found[match.start()][1], found[match.end() - 1][2]) if match else None


def _pattern_of(letter):
    if letter not in INITIALS:
        return re.escape(letter)
    first = FIRST_SYLLABLE + INITIALS.index(letter) * SYLLABLES_OF_INITIAL
    return f"[{letter}{chr(first)}-{chr(first + SYLLABLES_OF_INITIAL - 1)}]"


def readings(text):
    """The ways to read `text`, the nearest first: as typed, then what the keys give in the other language; each also
    with the last consonant as the first of a syllable not yet typed (렉슾 for 렉스프). Empty where nothing is left to
    look for."""
    found = {}
    for words, is_guess in [(text.strip(), False), *((guess, True) for guess in _other_language(text.strip()))]:
        for key in _keys(words):
            found.setdefault(key, Reading(words, key, is_guess))
    return list(found.values())


def first_that_finds(ways, finds):
    """The first of these readings that `finds` anything; the first one where none does, None where there is none."""
    return next((reading for reading in ways if finds(reading)), ways[0] if ways else None)


def _keys(words):
    key = search_key(words)
    if not key:
        return []
    parted = without_final(key[-1])
    return [key, key[:-1] + "".join(parted)] if parted else [key]


def _other_language(text):
    """What the same keys give with the keyboard set to the other language; a single key is no word mistyped."""
    typed = fold(text)
    if _HANGUL.search(typed) and _LATIN.search(typed):
        return []
    guess = typed_as_latin(typed) if _HANGUL.search(typed) else typed_as_hangul(text)
    return [guess] if max(len(guess), len(typed)) > 1 else []
