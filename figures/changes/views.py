from dataclasses import dataclass

from django.views.generic import TemplateView

from editions.clocks import TwoClocksMixin
from figures.changes.accounts import Account, changes_of
from figures.changes.span import SPAN_PARAMETERS, read_span
from figures.definitions import figure_or_404

# A page adds the lines after these up to one; the API has them all.
MOST_LINES = 300


@dataclass(frozen=True)
class ShownAccount:
    """An account as a page tells it: for each leg the lines shown, how many are not, and what those add up to."""

    account: Account
    legs: list


def _shown(account):
    legs = []
    for leg, lines, _sum in account.legs():
        rest = lines[MOST_LINES:]
        legs.append({"leg": leg, "lines": lines[:MOST_LINES], "rest": len(rest), "sum": sum(x.amount for x in rest)})
    return ShownAccount(account, legs)


class FigureChangesView(TwoClocksMixin, TemplateView):
    """Why a figure has another value on one day than on another, or in one edition than in another."""

    template_name = "figures/changes.html"
    parameters = SPAN_PARAMETERS

    def get_context_data(self, key, **kwargs):
        figure = figure_or_404(key)
        changes = changes_of(figure, read_span(self.request.GET, self.clocks))
        shown = [_shown(account) for account in changes.accounts]
        return super().get_context_data(figure=figure, changes=changes, accounts=shown, **kwargs)
