"""The orders that a table of open data offers: those of its page, or of its own where no page shows it as a table."""

import django_tables2

from companies.tables import ordered_by


def orders_of(table_class, model):
    """{name of `sort`: what to order by} of every column of a page's table that it can be sorted by, both ways."""
    return {
        f"{sign}{name}": column.terms(model, bool(sign))
        for name, column in table_class.base_columns.items()
        if column.orderable is not False
        for sign in ("", "-")
    }


def first_order(table_class):
    """The order in which a page shows its table while none is asked for."""
    return str(django_tables2.utils.OrderByTuple(table_class._meta.order_by))


def orders(equals, **columns):
    """{name of `sort`: what to order by} of the columns given, both ways; `equals` makes the order total."""
    return {
        f"{sign}{name}": ordered_by(column, descending=bool(sign), equals=equals)
        for name, column in columns.items()
        for sign in ("", "-")
    }
