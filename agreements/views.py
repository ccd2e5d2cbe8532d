from django.db.models import Prefetch
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.generic import View

from agreements.filters import RoundFilterSet
from agreements.listings import rounds_listed
from agreements.models import Agreement, Commitment, SigningRound
from agreements.tables import RoundTable
from common.parameters import kept_clocks
from companies.tables import names_read
from editions.clocks import TwoClocksMixin
from editions.lists import RegisterListView


class RoundListView(RegisterListView):
    template_name = "agreements/round_list.html"
    filterset_class = RoundFilterSet
    table_class = RoundTable
    per_page = 20

    def rows(self, day):
        named = Agreement.objects.named().prefetch_related(*names_read("company__"))
        parties = Prefetch("agreements", named, to_attr="named")
        return rounds_listed(day, undated=self.clocks.is_today).prefetch_related(parties)


class AgreementNumberView(TwoClocksMixin, View):
    """`/agreements/141/` leads to the round whose range of numbers holds 141."""

    def get(self, request, *args, number, **kwargs):
        signing_round = SigningRound.objects.published().holding(number).first()
        if signing_round is None:
            raise Http404
        return HttpResponseRedirect(signing_round.get_absolute_url() + kept_clocks(request.GET))


class CommitmentView(TwoClocksMixin, View):
    """`/commitments/7/` leads to the agreed point on the page of its round."""

    def get(self, request, *args, pk, **kwargs):
        point = get_object_or_404(Commitment.objects.public().select_related("round"), pk=pk)
        address = point.round.get_absolute_url() + kept_clocks(request.GET)
        return HttpResponseRedirect(f"{address}#{point.anchor}")
