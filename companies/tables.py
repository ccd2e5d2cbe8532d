"""How a company and its place are written wherever they stand in a table, and how a column is sorted."""

import django_tables2 as tables
from django.db.models import Case, F, Value, When
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.parameters import kept_clocks
from common.templatetags.register_text import korean_text
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


def company_link(company, request, text=""):
    """`text`: the name where it is not to be written plainly."""
    address = reverse("companies:company-detail", args=[company.pk]) + kept_clocks(request.GET)
    return format_html('<a href="{}">{}</a>', address, text or name_text(company))


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


def ordered_by(column, *, descending, equals):
    """What to order by: a column or expression, what is not known last both ways, and among equals by `equals`."""
    column = column if hasattr(column, "resolve_expression") else F(column)
    return (column.desc(nulls_last=True) if descending else column.asc(nulls_last=True), *equals)


class OrderedColumn(tables.Column):
    """A column sorted by `sort_by`, and equals by `equals`, or else in the order of their kind of record."""

    def __init__(self, *args, sort_by, equals=(), **kwargs):
        super().__init__(*args, empty_values=(), **kwargs)
        self.sort_by, self.equals = sort_by, equals

    def order(self, queryset, is_descending):
        return queryset.order_by(*self.terms(queryset.model, is_descending)), True

    def terms(self, model, is_descending):
        """What the rows of `model` are ordered by."""
        return ordered_by(self.sort_by, descending=is_descending, equals=self.equals or model._meta.ordering)


STATUS_ORDER = Case(*(When(place_status=status, then=Value(order)) for order, status in enumerate(PlaceStatus.values)))
