"""Which rows editions touched: what is read anew when what an earlier one says is at hand."""

from django.db.models import Q


def numbers_touched(columns, earlier, later, most):
    """The numbers that the history rows which the editions after `earlier`, up to `later`, began or ended have in
    `columns`, given as (model, column). Where a column has more than `most`, some of them, but more than `most`."""
    begun = Q(edition_from__gt=earlier, edition_from__lte=later)
    ended = Q(edition_until__gt=earlier, edition_until__lte=later)
    numbers = set()
    for model, column in columns:
        rows = model.history.model.objects.filter(begun | ended).order_by()
        numbers |= set(rows.values_list(column, flat=True).distinct()[: most + 1])
    return numbers
