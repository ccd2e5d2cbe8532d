from django.views.generic import TemplateView, View

from editions.clocks import TwoClocksMixin
from editions.sheets import as_attachment, write_sheet
from figures.dashboard.over_time import COLUMNS, table_of, totals_over_time
from figures.dashboard.overview import overview
from figures.definitions import FIGURES, HEADLINE
from figures.row_files import header_of
from figures.sums.kept import sums_shown


class DashboardView(TwoClocksMixin, TemplateView):
    template_name = "figures/dashboard.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = overview(sums_shown(self.clocks), context["as_of"], context["today"])
        return {**context, "overview": shown, "figures": {key: FIGURES[key] for key in HEADLINE}}


class OverTimeFileView(TwoClocksMixin, View):
    """The totals over time as a file: the rows of the table below the chart."""

    parameters = frozenset({"headers"})

    def get(self, request):
        header = header_of(COLUMNS, request.GET)
        content = write_sheet("csv", header, table_of(totals_over_time(sums_shown(self.clocks), self.clocks.as_of)))
        return as_attachment(content, f"over-time-{self.clocks.as_of}-{self.clocks.edition_in_name}", "csv")
