"""Sums by day of what a total is made of, and of what is not known: by name, (part, day, change).

Each is the sum of what its companies or its rounds add, so that the sums of an edition follow from those of an earlier
one and from what was touched since (`increments.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce

from agreements.models import Agreement
from figures.sums.sql_files import rows_of
from figures.sums.steps import steps_by_part

UNKNOWN = "unknown"  # the part of what is not known; the files of SQL write it, and `several`, too

# The part that an agreement belongs to, as a query says it.
PART_OF_AGREEMENT = {
    "agreements_by_field": Coalesce("company__field__code", Value(UNKNOWN)),
    "agreements_by_party": F("company__kind"),
}


@dataclass(frozen=True)
class Reading:
    """One query, and the names of the sums that it gives. rows(): (name, part, day, change), in any order."""

    names: tuple
    rows: Callable

    def read(self):
        """{name: {part: Steps}}."""
        found = {name: [] for name in self.names}
        for name, *row in self.rows():
            found[name].append(row)
        return {name: steps_by_part(rows) for name, rows in found.items()}


def _of_agreements(name):
    def rows():
        dated = Agreement.objects.public().filter(round__signed_on__isnull=False).order_by()
        parts = dated.annotate(part=PART_OF_AGREEMENT[name]).values_list("part", "round__signed_on")
        return [(name, *row) for row in parts.annotate(total=Count("pk"))]

    return Reading((name,), rows)


def _of_places(name, file):
    return Reading((name,), lambda: [(name, *row) for row in rows_of("stood.sql", file, "by_part.sql")])


def _of_companies():
    """Of the days from signing to opening the part is how many they were."""
    for name, part, day, change in rows_of("stood.sql", "companies.sql"):
        yield name, (day - part).days if name == "days_to_opening" else part, day, change


ON_ANNIVERSARIES = ("retention_12_months", "retention_24_months", "opened_within_12_months")
OF_ROUNDS = [Reading(("commitments",), lambda: [("commitments", *row) for row in rows_of("commitments.sql")])]
OF_COMPANIES = [
    _of_agreements("agreements_by_field"),
    _of_agreements("agreements_by_party"),
    _of_places("established_by_district", "by_district.sql"),
    _of_places("established_by_place_kind", "by_kind.sql"),
    Reading(("not_known", "unsigned", "retention", "days_to_opening"), _of_companies),
    Reading(ON_ANNIVERSARIES, lambda: rows_of("stood.sql", "anniversaries.sql")),
]


def read_parts(readings):
    """{name: {part: Steps}} of all that these readings give."""
    return {name: steps for reading in readings for name, steps in reading.read().items()}


def reading_of(name):
    return next(reading for reading in OF_ROUNDS + OF_COMPANIES if name in reading.names)
