from django import template
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.parameters import kept_clocks
from editions.clocks import PARAMETERS
from open_data.dataset import Kind
from open_data.datasets.registry import DATASETS

register = template.Library()
KINDS = ("csv", "xlsx", "json")
_TYPES = {
    Kind.TEXT: pgettext_lazy("kind of value", "string"),
    Kind.WHOLE: _("whole number"),
    Kind.NUMBER: pgettext_lazy("kind of value", "number"),
    Kind.YES_NO: _("yes or no (Y, N)"),
    Kind.DAY: _("day (YYYY-MM-DD)"),
    Kind.PARTIAL_DATE: _("day, month or year, as far as known"),
    Kind.MOMENT: _("day and time"),
    Kind.ADDRESS: _("address on this website"),
    Kind.LINK: _("address elsewhere"),
    Kind.LIST: _("list of strings (“; ” between them)"),
}


@register.filter
def column_type(column):
    """What the values of a column are, in words."""
    return _TYPES[column.kind]


@register.inclusion_tag("open_data/_files.html", takes_context=True)
def table_files(context, dataset):
    """Links to a whole table as files, of the day and edition of the page."""
    ending = kept_clocks(context["request"].GET)
    files = [(kind.upper(), reverse("open_data:table-file", args=[dataset.name, kind]) + ending) for kind in KINDS]
    return {"files": files, "title": dataset.title}


@register.inclusion_tag("components/downloads.html", takes_context=True)
def downloads(context, name):
    """Links to the rows of the page as files: all of them, with its conditions, order, day and edition."""
    query, dataset = context["request"].GET, DATASETS[name]
    kept = {key: value for key, value in query.items() if value and key in {*dataset.parameters, *PARAMETERS}}
    ending = f"?{urlencode(kept)}" if kept else ""
    return {kind: reverse("open_data:table-file", args=[name, kind]) + ending for kind in KINDS}
