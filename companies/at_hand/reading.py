"""Reading the directory: once from the whole register, and from then on what editions touched.

Whether and how a company is listed is said a second time in SQL, by `companies_listed`, which files and the API read;
tests compare the two.
"""

from bisect import bisect_left
from typing import NamedTuple

from django.db.models import Count, Min

from common.partial_dates import Precision
from companies.at_hand.cells import Cell
from companies.at_hand.directory import Directory
from companies.filters import UNKNOWN
from companies.models import Company, Establishment
from companies.models.establishment import PlaceStatus

_RANK = {status: rank for rank, status in enumerate(PlaceStatus.values)}
_AT_ONCE = 10_000


class Listed(NamedTuple):
    """signed: the ordinal of the day of its first agreement; 0 where it is not known. precision: how much of it is."""

    pk: int
    sort_key: str
    cell: Cell
    signed: int
    precision: str
    agreements: int


def read_directory(day, undated):
    """The Directory of `day`. `undated`: agreements without a day are counted, too."""
    directory, before = Directory(), None
    for company in _listed(day, undated, lambda rows, column: rows):
        directory.insert(len(directory), company, is_twin=company.sort_key == before)
        before = company.sort_key
    return directory


def carry_on(directory, touched, day, undated):
    """The Directory that `directory` becomes where these companies changed; for each that is listed, some twenty
    sort keys are read of companies that did not change."""
    directory = directory.without(directory.places_of(touched))
    keys = {}

    def key_at(place):
        pk = directory.ids[place]
        if pk not in keys:
            keys[pk] = Company.objects.order_by().values_list("sort_key", flat=True).get(pk=pk)
        return keys[pk], pk

    for company in _listed(day, undated, lambda rows, column: rows.filter(**{f"{column}__in": touched})):
        keys[company.pk] = company.sort_key
        at = bisect_left(range(len(directory)), (company.sort_key, company.pk), key=key_at)
        directory.insert(at, company, is_twin=at > 0 and key_at(at - 1)[0] == company.sort_key)
        if at + 1 < len(directory):
            directory.twins[at + 1] = key_at(at + 1)[0] == company.sort_key
    return directory


def _listed(day, undated, only):
    """The Listed of `day`, by name. only(rows, column): rows of which the column names a company that is asked for."""
    agreements, statuses = _Agreements(day, undated, only), _statuses(day, only)
    companies = only(Company.objects.published(), "pk").order_by(*Company._meta.ordering)
    fields = "pk", "sort_key", "kind", "field__code", "field__order"
    for pk, sort_key, kind, field, order in companies.values_list(*fields).iterator(_AT_ONCE):
        if pk in agreements.only_later:
            continue
        status, districts = statuses.get(pk, (PlaceStatus.UNCONFIRMED.value, frozenset()))
        cell = Cell(kind, field or UNKNOWN, order, status, districts)
        first, signed = agreements.signed.get(pk, (None, 0))
        count = signed + agreements.undated.get(pk, 0)
        precision = agreements.precisions.get(pk, Precision.DAY) if first else ""
        yield Listed(pk, sort_key, cell, first.toordinal() if first else 0, precision, count)


class _Agreements:
    """signed: {company: (the first day of signing up to the day, agreements)}; precisions: {company: how much is known
    of that first day}, where something is not known of any; undated: {company: agreements}, of none where they are not
    counted; only_later: the companies whose first dated agreement is later."""

    def __init__(self, day, undated, only):
        public = only(Company._meta.get_field("agreements").related_model.objects.public(), "company").order_by()
        count = Count("pk")
        signed = public.signed_by(day).values("company").annotate(first=Min("round__signed_on"), count=count)
        self.signed = {
            company: (first, count)
            for company, first, count in signed.values_list("company", "first", "count").iterator(_AT_ONCE)
        }
        part = public.signed_by(day).exclude(round__signed_on_precision=Precision.DAY).values("company")
        self.precisions = Company.objects.first_precisions(part)
        without_day = public.filter(round__signed_on=None).values("company").annotate(count=count)
        self.undated = dict(without_day.values_list("company", "count")) if undated else {}
        later = public.filter(round__signed_on__gt=day).values_list("company", flat=True).distinct()
        self.only_later = set(later) - self.signed.keys()


def _statuses(day, only):
    """{company: (its status, the codes of the districts of the places that have this status)}"""
    places = only(Establishment.objects.with_status(day), "company").order_by()
    found, known = {}, {}
    for company, status, code in places.values_list("company", "place_status", "district__code").iterator(_AT_ONCE):
        nearest, codes = found.get(company, (PlaceStatus.UNCONFIRMED.value, frozenset()))
        if _RANK[status] < _RANK[nearest] or not codes:
            nearest, codes = status, frozenset()
        if status == nearest:
            codes |= {code or UNKNOWN}
            found[company] = nearest, known.setdefault(codes, codes)
    return found
