"""Companies and institutions: the rows of the directory."""

from django.utils.translation import gettext_lazy as _

from companies.directory_table import CompanyTable
from companies.filters import CompanyFilterSet
from companies.listings import companies_listed
from companies.models import Alias, Company, Establishment, Representative
from companies.models.establishment import PlaceStatus
from open_data.dataset import Column, Dataset, Kind, Part
from open_data.datasets.columns import (
    aliases_of,
    choice,
    choice_name,
    chosen,
    coded,
    counted,
    english_name,
    key,
    label_of,
    listed,
    own,
    page,
    partial_date,
    sources,
    sources_of,
    titled,
)
from open_data.datasets.orders import first_order, orders_of


def _districts(clocks):
    """Those of open places."""
    open_places = Establishment.objects.open_on(clocks.as_of).exclude(district=None)
    return open_places.order_by("order", "pk")


def _other_names(aliases):
    shown = (Alias.Kind.FORMER, Alias.Kind.TRADE)
    return [name for kind, name in aliases if kind in shown]


def _codes(districts):
    """Each once."""
    return list(dict.fromkeys(code for code, _korean, _english in districts))


def _names(districts):
    return [choice_name(*district) for district in dict.fromkeys(map(tuple, districts))]


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
        Column(
            "name_en",
            _("English name"),
            Kind.TEXT,
            _("The English name, where one is known."),
            ("aliases",),
            english_name,
        ),
        listed("other_names", _("Other names"), _("Former names and other names in use."), ("aliases",), _other_names),
        *chosen(Company, "kind", label_of(Company, "kind"), _("A company, or an institution such as a university.")),
        *choice("field", label_of(Company, "field"), _("The AI field in which it works.")),
        *chosen(Company, "field_basis", label_of(Company, "field_basis"), _("Who says that this is its field.")),
        own(Company, "business_ko", _("What it does, in Korean.")),
        own(Company, "business_en", _("What it does, in English.")),
        own(Company, "head_office", _("Where its head office is, as the edition has it; it is not tied to the day.")),
        own(Company, "homepage", _("Its own website."), Kind.LINK),
        listed(
            "representatives",
            _("Representatives"),
            _("Who heads it on the day, with their titles."),
            ("heads",),
            titled,
        ),
        *coded(
            "status",
            _("Place in the city"),
            _("Whether it has a place in the city on the day. “Not confirmed” means not known; it does not mean none."),
            ("place_status",),
            dict(PlaceStatus.choices).get,
        ),
        listed(
            "district",
            _("Districts (codes)"),
            _("The districts of its open places, as an address narrows by them (“district”)."),
            ("districts",),
            _codes,
        ),
        listed(
            "district_name",
            _("Districts"),
            _("The districts of its open places."),
            ("districts",),
            _names,
        ),
        partial_date("first_signed_on", _("First signed"), _("The day of its first agreement, as far as it is known.")),
        counted(
            "agreements",
            _("Number of agreements"),
            _("How many agreements it signed up to the day; those without a day are counted on the present day only."),
            "agreement_count",
        ),
        sources(),
        page("companies:company-detail"),
    ),
    rows=lambda clocks: companies_listed(clocks.as_of, undated=clocks.is_today),
    parts=(
        aliases_of(),
        sources_of("companies"),
        Part("heads", lambda clocks: Representative.objects.on(clocks.as_of), "company", ("name", "title")),
        Part("districts", _districts, "company", ("district__code", "district__name_ko", "district__name_en")),
    ),
    filterset_class=CompanyFilterSet,
    orders=orders_of(CompanyTable, Company),
    order=first_order(CompanyTable),
    page="companies:company-list",
    best_first=True,
)
