"""One line of why a figure changed."""

import datetime
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cause(models.TextChoices):
    """What changes a figure from one day to the next, or between two lists of rows; an edition has its own kind."""

    SIGNING = "signing", _("Signing")
    OPENING = "opening", _("Opening")
    CLOSING = "closing", _("Closing")
    STATEMENT = "statement", _("Official statement")
    NUMBER = "number", _("Printed number")
    NAMED = "named", _("Named beyond the total")
    CAME = "came", _("Came in")
    WENT = "went", _("Went out")
    COUNTED = "counted", _("Counted differently")
    EDITIONS = "editions", _("Several editions")


@dataclass(frozen=True)
class ChangeLine:
    """By how much (`amount`) and why. kind: a Cause, or the kind of the edition. address: the evidence, "" for none."""

    kind: models.TextChoices
    words: str
    amount: int
    day: datetime.date | None = None
    edition: int | None = None
    address: str = ""
