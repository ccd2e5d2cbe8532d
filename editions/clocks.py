"""The two clocks of every public page and answer: `as_of`, the day it speaks of, and `edition`, what the register
knew. Where neither is given a page shows the present register as of today."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from common.parameters import ParametersRefused, read_day, refuse_unknown, refused_together
from editions.past import register_at
from editions.synthetic import MARK
from editions.unchanged import present_edition

PARAMETERS = frozenset({"as_of", "edition"})


@dataclass(frozen=True)
class Clocks:
    """edition: the number of the edition shown; present: that of the latest; both 0 while nothing was published.
    is_synthetic: the register was made up (editions/synthetic.py)."""

    as_of: datetime.date
    today: datetime.date
    edition: int
    present: int
    is_synthetic: bool = False

    @property
    def is_today(self):
        return self.as_of == self.today

    @property
    def is_present_edition(self):
        return self.edition == self.present

    @property
    def are_present(self):
        return self.is_today and self.is_present_edition

    @property
    def edition_in_name(self):
        """The edition as names of files say it: `edition-3`, and that the register is synthetic."""
        return f"edition-{self.edition}" + (f"-{MARK}" if self.is_synthetic else "")

    def register(self):
        """A block in which every query reads the register at this edition."""
        return register_at(None if self.is_present_edition else self.edition)


def read_clocks(query):
    """The clocks that an address asks for; refuses a day after today and an edition that does not exist."""
    today, (present, is_synthetic) = timezone.localdate(), present_edition()
    if refused := refused_together([lambda: read_day(query, today), lambda: read_edition(query, present)]):
        raise refused
    return Clocks(read_day(query, today), today, read_edition(query, present), present, is_synthetic)


def read_edition(query, present, name="edition"):
    """The number of the edition asked for, `present` where none is."""
    text = query.get(name, "").strip()
    if not text:
        return present
    if text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= present:
        return int(text)
    raise ParametersRefused([(name, _editions_there_are(present))])


def _editions_there_are(present):
    if present == 0:
        return _("Nothing has been published yet, so there is no edition to show.")
    if present == 1:
        return _("Edition 1 is the only one so far.")
    return _("Enter the number of an edition, from 1 to %(latest)d.") % {"latest": present}


class TwoClocksMixin:
    """A public view that runs, and renders its template, in the register that its address asks for (`self.clocks`).

    `parameters` names what else the address may say; anything more is refused.
    """

    parameters = frozenset()

    def dispatch(self, request, *args, **kwargs):
        refuse_unknown(request.GET, {*self.get_parameters(), *PARAMETERS})
        self.clocks = read_clocks(request.GET)
        with self.clocks.register():
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    def get_parameters(self):
        return self.parameters

    def get_context_data(self, **kwargs):
        clocks = {"clocks": self.clocks, "as_of": self.clocks.as_of, "today": self.clocks.today}
        return super().get_context_data(**{**clocks, **kwargs})
