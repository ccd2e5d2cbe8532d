"""The value of a figure as pages write it, and the rows of tables that have hundreds."""

from django import template
from django.utils.formats import localize
from django.utils.html import format_html, format_html_join

from common.addresses import address_of
from common.parameters import kept_clocks
from common.templatetags.register_text import day, korean_text
from figures.values import in_words

register = template.Library()
_TOTALS = ("agreements", "established", "establishment_rate")
_ROW_OF_TOTALS = (
    '<tr><th scope="row">{}</th><td><a href="{}{}">{}</a></td><td><a href="{}{}">{}</a></td><td>{}</td></tr>'
)


@register.filter
def figure_value(value, figure):
    """`{{ value|figure_value:figure }}`: the value with its unit."""
    return in_words(value, figure.unit)


@register.simple_tag(takes_context=True)
def rows_of_totals(context, series):
    """The rows of a table of TotalsOfDay, the latest day first; each number leads to its figure on that day."""
    agreements, established, rate = (address_of("figures:figure-detail", key) for key in _TOTALS)
    query = context["request"].GET

    def cells(totals):
        ending = kept_clocks(query, as_of=totals.day)
        yield day(totals.day)
        yield from (agreements, ending, localize(totals.agreements))
        yield from (established, ending, localize(totals.established))
        yield "–" if totals.establishment_rate is None else _rate(rate + ending, totals.establishment_rate)

    return format_html_join("\n", _ROW_OF_TOTALS, map(cells, reversed(series)))


def _rate(address, value):
    return format_html('<a href="{}">{}%</a>', address, localize(value))


@register.filter
def facts(fields):
    """(label, before, after) of the fields of a record that was added or removed, as terms and descriptions."""
    told = ((label, korean_text(after or before)) for label, before, after in fields)
    return format_html_join("", "<dt>{}</dt><dd>{}</dd>", told)
