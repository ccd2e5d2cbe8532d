"""The directory as a table; on a phone each row is a card."""

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from common.templatetags.register_text import partial_date
from companies.found import why_found
from companies.models import Company
from companies.tables import STATUS_ORDER, OrderedColumn, company_link, field_name, people, status_badge, unknown

# The orders offered beside the list; the empty one is by match, and only while something is searched.
SORTS = [
    ("", gettext_lazy("Best match")),
    ("name", gettext_lazy("By name")),
    ("-first_signed_on", gettext_lazy("Newest first")),
    ("-agreements", gettext_lazy("Most agreements")),
    ("status", gettext_lazy("Opened first")),
]


def column(name, **options):
    """What a column needs to be found by the style sheet as `name`."""
    return {"attrs": {"th": {"class": name}, "td": {"class": name}}, **options}


class CompanyTable(tables.Table):
    """`reading`: how the search words were read, so that each row can say why it was found."""

    name = OrderedColumn(verbose_name=gettext_lazy("Name"), sort_by="sort_key", **column("name"))
    status = OrderedColumn(
        verbose_name=gettext_lazy("Place in the city"),
        accessor="place_status",
        sort_by=STATUS_ORDER,
        **column("place"),
    )
    field = OrderedColumn(verbose_name=gettext_lazy("Field"), sort_by="field__order", **column("field"))
    representatives = tables.Column(
        verbose_name=gettext_lazy("Representatives"),
        accessor="heads",
        orderable=False,
        empty_values=(),
        **column("heads"),
    )
    first_signed_on = OrderedColumn(
        verbose_name=gettext_lazy("First signed"), sort_by="first_signed_on", **column("signed")
    )
    agreements = OrderedColumn(
        verbose_name=gettext_lazy("Agreements"),
        accessor="agreement_count",
        sort_by="agreement_count",
        **column("number"),
    )

    class Meta:
        attrs = {"class": "table directory"}
        order_by = "name"
        caption = gettext_lazy("Companies and institutions")

    def __init__(self, *args, reading=None, **kwargs):
        self.reading = reading
        super().__init__(*args, **kwargs)

    def render_name(self, record):
        found = why_found(record, self.reading) if self.reading else None
        link = company_link(record, self.request, found.marked() if found and not found.label else "")
        return format_html("{}{}{}", link, _kind(record), _why(found) if found and found.label else "")

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


def _kind(company):
    """Said of an institution alone: nearly all are companies."""
    if company.kind != Company.Kind.INSTITUTION:
        return ""
    return format_html(' <span class="kind">{}</span>', company.get_kind_display())


def _why(found):
    return format_html(' <span class="why">{} {}</span>', found.label, found.marked())
