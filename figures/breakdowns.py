"""Totals in parts. The parts of every breakdown add up to its whole; what is not known is a part of its own."""

from dataclasses import dataclass, replace

from django.db.models import Count, OuterRef, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from companies.models import District, Establishment, Field
from figures.itemised import agreements_recorded, companies_established
from figures.rules import agreements_on, change_days, established_on


@dataclass(frozen=True)
class Part:
    """One part: its row (a Field, a District, a year …) or, with `row` None, what is not known or not single."""

    label: str
    value: int
    row: object = None
    is_unknown: bool = False
    share: str = "0.0"  # of the whole, in percent: the length of its bar


@dataclass(frozen=True)
class Breakdown:
    """`key` names it in addresses; `whole` is the figure that the parts add up to."""

    key: str
    parts: list
    whole: int


def agreements_by_field(day, total):
    """The agreements of `total` by AI field of the party; those not named, and those of no known field, apart."""
    counts = dict(agreements_recorded(day).order_by().values_list("company__field").annotate(n=Count("pk")))
    unknown = [Part(_("field not known"), counts.pop(None, 0), is_unknown=True)]
    unknown.append(Part(_("party not known"), total.unnamed, is_unknown=True))
    rows = Field.objects.filter(pk__in=counts)
    return _breakdown("field", [Part(name_of(row), counts[row.pk], row) for row in rows], unknown, total.value)


def agreements_by_kind(day, total):
    """The agreements of `total` by kind of party: company, institution, not named."""
    counts = dict(agreements_recorded(day).order_by().values_list("company__kind").annotate(n=Count("pk")))
    kinds = agreements_recorded(day).model._meta.get_field("company").related_model.Kind
    parts = [Part(kind.label, counts.get(kind, 0), kind) for kind in kinds]
    return _breakdown("party", parts, [Part(_("party not known"), total.unnamed, is_unknown=True)], total.value)


def established_by_district(day, total):
    """Companies with an open place by its district; several districts, none known, and those not named apart."""
    counts = _by_place(day, "district")
    several, unknown = counts.pop("several", 0), counts.pop(None, 0)
    parts = [Part(name_of(row), counts[row.pk], row) for row in District.objects.filter(pk__in=counts)]
    parts.append(Part(_("several districts"), several))
    return _breakdown("district", parts, _unknown(_("district not known"), unknown, total), total.value)


def established_by_kind(day, total):
    """Companies with an open place by kind of place; several kinds, none known, and those not named apart."""
    counts = _by_place(day, "kind", unknown="")
    parts = [Part(kind.label, counts.get(kind, 0), kind) for kind in Establishment.Kind]
    parts.append(Part(_("several kinds"), counts.get("several", 0)))
    return _breakdown("kind", parts, _unknown(_("kind not known"), counts.get(None, 0), total), total.value)


def by_year(sums, day):
    """(year, agreements, established) added in each year up to `day`; each column adds up to its total on `day`."""
    days = [change for change in change_days(sums) if change <= day]
    if not days:
        return []
    rows, before = [], (0, 0)
    for year in range(days[0].year, day.year + 1):
        end = min(day, day.replace(year=year, month=12, day=31))
        totals = agreements_on(sums, end).value, established_on(sums, end).value
        rows.append((year, totals[0] - before[0], totals[1] - before[1]))
        before = totals
    return rows


def name_of(row):
    """The name of a Field or District in the reader's language."""
    return row.name_ko if get_language() == "ko" else row.name_en


def _by_place(day, column, unknown=None):
    """Companies by the one value of `column` among their open places; `several` for more, None where none is known."""
    places = (
        Establishment.objects.filter(company=OuterRef("pk"))
        .open_on(day)
        .exclude(**{f"{column}__isnull" if unknown is None else column: True if unknown is None else unknown})
    )
    rows = (
        companies_established(day)
        .annotate(
            least=Subquery(places.order_by(column).values(column)[:1]),
            most=Subquery(places.order_by(f"-{column}").values(column)[:1]),
        )
        .order_by()
        .values_list("least", "most")
        .annotate(n=Count("pk"))
    )
    counts = {}
    for least, most, n in rows:
        value = least if least == most else "several"
        counts[value] = counts.get(value, 0) + n
    return counts


def _unknown(label, value, total):
    return [Part(label, value, is_unknown=True), Part(_("company not named"), total.unnamed, is_unknown=True)]


def _breakdown(key, parts, unknown, whole):
    """Known parts by size, then what is not known; parts of nothing are left away."""
    known = sorted((part for part in parts if part.value), key=lambda part: -part.value)
    parts = known + [part for part in unknown if part.value]
    return Breakdown(key, [replace(part, share=f"{100 * part.value / whole:.1f}") for part in parts], whole)
