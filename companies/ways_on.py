"""A search that finds nothing says ways on: fewer conditions, or a name written much like what was typed."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Case, IntegerField, Value, When
from django.db.models.functions import Length

from common.keyboard import take_apart
from common.korean import initials, search_key
from companies.models import Alias, Company

NAMES_COMPARED = 200
PAIRS_COMPARED = 20  # SQLite reads a sum of no more than some fifty terms
NAMES_SHOWN = 5
ALIKE = 0.75  # of the jamo: 렉수소프트 is 0.94 of 렉스소프트, 나루 is 0.75 of 나무


@dataclass(frozen=True)
class WaysOn:
    """without_conditions, without_words: (companies, address), None where there is nothing to leave away or nothing
    is gained by it; similar: the names most alike, the nearest first."""

    without_conditions: tuple | None
    without_words: tuple | None
    similar: list


def ways_on(listing, companies):
    """What to offer where the conditions of `listing` leave none of `companies`."""
    filterset = listing.filterset
    conditions = [name for name, _label, _value in filterset.active() if name != "q"]
    words = filterset.form.cleaned_data["q"]
    alone = _offer(listing, conditions) if words and conditions else None
    return WaysOn(
        without_conditions=alone,
        without_words=_offer(listing, ["q"]) if words and conditions else None,
        similar=similar_names(words, companies) if words and not alone else [],
    )


def _offer(listing, without):
    count = listing.count(without)
    return (count, listing.filterset.address_with(**dict.fromkeys(without))) if count else None


def similar_names(words, companies):
    """The names of `companies` most like `words`, at most five.

    Only names that share two neighbouring letters or initial consonants with the beginning of the words are compared,
    those that share most and the shorter ones first, so that the cost has a bound however long the register is.
    """
    typed = take_apart(search_key(words))
    alike = {
        name: SequenceMatcher(None, typed, take_apart(search_key(name))).ratio()
        for name in _names_to_compare(search_key(words), companies)
    }
    return [name for name in sorted(alike, key=lambda name: (-alike[name], name)) if alike[name] >= ALIKE][:NAMES_SHOWN]


def _names_to_compare(key, companies):
    beginnings = initials(key)
    pairs = {beginnings[at : at + 2] for at in range(min(len(beginnings) - 1, PAIRS_COMPARED))}
    if not pairs:
        return []
    shared = sum(
        (Case(When(initials_key__contains=pair, then=1), default=0, output_field=IntegerField()) for pair in pairs),
        Value(0),
    )
    listed = companies.order_by().values("pk")
    public_names = Alias.objects.exclude(kind=Alias.Kind.MISPRINT).filter(company__in=listed)
    names = []
    for rows in (Company.objects.filter(pk__in=listed), public_names):
        nearest = rows.annotate(shared=shared, length=Length("search_key")).filter(shared__gt=0)
        nearest = nearest.order_by("-shared", "length", "search_key", "pk")
        names += nearest.values_list("name", flat=True)[:NAMES_COMPARED]
    return names
