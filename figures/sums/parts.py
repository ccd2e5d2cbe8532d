"""Sums by day of what a total is made of, and of what is not known: {name: how to read (part, day, change)}.

Each is the sum of what its companies or its rounds add, so that the sums of an edition follow from those of an earlier
one and from what was touched since (`increments.py`).
"""

from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce

from agreements.models import Agreement
from figures.sums.sql_files import rows_of

UNKNOWN = "unknown"  # the part of what is not known; by_part.sql writes it, and `several`, too

# The part that an agreement belongs to, as a query says it.
PART_OF_AGREEMENT = {
    "agreements_by_field": Coalesce("company__field__code", Value(UNKNOWN)),
    "agreements_by_party": F("company__kind"),
}


def _agreements_by(name):
    dated = Agreement.objects.public().filter(round__signed_on__isnull=False).order_by()
    parts = dated.annotate(part=PART_OF_AGREEMENT[name]).values_list("part", "round__signed_on")
    return parts.annotate(total=Count("pk"))


def _lengths():
    """How long companies took from signing to opening: the part is the days it took, the day that of the opening."""
    rows = rows_of("stood.sql", "openings.sql")
    return [((opened_on - signed_on).days, opened_on, total) for signed_on, opened_on, total in rows]


OF_ROUNDS = {"commitments": lambda: rows_of("commitments.sql")}
OF_COMPANIES = {
    "agreements_by_field": lambda: _agreements_by("agreements_by_field"),
    "agreements_by_party": lambda: _agreements_by("agreements_by_party"),
    "established_by_district": lambda: rows_of("stood.sql", "by_district.sql", "by_part.sql"),
    "established_by_place_kind": lambda: rows_of("stood.sql", "by_kind.sql", "by_part.sql"),
    "not_known": lambda: rows_of("stood.sql", "not_known.sql"),
    "retention": lambda: rows_of("stood.sql", "retention.sql"),
    "days_to_opening": _lengths,
    "unsigned": lambda: rows_of("stood.sql", "unsigned.sql"),
}
READ = {**OF_ROUNDS, **OF_COMPANIES}
