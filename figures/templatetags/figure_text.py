"""The value of a figure as pages write it, and the rows of tables that have hundreds."""

from django import template
from django.utils.formats import localize
from django.utils.html import format_html, format_html_join

from common.addresses import address_of
from common.templatetags.register_text import day, kept, korean_text
from figures.values import in_words

register = template.Library()


@register.filter
def figure_value(value, figure):
    """`{{ value|figure_value:figure }}`: the value with its unit."""
    return in_words(value, figure.unit)


@register.simple_tag(takes_context=True)
def rows_of_totals(context, series):
    """The rows of a table of TotalsOfDay, the latest day first; each number leads to its figure on that day."""
    pages = {
        key: address_of("figures:figure-detail", key) for key in ("agreements", "established", "establishment_rate")
    }
    rows = ((day(totals.day), *_numbers(totals, pages, kept(context, as_of=totals.day))) for totals in reversed(series))
    return format_html_join("\n", '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>', rows)


def _numbers(totals, pages, ending):
    for key, page in pages.items():
        value, unit = getattr(totals, key), "%" if key == "establishment_rate" else ""
        link = '<a href="{}{}">{}{}</a>'
        yield "–" if value is None else format_html(link, page, ending, localize(value), unit)


@register.filter
def facts(fields):
    """(label, before, after) of the fields of a record that was added or removed, as terms and descriptions."""
    told = ((label, korean_text(after or before)) for label, before, after in fields)
    return format_html_join("", "<dt>{}</dt><dd>{}</dd>", told)
