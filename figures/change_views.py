from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from common.parameters import ParametersRefused, read_day
from editions.clocks import TwoClocksMixin, read_edition
from figures.changes import Account, Span, changes_of
from figures.definitions import figure_or_404

SPAN_PARAMETERS = frozenset({"from", "to", "from_edition", "to_edition"})
# A page adds the lines after these up to one; the API has them all.
MOST_LINES = 300


def read_span(query, clocks):
    """What an address asks to compare. Without `to` the day of the page, without `from` the end of the year before;
    without editions that of the page. Refuses what runs back."""
    last_day = read_day(query, clocks.today, "to") if query.get("to", "").strip() else clocks.as_of
    first_day = read_day(query, clocks.today, "from") if query.get("from", "").strip() else _year_before(last_day)
    last = _read_edition(query, clocks, "to_edition", clocks.edition)
    first = _read_edition(query, clocks, "from_edition", last)
    problems = []
    if first_day > last_day:
        problems.append(("from", _("Enter a day up to %(last)s, the day to compare with.") % {"last": last_day}))
    if first > last:
        problems.append(
            ("from_edition", _("Enter an edition up to %(last)d, the one to compare with.") % {"last": last})
        )
    if problems:
        raise ParametersRefused(problems)
    return Span(first_day, last_day, first, last)


def _year_before(day):
    return day.replace(year=day.year - 1, month=12, day=31) if day.year > 1 else day


def _read_edition(query, clocks, name, default):
    return read_edition(query, clocks.present, name) if query.get(name, "").strip() else default


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
