"""Names out of syllables and words of the field: each follows from a number, and no two companies have the same.

Hangul names are a word of two syllables, one or two syllables that ring, and a word of the field (한빛온데이터); Latin
names three syllables and a word of the field (Kalino Labs).
"""

import csv
from itertools import groupby
from math import prod
from pathlib import Path
from typing import NamedTuple

# Shares no factor with the number of names, so that none comes twice and those that follow each other lie far apart.
_PRIME = 1_000_003
_MASK = (1 << 64) - 1


class Word(NamedTuple):
    """A row of words.csv. field: the code of the AI field that it speaks of, "" for none."""

    kind: str
    hangul: str
    latin: str
    field: str


def _read_words():
    with Path(__file__).with_name("words.csv").open(encoding="utf-8", newline="") as file:
        words = [Word(*row) for row in csv.reader(file)][1:]
    return {kind: list(some) for kind, some in groupby(words, key=lambda word: word.kind)}


_WORDS = _read_words()


class Name(NamedTuple):
    """written: the name itself; other: as it reads in the other letters; word: what it ends with."""

    written: str
    other: str
    word: Word


def hangul_name(serial, seed):
    """The name of the `serial`-th company (from 0) with a Korean name."""
    return _hangul(serial, seed, _WORDS["word"])


def institution_name(serial, seed):
    return _hangul(serial, seed, _WORDS["body"])


def latin_name(serial, seed):
    *syllables, word = _scattered(serial, seed, *[_WORDS["latin"]] * 3, _WORDS["word"])
    return Name(f"{_latin(syllables)} {word.latin}", "".join(part.hangul for part in (*syllables, word)), word)


def former_name(name):
    """What a company with a Korean name may have been called before."""
    words = _WORDS["former"]
    return name.written.removesuffix(name.word.hangul) + words[len(name.other) % len(words)].hangul


def person_name(number):
    """The name of a person, the same for the same number; many share one, as people do."""
    rest, people = mixed(number, 11), []
    for words in (_WORDS["surname"], _WORDS["given"], _WORDS["given-last"]):
        rest, place = divmod(rest, len(words))
        people.append(words[place].hangul)
    return "".join(people)


def mixed(number, salt):
    """A whole number below 2**64 that follows from both and looks like chance (the finisher of SplitMix64)."""
    value = (number * 0x9E3779B97F4A7C15 + salt * 0xD1B54A32D192ED03 + 0x632BE59BD9B4E019) & _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


def _hangul(serial, seed, last):
    """With two syllables that ring where the names with one are used up."""
    short = len(_WORDS["stem"]) * len(_WORDS["ring"]) * len(last)
    rings = [_WORDS["ring"]] * (1 if serial < short else 2)
    *parts, word = _scattered(serial if serial < short else serial - short, seed, _WORDS["stem"], *rings, last)
    return Name("".join(part.hangul for part in (*parts, word)), f"{_latin(parts)} {word.latin}", word)


def _latin(parts):
    return "".join(part.latin for part in parts).capitalize()


def _scattered(serial, seed, *lists):
    """A word of each list: other ones for each serial below the number of all combinations."""
    whole = prod(map(len, lists))
    if serial >= whole:
        raise ValueError(f"There are only {whole:,} names of this kind.")
    rest, words = (serial * _PRIME + mixed(seed, 7)) % whole, []
    for some in lists:
        rest, place = divmod(rest, len(some))
        words.append(some[place])
    return words
