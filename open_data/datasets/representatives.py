"""Heads of companies and institutions, in office on the day or before."""

from django.db.models import DateField, Value
from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate
from companies.listings import companies_listed
from companies.models import Representative
from open_data.dataset import Dataset
from open_data.datasets.columns import company, dated, key, own, page, sources
from open_data.datasets.filters import RepresentativeFilterSet
from open_data.datasets.orders import orders
from sources.models import published_sources


def _rows(clocks):
    day = clocks.as_of
    listed = companies_listed(day, undated=clocks.is_today).order_by()
    heads = Representative.objects.known_by(day).filter(company__in=listed.values("pk"))
    heads = heads.annotate(as_of=Value(day, DateField())).select_related("company")
    return heads.prefetch_related("company__aliases", published_sources())


def _ended_on(head):
    """Only where it had ended by the day."""
    return PartialDate.read(head, "ended_on") if head.ended_on and head.ended_on <= head.as_of else None


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
        *company(lambda head: head.company),
        own(Representative, "name", _("The name of the person.")),
        own(Representative, "title", _("The title, as the source gives it.")),
        dated(Representative, "started_on", _("The first day in office; empty: not known.")),
        dated(
            Representative, "ended_on", _("The last day in office; empty: still in office, or not known."), _ended_on
        ),
        sources(),
        page(lambda head: head.company.get_absolute_url()),
    ),
    rows=_rows,
    filterset_class=RepresentativeFilterSet,
    orders=orders(("company_id", "order", "pk"), company="company__sort_key", started_on="started_on"),
    order="company",
)
