"""The conditions and orders of a table, read from its FilterSet, as the API describes them."""

import django_filters
from django.utils.translation import gettext_lazy as _

from api.parameters import choice_parameter, code_parameter, day_parameter, text_parameter

ONE_ORDER = _("Order; a minus turns it round. %(order)s where the parameter is left out.")
BEST_FIRST = _("Order; a minus turns it round. %(order)s, or what fits `q` best, where the parameter is left out.")


def parameters_of(dataset):
    """What an address may say of a table, besides the clocks and the page."""
    conditions = [_parameter(name, one) for name, one in dataset.filterset_class.base_filters.items()]
    order = BEST_FIRST if dataset.best_first else ONE_ORDER
    return [*conditions, choice_parameter("sort", list(dataset.orders), order % {"order": f"`{dataset.order}`"})]


def _parameter(name, condition):
    if isinstance(condition, django_filters.DateFilter):
        return day_parameter(name, condition.label)
    if not isinstance(condition, django_filters.ChoiceFilter):
        return text_parameter(name, condition.label)
    choices = condition.extra["choices"]
    if callable(choices):
        return code_parameter(name, condition.label)
    return choice_parameter(name, [code for code, _words in choices], condition.label)
