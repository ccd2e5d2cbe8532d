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


def headed(name):
    """The class by which the style sheet finds a column's heading; its cells have the same."""
    return {"th": {"class": name}}


class CompanyTable(tables.Table):
    """`reading`: how the search words were read, so that each row can say why it was found.

    Its template writes the cells out: rendering fifty rows column by column takes longer than all else on the page.
    """

    name = OrderedColumn(verbose_name=gettext_lazy("Name"), sort_by="sort_key", attrs=headed("name"))
    status = OrderedColumn(
        verbose_name=gettext_lazy("Place in the city"),
        accessor="place_status",
        sort_by=STATUS_ORDER,
        attrs=headed("place"),
    )
    field = OrderedColumn(verbose_name=gettext_lazy("Field"), sort_by="field__order", attrs=headed("field"))
    representatives = tables.Column(
        verbose_name=gettext_lazy("Representatives"),
        accessor="heads",
        orderable=False,
        empty_values=(),
        attrs=headed("heads"),
    )
    first_signed_on = OrderedColumn(
        verbose_name=gettext_lazy("First signed"), sort_by="first_signed_on", attrs=headed("signed")
    )
    agreements = OrderedColumn(
        verbose_name=gettext_lazy("Agreements"),
        accessor="agreement_count",
        sort_by="agreement_count",
        attrs=headed("number"),
    )

    class Meta:
        order_by = "name"
        caption = gettext_lazy("Companies and institutions")

    def __init__(self, *args, reading=None, **kwargs):
        self.reading = reading
        super().__init__(*args, **kwargs)

    @property
    def cells(self):
        """The rows of the page, as the template writes them."""
        return map(self._cells, (row.record for row in self.paginated_rows))

    def _cells(self, company):
        return {
            "name": self._name(company),
            "place": _place(company),
            "field": field_name(company),
            "heads": people(company.heads),
            "signed": partial_date(company, "first_signed_on"),
            "number": company.agreement_count or unknown(),
        }

    def _name(self, company):
        found = why_found(company, self.reading) if self.reading else None
        link = company_link(company, self.request, found.marked() if found and not found.label else "")
        return format_html("{}{}{}", link, _kind(company), _why(found) if found and found.label else "")


def _place(company):
    badge = status_badge(company.place_status)
    districts = {place.district.pk: place.district for place in company.open_places if place.district}
    where = ", ".join(district.name for district in districts.values())
    return format_html("{} {}", badge, where) if where else badge


def _kind(company):
    """Said of an institution alone: nearly all are companies."""
    if company.kind != Company.Kind.INSTITUTION:
        return ""
    return format_html(' <span class="kind">{}</span>', company.get_kind_display())


def _why(found):
    return format_html(' <span class="why">{} {}</span>', found.label, found.marked())
