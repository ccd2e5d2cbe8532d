from django.views.generic import TemplateView

from editions.clocks import TwoClocksMixin
from figures.dashboard.overview import overview
from figures.definitions import FIGURES, HEADLINE
from figures.sums.day_sums import read_day_sums


class DashboardView(TwoClocksMixin, TemplateView):
    template_name = "figures/dashboard.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = overview(read_day_sums(), context["as_of"], context["today"])
        return {**context, "overview": shown, "figures": {key: FIGURES[key] for key in HEADLINE}}
