"""Companies that are likely one and the same, by their names.

Every name of a company counts: present, former, English, misprinted. Comparing each with each would take the square
of their number; instead each name is filed under itself and under itself with any one letter left out, so that two
names one letter apart meet in one place (a deletion neighbourhood).
"""

import unicodedata
from collections import defaultdict
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.korean import search_key
from companies.models import Company, DistinctCompanies

# From how many letters on one of them may differ: short names differ by one letter for good reasons.
HANGUL_JAMO, HANGUL_SYLLABLE, LATIN_LETTER = 3, 4, 6
# What a company's name is used with and without.
ADDED_WORDS = (
    *("소프트", "랩", "랩스", "테크", "코리아", "시스템", "시스템즈", "솔루션", "솔루션즈", "홀딩스", "그룹", "컴퍼니"),
    *("광주", "광주지사", "광주지점", "광주센터", "호남지사", "지사", "지점", "연구소", "부설연구소", "기업부설연구소"),
    *("ai", "korea", "soft", "tech", "lab", "labs", "inc", "ltd", "coltd", "corp"),
)


class Reason(models.IntegerChoices):
    """Why two companies look like one; the surest first."""

    SAME_NAME = 1, _("the same name")
    ONE_LETTER = 2, _("names one letter apart")
    ADDED_WORD = 3, _("one name is the other with a common word added")


class Name(NamedTuple):
    text: str
    company: Company


class Likeness(NamedTuple):
    """Two companies, the older row first, the names by which they look alike, and why."""

    first: Company
    second: Company
    names: tuple[str, str]
    reason: Reason


def similar_companies(name, *, names=None):
    """Companies that a reader could take for `name`, most alike first; without one that has exactly this name.

    `names`: a register_names() read before, for whoever asks about many.
    """
    found = {}
    for _reason, other in sorted((names or register_names()).like(name), key=lambda pair: pair[0]):
        found.setdefault(other.company.pk, other.company)
    return [company for company in found.values() if company.name != name]


def likely_duplicates():
    """Every pair of companies that look like one and were not told apart, as `Likeness`, the surest first."""
    index, apart, found = register_names(), _told_apart(), {}
    for name in index.names:
        for reason, other in index.like(name.text):
            first, second = sorted((name, other), key=lambda name: name.company.pk)
            pair = first.company.pk, second.company.pk
            known = found.get(pair)
            if pair[0] != pair[1] and pair not in apart and not (known and known.reason <= reason):
                found[pair] = Likeness(first.company, second.company, (first.text, second.text), reason)
    return sorted(found.values(), key=lambda likeness: (likeness.reason, likeness.first.sort_key))


def likely_the_same(companies):
    """(company, other) for each of `companies` and every other one that it looks like and was not told apart from."""
    names, apart = register_names(), _told_apart()
    for company in companies:
        for other in similar_companies(company.name, names=names):
            if other.pk != company.pk and tuple(sorted((company.pk, other.pk))) not in apart:
                yield company, other


def register_names():
    """Every name of every company, ready to be compared."""
    return NameIndex(Company.objects.unmerged().prefetch_related("aliases"))


class NameIndex:
    """Names by what they are compared by; `names` lists them all."""

    def __init__(self, companies):
        self.names = []
        self._by_key, self._nearby = defaultdict(list), defaultdict(set)
        for company in companies:
            for text in dict.fromkeys([company.name, *(alias.name for alias in company.aliases.all())]):
                self._add(Name(text, company))

    def like(self, text):
        """(reason, Name) of every name that `text` could stand for; a name may come for several reasons."""
        key = comparable(text)
        yield from ((Reason.SAME_NAME, name) for name in self._by_key.get(key, ()))
        for other in self._one_letter_from(key):
            yield from ((Reason.ONE_LETTER, name) for name in self._by_key[other])
        for other in _with_and_without_added_words(key):
            yield from ((Reason.ADDED_WORD, name) for name in self._by_key.get(other, ()))

    def _add(self, name):
        key = comparable(name.text)
        if not key:
            return
        self.names.append(name)
        self._by_key[key].append(name)
        for form in _forms(key):
            for nearby in _neighbourhood(form):
                self._nearby[nearby].add(key)

    def _one_letter_from(self, key):
        keys = {
            other for form in _forms(key) for nearby in _neighbourhood(form) for other in self._nearby.get(nearby, ())
        }
        return sorted(other for other in keys if _is_one_letter_apart(key, other))


def comparable(name):
    """The search key, with 에이아이 and AI alike: names are written with either."""
    return search_key(name).replace("에이아이", "ai")


def _told_apart():
    """Pairs that are not the same; an answer holds for the companies that the two have since been merged into."""
    merged = {company.pk: company for company in Company.objects.exclude(merged_into=None)}
    pairs = set()
    for row in DistinctCompanies.objects.all():
        standing = (_standing(pk, merged) for pk in (row.first_id, row.second_id))
        pairs.add(tuple(sorted(standing)))
    return pairs


def _standing(pk, merged):
    while pk in merged:
        pk = merged[pk].merged_into_id
    return pk


def _forms(key):
    """The spellings of a key in which one letter may differ: by jamo, and where it is long enough by syllable."""
    own = key.replace("ai", "-")  # half of the register is called AI: it tells companies apart as little as one letter
    if any(letter.isascii() and letter.isalpha() for letter in own):
        return [key] if len(own) >= LATIN_LETTER else []
    jamo = [unicodedata.normalize("NFD", key)] if len(own) >= HANGUL_JAMO else []
    return [*jamo, key] if len(own) >= HANGUL_SYLLABLE else jamo


def _neighbourhood(form):
    return {form, *(form[:place] + form[place + 1 :] for place in range(len(form)))}


def _is_one_letter_apart(key, other):
    """A digit is no slip: 1공장 and 2공장 are two."""
    if key == other or _digits(key) != _digits(other):
        return False
    return any(_distance_is_one(form, twin) for form in _forms(key) for twin in _forms(other))


def _distance_is_one(text, other):
    """Whether one letter changed, added or left out makes one of the other."""
    short, long = sorted((text, other), key=len)
    start = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    if len(short) == len(long):
        return short[start + 1 :] == long[start + 1 :]
    return len(long) == len(short) + 1 and short[start:] == long[start + 1 :]


def _digits(key):
    return [letter for letter in key if letter.isdigit()]


def _with_and_without_added_words(key):
    """A root of one letter is too little to go by."""
    for word in ADDED_WORDS:
        if len(key) >= 2:
            yield key + word
        root = key.removesuffix(word)
        if root != key and len(root) >= 2:
            yield root
