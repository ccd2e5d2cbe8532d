"""Every published figure by its key, as figures/explained/ defines them."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from figures.explained import (
    agreements,
    by_year,
    commitments,
    established,
    ledger,
    not_known,
    retention,
    shares,
    time_to_opening,
)

GROUPS = [
    (_("Agreements"), agreements.FIGURES),
    (_("Opened in Gwangju"), [*established.FIGURES, *shares.STATED]),
    (_("Share opened"), shares.FIGURES),
    (_("By year"), by_year.FIGURES),
    (_("Still in Gwangju"), [*retention.FIGURES, *time_to_opening.FIGURES]),
    (_("Agreed points"), commitments.FIGURES),
    (_("Statements against the register"), ledger.FIGURES),
    (_("What is not known"), not_known.FIGURES),
]
FIGURES = {figure.key: figure for _heading, figures in GROUPS for figure in figures}
HEADLINE = ["agreements", "established", "establishment_rate"]


def figure_or_404(key):
    """The figure of a key in an address; Http404 where there is none."""
    if key not in FIGURES:
        raise Http404
    return FIGURES[key]
