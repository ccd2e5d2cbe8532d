"""Totals in parts. The parts of every breakdown add up to its whole; what is not known is a part of its own.

The parts are counted from sums by day (`sums/parts.py`). Each breakdown has also a query that gives every row the key
of its part, from which a page lists the rows of a part; a test holds the two together.
"""

from dataclasses import dataclass

from django.db.models import Case, CharField, F, OuterRef, QuerySet, Subquery, Value, When
from django.utils.translation import gettext as _

from companies.models import Company, District, Establishment, Field
from figures.figure import Part
from figures.itemised import agreements_recorded, companies_established
from figures.sums.parts import PART_OF_AGREEMENT, UNKNOWN

SEVERAL, UNNAMED = "several", "unnamed"


@dataclass(frozen=True)
class Breakdown:
    """`rows`: the records behind the parts, each with the key of its `part`; what the register cannot name has none."""

    rows: QuerySet
    parts: list


def agreements_by_field(sums, day, total):
    """The agreements of `total` by AI field of the party; those not named, and those of no known field, apart."""
    key, labels = "agreements_by_field", {row.code: row.name for row in Field.objects.all()}
    unnamed = _("party not known")
    return _breakdown(_by_party(key, day), sums.parts_on(key, day), labels, _("field not known"), unnamed, total)


def agreements_by_kind(sums, day, total):
    """The agreements of `total` by kind of party: company, institution, not named."""
    key, labels = "agreements_by_party", dict(Company.Kind.choices)
    unnamed = _("party not known")
    return _breakdown(_by_party(key, day), sums.parts_on(key, day), labels, _("kind not known"), unnamed, total)


def established_by_district(sums, day, total):
    """Companies with an open place by its district; several districts, none known, and those not named apart."""
    labels = {row.code: row.name for row in District.objects.all()} | {SEVERAL: _("several districts")}
    counts, rows = sums.parts_on("established_by_district", day), _by_place(day, "district__code")
    return _breakdown(rows, counts, labels, _("district not known"), _("company not named"), total)


def established_by_kind(sums, day, total):
    """Companies with an open place by kind of place; several kinds, none known, and those not named apart."""
    labels = dict(Establishment.Kind.choices) | {SEVERAL: _("several kinds")}
    counts, rows = sums.parts_on("established_by_place_kind", day), _by_place(day, "kind")
    return _breakdown(rows, counts, labels, _("kind not known"), _("company not named"), total)


def bars(parts):
    """Each part with the length of its bar, in percent of the whole, as text."""
    whole = sum(part.value for part in parts if part.value > 0)
    return [(part, f"{100 * max(part.value, 0) / whole:.1f}" if whole else "0.0") for part in parts]


def with_bars(figure, sums, day):
    """(figure, its parts with their bars, its explanation) on `day`."""
    explained = figure.explain(sums, day)
    return figure, bars(explained.parts), explained


def _by_party(key, day):
    return agreements_recorded(day).annotate(part=PART_OF_AGREEMENT[key])


def _by_place(day, column):
    """Companies with an open place; `part`: the one value of `column` among their open places, or what it is not."""
    places = Establishment.objects.filter(company=OuterRef("pk")).open_on(day)
    places = places.filter(**{f"{column}__gt": ""})
    return (
        companies_established(day)
        .annotate(
            least=Subquery(places.order_by(column).values(column)[:1]),
            most=Subquery(places.order_by(f"-{column}").values(column)[:1]),
        )
        .annotate(
            part=Case(
                When(least__isnull=True, then=Value(UNKNOWN)),
                When(least=F("most"), then=F("least")),
                default=Value(SEVERAL),
                output_field=CharField(),
            )
        )
    )


def _breakdown(rows, counts, labels, unknown, unnamed, total):
    """Known parts by size, then what is not known; parts of nothing are left away. counts: {part: how many}."""
    known = [Part(key, str(label), counts[key]) for key, label in labels.items() if counts.get(key)]
    known.sort(key=lambda part: -part.value)
    apart = [
        Part(UNKNOWN, unknown, counts.get(UNKNOWN, 0), is_unknown=True),
        Part(UNNAMED, unnamed, total.unnamed, is_unknown=True),
    ]
    return Breakdown(rows, known + [part for part in apart if part.value])
