from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from agreements.models import Statement
from common.parameters import ParametersRefused, give_one_of
from editions.clocks import TwoClocksMixin
from editions.lists import page_of
from figures.dashboard.over_time import draw_over_time
from figures.figure_views import shortened
from figures.statements.checks import Measure, Verdict, checked_numbers, checks_of
from figures.statements.ledger import read_ledger
from figures.statements.lines import lines_of, named_in_words, verdict_in_words
from figures.sums.kept import sums_shown
from sources.models import published_sources

NUMBERS_PER_PAGE = 20


class StatementListView(TwoClocksMixin, TemplateView):
    """Every stated number up to the day, newest first, beside what the register gives."""

    template_name = "figures/statement_list.html"
    parameters = frozenset({"verdict", "measure", "page"})

    def get_context_data(self, **kwargs):
        query, clocks, sums = self.request.GET, self.clocks, sums_shown(self.clocks)
        verdict, measure = read_choice(query, "verdict", Verdict), read_choice(query, "measure", Measure)
        ledger = read_ledger(sums, clocks.as_of, verdict, measure)
        return super().get_context_data(
            **kwargs,
            ledger=ledger,
            page=page_of(ledger.checks, NUMBERS_PER_PAGE, query),
            verdict=verdict,
            measure=measure,
            over_time=draw_over_time(sums, checked_numbers(sums), day=clocks.as_of, today=clocks.today),
        )


class StatementDetailView(TwoClocksMixin, TemplateView):
    """One statement: each of its numbers, and line by line what the register gives for that day."""

    template_name = "figures/statement_detail.html"

    def get_context_data(self, pk, **kwargs):
        statement = get_object_or_404(Statement.objects.published().prefetch_related(published_sources()), pk=pk)
        explained = [
            (checked, shortened(lines_of(checked)), [verdict_in_words(checked), named_in_words(checked)])
            for checked in checks_of(statement, sums_shown(self.clocks)).values()
        ]
        is_later = statement.as_of is not None and statement.as_of > self.clocks.as_of
        return super().get_context_data(**kwargs, statement=statement, checks=explained, is_later=is_later)


def read_choice(query, name, choices):
    """The value of `choices` asked for, "" where none is; refuses any other."""
    value = query.get(name, "")
    if value and value not in choices.values:
        raise ParametersRefused([(name, give_one_of(choices.values))])
    return value
