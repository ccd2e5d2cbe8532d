"""The two-set Korean keyboard (두벌식): what was typed with the keyboard set to the other language."""

import re

from common.korean import FIRST_SYLLABLE, INITIALS, JOINED_JAMO, SYLLABLES_OF_INITIAL

_LATIN = "qwertyuiopasdfghjklzxcvbnmQWERTOP"
_HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
_KEYS = dict(zip(_LATIN, _HANGUL, strict=True))
_LETTERS = {jamo: key for key, jamo in _KEYS.items()}

_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_JOINED = {pair: joined for joined, pair in JOINED_JAMO.items()}


def _one_of(jamo):
    """A pattern for one of these, of two keys where two can be joined."""
    typed = sorted((JOINED_JAMO.get(one, one) for one in jamo), key=len, reverse=True)
    return "|".join(typed)


# A consonant before a vowel begins the next syllable; the rest is tried from the longest on.
_SYLLABLE = re.compile(
    f"(?P<initial>[{INITIALS}])(?P<vowel>{_one_of(_VOWELS)})(?P<final>(?:{_one_of(_FINALS[1:])})(?![{_VOWELS}]))?"
)


def take_apart(text):
    """Text as the jamo that its keys stand for: 렉스 is ㄹㅔㄱㅅㅡ. What is no Hangul stays."""
    jamo = "".join(map(_jamo_of, text))
    return "".join(JOINED_JAMO.get(one, one) for one in jamo)


def put_together(jamo):
    """Syllables from single jamo; what makes no syllable stays as it is."""
    return _SYLLABLE.sub(_syllable, jamo)


def typed_as_hangul(text):
    """What these keys give on a Korean keyboard: fprtm is 렉스. All in capitals, Caps Lock is taken to be on."""
    keys = text.lower() if text.isupper() else text
    return put_together("".join(_KEYS.get(key) or _KEYS.get(key.lower(), key) for key in keys))


def typed_as_latin(text):
    """What these keys give on a Latin keyboard: ㅜㅗㅜ is nhn."""
    return "".join(_LETTERS.get(jamo, jamo) for jamo in take_apart(text))


def without_final(syllable):
    """A syllable without the last consonant that was typed, and that consonant: 슾 is 스 and ㅍ, 닭 is 달 and ㄱ.
    None where there is none."""
    if not "가" <= syllable <= "힣" or (ord(syllable) - FIRST_SYLLABLE) % len(_FINALS) == 0:
        return None
    *kept, last = take_apart(syllable)
    return put_together("".join(kept)), last


def _jamo_of(character):
    if not "가" <= character <= "힣":
        return character
    initial, rest = divmod(ord(character) - FIRST_SYLLABLE, SYLLABLES_OF_INITIAL)
    vowel, final = divmod(rest, len(_FINALS))
    return INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]


def _syllable(match):
    vowel, final = (_JOINED.get(part, part) for part in match.group("vowel", "final"))
    initial = INITIALS.index(match["initial"]) * SYLLABLES_OF_INITIAL
    return chr(FIRST_SYLLABLE + initial + _VOWELS.index(vowel) * len(_FINALS) + _FINALS.index(final or ""))
