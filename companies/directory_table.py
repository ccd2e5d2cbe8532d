"""The directory as a table; on a phone each row is a card."""

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from common.templatetags.register_text import partial_date
from companies.found import why_found
from companies.models import Company
from companies.tables import (
    STATUS_ORDER,
    OrderedColumn,
    RegisterTable,
    company_link,
    field_name,
    people,
    status_badge,
    unknown,
)

# The orders offered beside the list; the empty one is by match, and only while something is searched.
SORTS = [
    ("", gettext_lazy("Best match")),
    ("name", gettext_lazy("By name")),
    ("-first_signed_on", gettext_lazy("Newest first")),
    ("-agreements", gettext_lazy("Most agreements")),
    ("status", gettext_lazy("Opened first")),
]


def classed(name):
    """The class by which the style sheet finds a column's heading and its cells."""
    return {"th": {"class": name}, "td": {"class": name}}


# A card begins with the name, which needs no label.
NAME = {"th": {"class": "name"}, "td": {"class": "name", "data-label": None}}


class CompanyTable(RegisterTable):
    """`reading`: how the search words were read, so that each row can say why it was found."""

    name = OrderedColumn(verbose_name=gettext_lazy("Name"), sort_by="sort_key", attrs=NAME)
    status = OrderedColumn(
        verbose_name=gettext_lazy("Place in the city"),
        sort_by=STATUS_ORDER,
        attrs=classed("place"),
    )
    field = OrderedColumn(verbose_name=gettext_lazy("Field"), sort_by="field__order", attrs=classed("field"))
    representatives = tables.Column(
        verbose_name=gettext_lazy("Representatives"),
        orderable=False,
        attrs=classed("heads"),
    )
    first_signed_on = OrderedColumn(
        verbose_name=gettext_lazy("First signed"), sort_by="first_signed_on", attrs=classed("signed")
    )
    agreements = OrderedColumn(
        verbose_name=gettext_lazy("Agreements"),
        sort_by="agreement_count",
        attrs=classed("number"),
    )

    class Meta:
        attrs = {"class": "table directory"}
        order_by = "name"
        caption = gettext_lazy("Companies and institutions")

    def __init__(self, *args, reading=None, **kwargs):
        self.reading = reading
        super().__init__(*args, **kwargs)

    def render_name(self, company):
        found = why_found(company, self.reading) if self.reading else None
        link = company_link(company, self.kept, found.marked() if found and not found.label else "")
        kind, why = _kind(company), _why(found) if found and found.label else ""
        return format_html("{}{}{}", link, kind, why) if kind or why else link

    def render_status(self, company):
        badge = status_badge(company.place_status)
        districts = {place.district.pk: place.district for place in company.open_places if place.district}
        where = ", ".join(district.name for district in districts.values())
        return format_html("{} {}", badge, where) if where else badge

    def render_field(self, company):
        return field_name(company)

    def render_representatives(self, company):
        return people(company.heads)

    def render_first_signed_on(self, company):
        return partial_date(company, "first_signed_on")

    def render_agreements(self, company):
        return company.agreement_count or unknown()


def _kind(company):
    """Said of an institution alone: nearly all are companies."""
    if company.kind != Company.Kind.INSTITUTION:
        return ""
    return format_html(' <span class="kind">{}</span>', company.get_kind_display())


def _why(found):
    return format_html(' <span class="why">{} {}</span>', found.label, found.marked())
