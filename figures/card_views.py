from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode
from django.views.generic import TemplateView

from editions.models import Edition
from editions.past import register_at
from figures.cards import read_card
from figures.figure_views import OneFigureMixin
from figures.sums.day_sums import read_day_sums
from figures.values import in_words, in_words_with_base


class FigureCardView(OneFigureMixin, TemplateView):
    """The frozen figure of a day and an edition. Without both in its address it leads to the card of now."""

    template_name = "figures/figure_card.html"

    def get(self, request, *args, **kwargs):
        if not self.clocks.edition:
            raise Http404
        permanent = urlencode({"as_of": self.clocks.as_of, "edition": self.clocks.edition})
        if request.GET.urlencode() != permanent:
            return HttpResponseRedirect(f"{request.path}?{permanent}")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        edition = get_object_or_404(Edition, number=self.clocks.edition)
        card = read_card(self.figure, self.explained, as_of=self.clocks.as_of, edition=edition)
        return super().get_context_data(
            card=card,
            value=in_words_with_base(self.figure, self.explained),
            citation=self.figure_citation(),
            later=self._later(card),
            **kwargs,
        )

    def _later(self, card):
        """What the present edition gives for the day, in words; empty where it gives the same."""
        if self.clocks.is_present_edition:
            return ""
        with register_at(None):
            value = self.figure.explain(read_day_sums(), card.as_of).value
        return "" if value == card.value else in_words(value, self.figure.unit)
