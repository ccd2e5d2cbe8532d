"""What a service or the database has against a change, in words that say what to do."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

REFUSED = _(
    "The database refused this: another entry already has one of the numbers, or a number lies outside its round. "
    "Nothing was saved. Change it below and save again."
)


def refused_by(act):
    """Do it; returns what the service or the database has against it, in words, or nothing."""
    try:
        act()
    except ValidationError as error:
        return error.messages
    except IntegrityError:
        return [REFUSED]
    return []
