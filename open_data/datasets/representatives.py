"""Heads of companies and institutions, in office on the day or before."""

from django.db.models import DateField, Value
from django.utils.translation import gettext_lazy as _

from companies.listings import companies_listed
from companies.models import Representative
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import (
    aliases_of,
    company,
    dated,
    key,
    known_date,
    label_of,
    own,
    page,
    sources,
    sources_of,
)
from open_data.datasets.filters import RepresentativeFilterSet
from open_data.datasets.orders import orders


def _rows(clocks):
    day = clocks.as_of
    listed = companies_listed(day, undated=clocks.is_today).order_by()
    heads = Representative.objects.known_by(day).filter(company__in=listed.values("pk"))
    return heads.annotate(as_of=Value(day, DateField()))


def _ended_on(day, precision, as_of):
    """Only where it had ended by the day."""
    return known_date(day, precision) if day and day <= as_of else None


REPRESENTATIVES = Dataset(
    name="representatives",
    title=_("Representatives"),
    description=_(
        "Who heads the companies and institutions of the directory on the day, and who headed them before, one row for "
        "each term. Several at once are co-representatives. A term whose beginning is not known stands in the table of "
        "every day. Who signed an agreement stands in the table of agreements."
    ),
    columns=(
        key(),
        *company(),
        own(Representative, "name", _("The name of the person.")),
        own(Representative, "title", _("The title, as the source gives it.")),
        dated(Representative, "started_on", _("The first day in office; empty: not known.")),
        Column(
            "ended_on",
            label_of(Representative, "ended_on"),
            Kind.PARTIAL_DATE,
            _("The last day in office; empty: still in office, or not known."),
            ("ended_on", "ended_on_precision", "as_of"),
            _ended_on,
            repeats=True,
        ),
        sources(),
        page("companies:company-detail", "company_id"),
    ),
    rows=_rows,
    parts=(aliases_of("company_id"), sources_of("representatives")),
    filterset_class=RepresentativeFilterSet,
    orders=orders(("company_id", "order", "pk"), company="company__sort_key", started_on="started_on"),
    order="company",
)
