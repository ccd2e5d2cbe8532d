"""Database constraints that several models share."""

from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _


def known_precision(model, *names):
    """The precision of each partial date is one of day, month, year."""
    return [
        CheckConstraint(
            condition=Q(**{f"{name}_precision__in": ["day", "month", "year"]}), name=f"{model}_{name}_precision_known"
        )
        for name in names
    ]


def not_before(model, later, earlier, message):
    """`later` is not before `earlier`, where both are known."""
    return CheckConstraint(
        condition=Q(**{f"{later}__isnull": True})
        | Q(**{f"{earlier}__isnull": True})
        | Q(**{f"{later}__gte": F(earlier)}),
        name=f"{model}_{later}_not_before_{earlier}",
        violation_error_message=message,
    )


def not_negative(model, name):
    return CheckConstraint(
        condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0}),
        name=f"{model}_{name}_not_negative",
        violation_error_message=_("Enter a number of zero or more, or leave it empty if it is not known."),
    )
