"""Companies and institutions: the rows of the directory."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate
from companies.directory_table import CompanyTable
from companies.filters import CompanyFilterSet
from companies.listings import companies_listed
from companies.models import Alias, Company, Establishment, Representative
from companies.models.establishment import PlaceStatus
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import chosen, coded, english_name, key, label_of, listed, own, page, sources, text
from open_data.datasets.orders import first_order, orders_of
from sources.models import published_sources


def _rows(clocks):
    day = clocks.as_of
    open_places = Establishment.objects.open_on(day).select_related("district").order_by("order", "pk")
    companies = companies_listed(day, undated=clocks.is_today).select_related("field")
    return companies.prefetch_related(
        "aliases",
        published_sources(),
        Prefetch("representatives", Representative.objects.on(day), to_attr="heads"),
        Prefetch("establishments", open_places, to_attr="open_places"),
    )


def _other_names(company):
    shown = (Alias.Kind.FORMER, Alias.Kind.TRADE)
    return [alias.name for alias in company.aliases.all() if alias.kind in shown]


def _districts(company):
    """The districts of its open places, each once."""
    return {place.district_id: place.district for place in company.open_places if place.district}.values()


COMPANIES = Dataset(
    name="companies",
    title=_("Companies and institutions"),
    description=_(
        "Every company and institution that had signed an AI business agreement with the city by the day, one row each "
        "however often it signed. Those with no agreement of a known day stand in the table of every day; "
        "“signed_after” and “signed_before” leave them out. Names, field, business, head office and website are those "
        "of the edition, whatever the day."
    ),
    columns=(
        key(),
        own(Company, "name", _("The registered Korean name.")),
        text("name_en", _("English name"), _("The English name, where one is known."), english_name),
        listed("other_names", _("Other names"), _("Former names and other names in use."), _other_names),
        *chosen(Company, "kind", label_of(Company, "kind"), _("A company, or an institution such as a university.")),
        *coded(
            "field",
            label_of(Company, "field"),
            _("The AI field in which it works."),
            lambda company: company.field and company.field.code,
            lambda company: company.field and company.field.name,
        ),
        *chosen(Company, "field_basis", label_of(Company, "field_basis"), _("Who says that this is its field.")),
        own(Company, "business_ko", _("What it does, in Korean.")),
        own(Company, "business_en", _("What it does, in English.")),
        own(Company, "head_office", _("Where its head office is, as the edition has it; it is not tied to the day.")),
        own(Company, "homepage", _("Its own website."), Kind.LINK),
        listed(
            "representatives",
            _("Representatives"),
            _("Who heads it on the day, with their titles."),
            lambda company: [str(head) for head in company.heads],
        ),
        *coded(
            "status",
            _("Place in the city"),
            _("Whether it has a place in the city on the day. “Not confirmed” means not known; it does not mean none."),
            lambda company: company.place_status,
            lambda company: PlaceStatus(company.place_status).label,
        ),
        listed(
            "district",
            _("Districts (codes)"),
            _("The districts of its open places, as an address narrows by them (“district”)."),
            lambda company: [district.code for district in _districts(company)],
        ),
        listed(
            "district_name",
            _("Districts"),
            _("The districts of its open places."),
            lambda company: [district.name for district in _districts(company)],
        ),
        Column(
            "first_signed_on",
            _("First signed"),
            Kind.PARTIAL_DATE,
            _("The day of its first agreement, as far as it is known."),
            lambda company: PartialDate.read(company, "first_signed_on"),
        ),
        text(
            "agreements",
            _("Number of agreements"),
            _("How many agreements it signed up to the day; those without a day are counted on the present day only."),
            lambda company: company.agreement_count,
            Kind.WHOLE,
        ),
        sources(),
        page(lambda company: company.get_absolute_url()),
    ),
    rows=_rows,
    filterset_class=CompanyFilterSet,
    orders=orders_of(CompanyTable, Company),
    order=first_order(CompanyTable),
    page="companies:company-list",
    best_first=True,
)
