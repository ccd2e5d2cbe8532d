"""The directory read a second time: rows, order and counts by the queries that files and the API are made of."""

import datetime

from django.db.models import Count, Exists, OuterRef
from django.test import RequestFactory

from companies.at_hand.listing import Listing
from companies.at_hand.rows import ListedRows
from companies.directory_table import CompanyTable
from companies.filters import UNKNOWN, CompanyFilterSet, is_value
from companies.listings import companies_listed
from companies.models import Company, Establishment
from companies.models.establishment import PlaceStatus, with_place_status
from editions.clocks import Clocks
from open_data.datasets.orders import orders_of

TODAY = datetime.date(2030, 1, 1)
SORTS = ["", *(f"{sign}{name}" for name in orders_of(CompanyTable, Company) for sign in ("", "-") if name[0] != "-")]
COLUMNS = ["pk", "place_status", "first_signed_on", "first_signed_on_precision", "agreement_count"]


def filterset_of(query, day, undated=False):
    request = RequestFactory().get("/companies/", query)
    filterset = CompanyFilterSet(request.GET, companies_listed(day, undated=undated), request=request, day=day)
    filterset.refuse_malformed()
    return filterset


def listing_of(query, day, undated=False, edition=0):
    """The Listing that a page of `day` shows; `undated` where it is today."""
    clocks = Clocks(day, day if undated else TODAY, edition, edition)
    return Listing(filterset_of(query, day), clocks)


def at_hand(listing, sort):
    """(rows, in their order; counts of values; words that were read) of a page."""
    rows = ListedRows(listing)
    rows.order_by([sort] if sort else [] if listing.filterset.reading else ["name"])
    values = [tuple(getattr(company, column) for column in COLUMNS) for company in rows[:]]
    assert len(rows) == len(values)
    return values, _without_nothing(listing.counts()), listing.filterset.reading


def in_sql(query, sort, day, undated=False):
    """The same by SQL."""
    filterset = filterset_of(query, day, undated)
    rows = filterset.qs
    if filterset.reading and not sort:
        rows = rows.by_match(filterset.reading)
    else:
        rows = rows.order_by(*orders_of(CompanyTable, Company)[sort or "name"])
    return list(rows.values_list(*COLUMNS)), _without_nothing(counts_in_sql(filterset)), filterset.reading


def counts_in_sql(filterset):
    return {**_by_company(filterset), "district": _by_district(filterset)}


def _without_nothing(counts):
    return {name: {value: n for value, n in of.items() if n} for name, of in counts.items()}


def _listed(filterset):
    return with_place_status(Company.objects.published().listed_on(filterset.day), filterset.day).order_by()


def _narrowed(filterset, without):
    companies = _listed(filterset)
    for name, value in filterset.form.cleaned_data.items():
        if name not in without:
            companies = filterset.filters[name].filter(companies, value)
    return companies


def _by_company(filterset):
    chosen = {name: filterset.form.cleaned_data[name] for name in filterset.FACETS}
    companies = _narrowed(filterset, without=filterset.FACETS)
    status = chosen["status"]
    if chosen["district"]:
        places = Establishment.objects.with_status(filterset.day).filter(is_value("district__code", chosen["district"]))
        companies = companies.filter(
            Exists(places.filter(company=OuterRef("pk"), place_status=OuterRef("place_status")))
        )
        status = status or PlaceStatus.OPEN
    groups = [
        ({"kind": kind, "field": field or UNKNOWN, "status": of}, n)
        for kind, field, of, n in companies.values_list("kind", "field__code", "place_status").annotate(n=Count("pk"))
    ]
    wanted = {"kind": chosen["kind"], "field": chosen["field"], "status": status}
    return {name: _counted(groups, name, wanted) for name in wanted}


def _counted(groups, name, wanted):
    counts = {}
    for values, n in groups:
        if all(values[other] == value for other, value in wanted.items() if other != name and value):
            counts[values[name]] = counts.get(values[name], 0) + n
    return counts


def _by_district(filterset):
    companies = _narrowed(filterset, without=("district",)).values("pk")
    places = filterset.places_counted().filter(company__in=companies).order_by()
    rows = places.values_list("district__code").annotate(n=Count("company", distinct=True))
    return {code or UNKNOWN: n for code, n in rows}
