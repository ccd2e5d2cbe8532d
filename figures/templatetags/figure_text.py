"""The value of a figure as pages write it."""

from django import template

from figures.values import in_words

register = template.Library()


@register.filter
def figure_value(value, figure):
    """`{{ value|figure_value:figure }}`: the value with its unit."""
    return in_words(value, figure.unit)
