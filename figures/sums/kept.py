"""What was read of an edition is kept: an edition never changes, so that its sums need to be read only once.

The cache is bounded by its backend, which drops what it has no room for; nothing is wrong without it.
"""

from django.core.cache import cache

from editions.models import Edition
from editions.one_state import reads_kept_rows
from editions.past import register_at
from figures.sums.day_sums import read_day_sums


def sums_of(number):
    """The DaySums of edition `number`; of 0, the register before anything was published."""
    return kept(number, "day-sums", read_day_sums)


def kept(number, name, read):
    """What `read()` says of edition `number`, kept under `name`; it must be no query, and pickle.

    A transaction that writes keeps nothing: its edition may still change, or be rolled back and its number given anew.
    """
    if not reads_kept_rows():
        return _read_at(number, read)
    made_at = Edition.objects.filter(pk=number).values_list("made_at", flat=True).first()
    key = f"edition-{number}-{made_at and made_at.timestamp()}-{name}"
    found = cache.get(key)
    if found is None:
        found = _read_at(number, read)
        cache.set(key, found, timeout=None)
    return found


def _read_at(number, read):
    with register_at(number):
        return read()
