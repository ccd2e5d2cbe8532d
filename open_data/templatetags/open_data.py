from django import template
from django.urls import reverse
from django.utils.http import urlencode

from editions.clocks import PARAMETERS
from open_data.datasets.registry import DATASETS

register = template.Library()
KINDS = ("csv", "xlsx", "json")


@register.inclusion_tag("components/downloads.html", takes_context=True)
def downloads(context, name):
    """Links to the rows of the page as files: all of them, with its conditions, order, day and edition."""
    query, dataset = context["request"].GET, DATASETS[name]
    kept = {key: value for key, value in query.items() if value and key in {*dataset.parameters, *PARAMETERS}}
    ending = f"?{urlencode(kept)}" if kept else ""
    return {kind: reverse("open_data:table-file", args=[name, kind]) + ending for kind in KINDS}
