"""From the text of a release to what it says."""

from intake.release import doubts
from intake.release.city import read_city
from intake.release.days import announced_only, read_day
from intake.release.numbers import read_count, read_numbers
from intake.release.parties import read_parties
from intake.release.places import read_venue
from intake.release.reading import Doubt, Release
from intake.release.signing import read_scene
from intake.release.terms import read_terms
from intake.release.text import ReleaseText
from intake.release.totals import read_totals


def read_release(text, published=None):
    """What `text` says of a signing. `published` is the day it was published, from which days without a month count.

    A text that tells of no signing gives an empty Release with the doubt `no-signing`. Raises TextTooLong."""
    readable = ReleaseText(text)
    scene = read_scene(readable)
    numbers, count = read_numbers(readable, scene), read_count(readable, scene)
    signed = read_parties(readable, scene, _expected(numbers, count))
    if not scene.tells_of_signing or not (scene.signing or signed.parties or count):
        return Release(text, doubts=(Doubt(doubts.NO_SIGNING),))
    signed_on, signed_day = read_day(readable, scene, published)
    signatory, attendees = read_city(readable, signed.officers)
    return Release(
        text=text,
        numbers=numbers,
        signed_on=signed_on,
        signed_day=signed_day,
        venue=read_venue(readable, scene),
        stated_count=count,
        city_signatory=signatory,
        attendees=attendees,
        parties=tuple(signed.parties),
        totals=read_totals(readable),
        terms=read_terms(readable),
        unplaced=tuple(dict.fromkeys(readable.span(piece) for piece in signed.stray)),
        doubts=(
            *(() if signed_day else announced_only(scene)),
            *dict.fromkeys(signed.doubts),
            *_disagreements(numbers, count, len(signed.parties)),
        ),
    )


def _expected(numbers, count):
    """How many firms there should be: as stated, or else as many as the range has numbers."""
    if count:
        return count.value
    first, last = numbers.value if numbers else (0, 0)
    return last - first + 1 if first < last else None


def _disagreements(numbers, count, found):
    if count and count.value != found:
        yield Doubt(doubts.COUNT_DIFFERS, stated=count.value, found=found)
    if numbers and numbers.value[0] < numbers.value[1]:
        size = numbers.value[1] - numbers.value[0] + 1
        stated = count.value if count else found
        if stated and size != stated:
            yield Doubt(doubts.NUMBERS_AGAINST_COUNT, stated=size, found=stated)
