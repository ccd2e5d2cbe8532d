from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode
from django.views.generic import TemplateView

from editions.clocks import TwoClocksMixin
from editions.models import Edition
from editions.past import register_at
from figures.cards import read_card
from figures.day_sums import read_day_sums
from figures.definitions import FIGURES
from figures.words import value_in_words


class FigureCardView(TwoClocksMixin, TemplateView):
    """The frozen figure of a day and an edition. Without both in its address it leads to the card of now."""

    template_name = "figures/figure_card.html"

    def get(self, request, *args, **kwargs):
        if kwargs["key"] not in FIGURES or not self.clocks.edition:
            raise Http404
        permanent = urlencode({"as_of": self.clocks.as_of, "edition": self.clocks.edition})
        if request.GET.urlencode() != permanent:
            return HttpResponseRedirect(f"{request.path}?{permanent}")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, key, **kwargs):
        figure, clocks = FIGURES[key], self.clocks
        edition = get_object_or_404(Edition, number=clocks.edition)
        explanation = figure.explain(read_day_sums(), clocks.as_of)
        card = read_card(figure, explanation, as_of=clocks.as_of, edition=edition)
        address = self.request.build_absolute_uri()
        return super().get_context_data(
            card=card,
            address=address,
            citation=card.citation(address),
            bibtex=card.bibtex(address),
            later=self._later(card),
            **kwargs,
        )

    def _later(self, card):
        """What the present edition gives for the day, in words; empty where it gives the same."""
        if self.clocks.is_present_edition:
            return ""
        with register_at(None):
            value = card.figure.explain(read_day_sums(), card.as_of).value
        return "" if value == card.value else value_in_words(card.figure.unit, value)
