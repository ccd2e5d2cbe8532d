"""The directory as a table, and how a company and its place are written wherever they stand in a table."""

import django_tables2 as tables
from django.db.models import Case, F, Value, When
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from common.parameters import kept_clocks
from common.templatetags.register_text import korean_text, partial_date
from companies.models import Alias
from companies.models.establishment import PlaceStatus


def name_in_language(company):
    """The English name on English pages where there is one, else the Korean name; `aliases` are best prefetched."""
    if get_language() == "ko":
        return company.name
    english = (alias.name for alias in company.aliases.all() if alias.kind == Alias.Kind.ENGLISH)
    return next(english, company.name)


def name_text(company):
    """The name as `name_in_language`, marked as Korean where it is."""
    name = name_in_language(company)
    return korean_text(name) if name == company.name else name


def company_link(company, request):
    address = reverse("companies:company-detail", args=[company.pk]) + kept_clocks(request.GET)
    return format_html('<a href="{}">{}</a>', address, name_text(company))


def status_badge(status):
    """The status as a badge; what is not confirmed in quiet words, for it is no finding."""
    if status == PlaceStatus.UNCONFIRMED:
        return unknown(PlaceStatus.UNCONFIRMED.label)
    return format_html('<span class="badge badge--{}">{}</span>', status, PlaceStatus(status).label)


def freshness_badge(freshness):
    """How old the knowledge of an open place is, to stand beside its status."""
    return format_html('<span class="badge badge--{}">{}</span>', freshness, freshness.label)


def unknown(text=""):
    return format_html('<span class="unknown">{}</span>', text or _("not known"))


def field_name(company):
    return company.field.name if company.field else unknown()


def people(rows):
    """Names with titles, one after the other."""
    return format_html_join(", ", "{}", ((korean_text(str(row)),) for row in rows)) if rows else unknown()


class OrderedColumn(tables.Column):
    """A column sorted by `sort_by`, what is not known last both ways, and equals by name."""

    def __init__(self, *args, sort_by, **kwargs):
        super().__init__(*args, empty_values=(), **kwargs)
        self.sort_by = sort_by

    def order(self, queryset, is_descending):
        column = self.sort_by if hasattr(self.sort_by, "resolve_expression") else F(self.sort_by)
        column = column.desc(nulls_last=True) if is_descending else column.asc(nulls_last=True)
        return queryset.order_by(column, *queryset.model._meta.ordering), True


STATUS_ORDER = Case(*(When(place_status=status, then=Value(order)) for order, status in enumerate(PlaceStatus.values)))


class CompanyTable(tables.Table):
    name = OrderedColumn(verbose_name=gettext_lazy("Name"), sort_by="sort_key")
    kind = tables.Column(verbose_name=gettext_lazy("Kind"), orderable=False)
    field = OrderedColumn(verbose_name=gettext_lazy("Field"), sort_by="field__order")
    representatives = tables.Column(
        verbose_name=gettext_lazy("Representatives"), accessor="heads", orderable=False, empty_values=()
    )
    first_signed_on = OrderedColumn(verbose_name=gettext_lazy("First signed"), sort_by="first_signed_on")
    agreements = OrderedColumn(
        verbose_name=gettext_lazy("Agreements"),
        accessor="agreement_count",
        sort_by="agreement_count",
        attrs={"th": {"class": "number"}, "td": {"class": "number"}},
    )
    status = OrderedColumn(
        verbose_name=gettext_lazy("Place in the city"), accessor="place_status", sort_by=STATUS_ORDER
    )

    class Meta:
        order_by = "name"
        caption = gettext_lazy("Companies and institutions")
        empty_text = gettext_lazy(
            "No company or institution matches. Check the spelling, try part of the name, or remove a condition."
        )

    def render_name(self, record):
        return company_link(record, self.request)

    def render_kind(self, record):
        return record.get_kind_display()

    def render_field(self, record):
        return field_name(record)

    def render_representatives(self, record):
        return people(record.heads)

    def render_first_signed_on(self, record):
        return partial_date(record, "first_signed_on")

    def render_agreements(self, record):
        return record.agreement_count or unknown()

    def render_status(self, record):
        badge = status_badge(record.place_status)
        districts = {place.district.pk: place.district for place in record.open_places if place.district}
        where = ", ".join(district.name for district in districts.values())
        return format_html("{} {}", badge, where) if where else badge
