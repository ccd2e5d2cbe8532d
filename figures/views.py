from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from agreements.models import Statement
from editions.clocks import TwoClocksMixin
from figures.dashboard import checks_of, overview
from figures.day_sums import read_day_sums
from figures.definitions import FIGURES, HEADLINE


class DashboardView(TwoClocksMixin, TemplateView):
    template_name = "figures/dashboard.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = overview(read_day_sums(), context["as_of"], context["today"])
        return {**context, "overview": shown, "figures": {key: FIGURES[key] for key in HEADLINE}}


class StatementListView(TwoClocksMixin, TemplateView):
    """Every official statement up to the day, newest first, each number beside what the register gives."""

    template_name = "figures/statement_list.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        sums = read_day_sums()
        statements = Statement.objects.published().prefetch_related("figures", "sources")
        dated = statements.filter(as_of__lte=context["as_of"])
        return {
            **context,
            "ledger": [(statement, checks_of(statement, sums)) for statement in dated],
            "undated": statements.filter(as_of__isnull=True),
        }


class StatementDetailView(TwoClocksMixin, TemplateView):
    template_name = "figures/statement_detail.html"

    def get_context_data(self, pk, **kwargs):
        context = super().get_context_data(**kwargs)
        statements = Statement.objects.published().prefetch_related("figures", "sources")
        statement = get_object_or_404(statements, pk=pk)
        return {**context, "statement": statement, "checks": checks_of(statement, read_day_sums()).values()}
