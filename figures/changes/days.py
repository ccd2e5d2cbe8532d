"""What moved a total from day to day: signings, openings, closings, and what was stated or printed.

Day by day: what the rules count for that day comes first; then the evidence of that day, which is worth what it says
less what the rules gave just before it; then what the register names beyond both.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import SigningRound
from common.parameters import kept_clocks
from companies.models import Company
from companies.tables import name_in_language
from editions.past import register_at
from figures.changes.lines import Cause, ChangeLine
from figures.sums.day_sums import companies_moved, companies_standing
from figures.sums.kept import sums_of
from figures.sums.rules import agreements_on, change_days, established_on


@dataclass(frozen=True)
class ChangingTotal:
    """A total of rules.py; `moves(sums, after, until)` gives the lines of what its rule counts, in order of days."""

    label: str
    on: Callable
    moves: Callable


def lines_of_days(total, span):
    """Every step of `total` in the days of `span`, as its later edition knows them."""
    sums = sums_of(span.last_edition)
    with register_at(span.last_edition):
        moves = {}
        for line in total.moves(sums, span.first_day, span.last_day):
            moves.setdefault(line.day, []).append(line)
        lines, before = [], total.on(sums, span.first_day)
        for day in change_days(sums):
            if span.first_day < day <= span.last_day:
                after = total.on(sums, day)
                lines += _lines_of_day(day, moves.get(day, []), before, after)
                before = after
    return [_as_known(line, span.last_edition) for line in lines]


def _as_known(line, edition):
    """Leads to its evidence on that day, as that edition has it."""
    clocks = kept_clocks({}, as_of=line.day.isoformat(), edition=edition)
    return replace(line, address=line.address and line.address + clocks)


def _lines_of_day(day, moves, before, after):
    given = _counted(before) + sum(line.amount for line in moves)
    lines = list(moves)
    if after.base != before.base and after.base.total != given:
        lines.append(_line_of_evidence(after.base, given))
    beyond = (after.value - _counted(after)) - (before.value - _counted(before))
    if beyond:
        lines.append(ChangeLine(Cause.NAMED, _("The register names more than this gives"), beyond, day))
    return lines


def _counted(total):
    """What base and flows give; without a base, what the register names is what is counted."""
    return total.base.total + total.since if total.base else total.value


def _line_of_evidence(point, given):
    words = {"said": point.total, "given": given}
    if point.statement_id:
        address = reverse("figures:statement-detail", args=[point.statement_id])
        text = _("Officially stated: %(said)s; the register gave %(given)s until then") % words
        return ChangeLine(Cause.STATEMENT, text, point.total - given, point.day, address=address)
    signing_round = SigningRound.objects.get(pk=point.round_id)
    text = _("Last number printed for the round: %(said)s; the register gave %(given)s until then") % words
    address = signing_round.get_absolute_url()
    return ChangeLine(Cause.NUMBER, text, point.total - given, point.day, address=address)


def _signings(sums, after, until):
    rounds = SigningRound.objects.published().filter(signed_on__gt=after, signed_on__lte=until).with_size()
    return [
        ChangeLine(Cause.SIGNING, found.heading, found.size, found.signed_on, address=found.get_absolute_url())
        for found in rounds.filter(size__gt=0).order_by("signed_on", "first_number", "pk")
    ]


def _openings(sums, after, until):
    """Until the first official number (inclusive) the total is what the register names; after it, known openings and
    closings alone move it."""
    first = sums.established_points[0].day if sums.established_points else until
    moves = companies_standing(after=after, until=min(first, until))
    moves += companies_moved(after=after, until=until)
    companies = Company.objects.prefetch_related("aliases").in_bulk({pk for _day, pk, _change in moves})
    lines = [_line_of_company(companies[pk], day, change) for day, pk, change in moves]
    return sorted(lines, key=lambda line: (line.day, line.kind, line.words))


def _line_of_company(company, day, change):
    cause = Cause.OPENING if change > 0 else Cause.CLOSING
    return ChangeLine(cause, name_in_language(company), change, day, address=company.get_absolute_url())


TOTALS = {
    "agreements": ChangingTotal(gettext_lazy("Agreements"), agreements_on, _signings),
    "established": ChangingTotal(gettext_lazy("Opened in Gwangju"), established_on, _openings),
}
