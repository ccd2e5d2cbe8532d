"""What was read of an edition is kept in the process for the next reader, and carried on to the next edition.

Nothing is ever invalidated: what is kept is named by its edition, and an edition never changes. The one that was asked
for longest ago makes room.
"""

from collections import OrderedDict
from threading import Lock

from companies.at_hand.names import carry_on_names, read_names
from companies.at_hand.reading import carry_on, read_directory
from companies.models import Alias, Company, District, Establishment, Field, Representative
from editions.kept import made_at, register_of
from editions.one_state import reads_kept_rows
from editions.touched import numbers_touched

# The present day, the day before while it is being left, and the last one that somebody looked back to.
MOST_DIRECTORIES = 3
MOST_NAMES = 2
# Where more companies changed, or the edition is farther away, reading all of them is about as quick.
MOST_CHANGED = 200
MOST_AWAY = 50

_OF_COMPANY = [(Company, "id")] + [(model, "company_id") for model in (Establishment, Alias, Representative)]


def directory_shown(clocks):
    """The Directory that a public page shows, inside `clocks.register()`."""
    return _directories.of(clocks.edition, clocks.as_of, clocks.is_today)


def names_shown(clocks):
    """The Names of the edition that a public page shows, inside `clocks.register()`."""
    return _names.of(clocks.edition)


class _Shelf:
    """read(*what) reads all that an edition says; carry_on(found, touched, *what) makes it of what `found` says, where
    these companies changed."""

    def __init__(self, most, read, carry_on):
        self._most, self._read, self._carry_on = most, read, carry_on
        self._kept, self._lock, self._reading = OrderedDict(), Lock(), Lock()

    def of(self, number, *what):
        """A transaction that writes keeps nothing: its edition may still change, or be rolled back."""
        if not reads_kept_rows():
            return self._read(*what)
        key = number, made_at(number, number).get(number), what
        found = self._get(key)
        if found is not None:
            return found
        # One reading at a time; whoever waited finds what the other one read.
        with self._reading:
            found = self._get(key)
            if found is None:
                found = self._put(key, self._made(*key))
        return found

    def _made(self, number, _time, what):
        near = self._near(number, what)
        touched = near and companies_touched(*sorted((near[0], number)))
        with register_of(number):
            return self._read(*what) if touched is None else self._carry_on(self._get(near), touched, *what)

    def _near(self, number, what):
        """The key of what is kept of the nearest edition; None where there is none."""
        times = made_at(number - MOST_AWAY, number + MOST_AWAY)
        with self._lock:
            near = [key for key in self._kept if key[2] == what and times.get(key[0]) == key[1]]
        return min(near, key=lambda key: abs(key[0] - number), default=None)

    def _get(self, key):
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _put(self, key, found):
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found


def companies_touched(earlier, later):
    """The numbers of the companies that the editions after `earlier`, up to `later`, changed, with their rows and
    rounds; None where they are too many, or a field or district changed, which all companies name."""
    agreement = Company._meta.get_field("agreements").related_model
    signing = agreement._meta.get_field("round").related_model
    if numbers_touched([(Field, "id"), (District, "id")], earlier, later, MOST_CHANGED):
        return None
    companies = numbers_touched([*_OF_COMPANY, (agreement, "company_id")], earlier, later, MOST_CHANGED)
    rounds = numbers_touched([(signing, "id")], earlier, later, MOST_CHANGED)
    if max(len(companies), len(rounds)) > MOST_CHANGED:
        return None
    parties = agreement.history.model.objects.filter(round_id__in=rounds).order_by()
    companies |= set(parties.values_list("company_id", flat=True).distinct()[: MOST_CHANGED + 1])
    return companies if len(companies) <= MOST_CHANGED else None


_directories = _Shelf(MOST_DIRECTORIES, read_directory, carry_on)
_names = _Shelf(MOST_NAMES, read_names, carry_on_names)
