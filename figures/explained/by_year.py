"""What each year added to a total. The rows are the days on which the total changed."""

import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.partial_dates import PartialDate, Precision
from figures.figure import Explanation, Figure, Part, Row, Rows, Unit, when_asked
from figures.sums.rules import agreements_on, change_days, established_on

RULE = gettext_lazy(
    "For each day on which the total changed, the total of that day less the total before; a year is the sum of its "
    "days. A later official number below the one before takes away."
)


def explain_agreements(sums, day):
    return _explain("agreements", agreements_on, sums, day)


def explain_established(sums, day):
    return _explain("established", established_on, sums, day)


def _explain(key, total_on, sums, day):
    """The changes of a year add up to what the total is at its end, less what it was at the end of the year before."""
    days, parts, before = change_days(sums), [], 0
    for year in range(days[0].year, day.year + 1) if days else ():
        total = total_on(sums, min(datetime.date(year, 12, 31), day)).value
        parts.append(Part(str(year), str(year), total - before))
        before = total
    return Explanation(total_on(sums, day).value, when_asked(_rows, key, total_on, sums, day), parts=parts)


def _rows(key, total_on, sums, day):
    return Rows(others=list(_changes(key, total_on, sums, day)))


def _changes(key, total_on, sums, day):
    """A row for each day up to `day` on which the total changed, in order of days."""
    address, before = reverse("figures:figure-detail", args=[key]), 0
    for changed in change_days(sums):
        total = total_on(sums, changed).value
        if changed > day or total == before:
            continue
        yield Row(
            "day",
            None,
            _("From %(before)s to %(after)s") % {"before": before, "after": total},
            amount=total - before,
            part=str(changed.year),
            address=address,
            day=PartialDate(changed, Precision.DAY),
        )
        before = total


FIGURES = [
    Figure(
        key="agreements_by_year",
        label=gettext_lazy("Agreements by year"),
        definition=gettext_lazy("What each year added to the total of agreements; the years add up to the total."),
        rule=RULE,
        base=gettext_lazy("All agreements up to the day."),
        left_out=gettext_lazy("The same as for all agreements: drafts, what is later or has no day."),
        unit=Unit.AGREEMENTS,
        explain=explain_agreements,
    ),
    Figure(
        key="established_by_year",
        label=gettext_lazy("Opened in Gwangju by year"),
        definition=gettext_lazy(
            "What each year added to the total of companies that opened; the years add up to the total."
        ),
        rule=RULE,
        base=gettext_lazy("All companies opened in Gwangju up to the day."),
        left_out=gettext_lazy("The same as for all companies opened: plans, drafts, what is later or has no day."),
        unit=Unit.COMPANIES,
        explain=explain_established,
    ),
]
