"""What was read of an edition is kept: an edition never changes, so that its sums need to be read only once.

The sums of an edition follow from those of a near one that is at hand, if little was touched between them: the first
reader after a publication waits for what it touched, however large the register. Caches are bounded by their backend,
which drops what it has no room for; nothing is wrong without them. They find nothing that another program kept.
"""

from contextlib import suppress
from dataclasses import replace

from django.core.cache import cache

from editions.kept import made_at, register_of
from editions.one_state import reads_kept_rows
from editions.services import latest_number
from figures.sums.day_sums import read_day_sums
from figures.sums.increments import follow
from figures.sums.parts import OF_COMPANIES, OF_ROUNDS, read_parts
from figures.sums.touched import touched_between

# A process has the sums of so many editions in hand, ready to be read; those of a large register fill some megabytes.
MOST_IN_HAND = 3
# Another edition is looked for among so many before and after.
MOST_AWAY = 50

SUMS = "day-sums"
_in_hand = {}


def sums_shown(clocks):
    """The DaySums of the register that a public page shows, inside `clocks.register()`."""
    return sums_of(clocks.edition) if reads_kept_rows() else read_day_sums()


def sums_now():
    """The DaySums of the present register, for a transaction that writes: what is at hand is used, nothing is kept."""
    number = latest_number()
    return _at_hand(number, _key_of(number)) or read_day_sums()


def sums_of(number):
    """The DaySums of edition `number`; of 0, the register before anything was published."""
    if not reads_kept_rows():
        return _read_at(number, read_day_sums)
    key = _key_of(number)
    sums = _at_hand(number, key) or _read_at(number, _read_all)
    if key not in _in_hand:
        cache.set(key, sums, timeout=None)
        _take_in_hand(key, sums)
    return sums


def kept(number, name, read):
    """What `read()` says of edition `number`, kept under `name`; it must be no query, and pickle.

    A transaction that writes keeps nothing: its edition may still change, or be rolled back and its number given anew.
    """
    if not reads_kept_rows():
        return _read_at(number, read)
    key = _key_of(number, name)
    found = cache.get(key)
    if found is None:
        found = _read_at(number, read)
        cache.set(key, found, timeout=None)
    return found


def _at_hand(number, key):
    """The sums of an edition, or what follows from those of the nearest one that somebody has; else None."""
    found = _found(key)
    if found:
        return found
    times = made_at(number - MOST_AWAY, number + MOST_AWAY)
    for near in sorted(times, key=lambda other: abs(other - number)):
        sums = _found(_key(near, times[near], SUMS))
        if sums:
            touched = touched_between(*sorted((near, number)))
            return touched and follow(sums, touched, near, number, register=lambda: register_of(number))
    return None


def _read_all():
    return replace(read_day_sums(), parts=read_parts(OF_ROUNDS + OF_COMPANIES))


def _found(key):
    found = _in_hand.get(key)
    if found is None:
        found = cache.get(key)
        if found is not None:
            _take_in_hand(key, found)
    return found


def _take_in_hand(key, sums):
    _in_hand[key] = sums
    while len(_in_hand) > MOST_IN_HAND:
        # Another thread may have made room in the meantime.
        with suppress(KeyError, StopIteration, RuntimeError):
            del _in_hand[next(iter(_in_hand))]


def _key_of(number, name=SUMS):
    return _key(number, made_at(number, number).get(number), name)


def _key(number, time, name):
    return f"edition-{number}-{time and time.timestamp()}-{name}"


def _read_at(number, read):
    with register_of(number):
        return read()
