from django.db.models import Prefetch
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.generic import DetailView, View

from agreements.filters import RoundFilterSet
from agreements.models import Agreement, Commitment, SigningRound
from agreements.tables import PartyTable, RoundTable, number_of, numbers_badge
from common.parameters import kept_clocks
from companies.models import Company
from companies.models.establishment import with_place_status
from companies.tables import name_text
from editions.clocks import TwoClocksMixin
from editions.lists import RegisterListView
from editions.models import Publishable
from editions.withdrawn import WithdrawnMixin
from sources.models import published_sources


class RoundListView(RegisterListView):
    template_name = "agreements/round_list.html"
    filterset_class = RoundFilterSet
    table_class = RoundTable
    per_page = 20

    def rows(self, day):
        rounds = SigningRound.objects.published().known_by(day, undated=self.clocks.is_today)
        parties = Prefetch("agreements", named_agreements(), to_attr="named")
        return rounds.with_size().with_established(day).prefetch_related(parties)


class RoundDetailView(TwoClocksMixin, WithdrawnMixin, DetailView):
    template_name = "agreements/round_detail.html"

    def get_queryset(self):
        companies = with_place_status(Company.objects.select_related("field"), self.clocks.as_of)
        parties = named_agreements().select_related(None).prefetch_related(None)
        parties = parties.prefetch_related("signatories", Prefetch("company", companies), "company__aliases")
        points = Commitment.objects.with_state_on(self.clocks.as_of)
        points = points.prefetch_related(published_sources("evidence"), "agreement__company__aliases")
        return (
            SigningRound.objects.published()
            .with_size()
            .prefetch_related(
                "attendees",
                Prefetch("commitments", points),
                published_sources(),
                Prefetch("agreements", parties, to_attr="named"),
            )
        )

    def get_context_data(self, **kwargs):
        signing_round = self.object
        points = signing_round.commitments.all()
        own_points = [point for point in points if point.agreement_id is not None]
        for point in own_points:
            point.company_name = name_text(point.agreement.company)
        earlier, later = neighbours(signing_round, self.clocks.as_of, undated=self.clocks.is_today)
        return super().get_context_data(
            round=signing_round,
            is_later=signing_round.signed_on is not None and signing_round.signed_on > self.clocks.as_of,
            days=[(signing_round.signed_on, _("day of signing"))] if signing_round.signed_on else [],
            badge=numbers_badge(signing_round),
            parties=party_table(signing_round, self.request),
            unnamed=signing_round.size - len(signing_round.named),
            round_points=[point for point in points if point.agreement_id is None],
            own_points=own_points,
            earlier=earlier,
            later=later,
            **kwargs,
        )


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


def named_agreements():
    """Agreements whose company is public, in the order listed."""
    agreements = Agreement.objects.filter(company__status=Publishable.Status.PUBLISHED).order_by("order", "pk")
    return agreements.select_related("company").prefetch_related("company__aliases")


def party_table(signing_round, request):
    """The parties; without a column of numbers where none is known."""
    numbered = any(number_of(agreement) for agreement in signing_round.named)
    return PartyTable(signing_round.named, request=request, exclude=() if numbered else ("number",))


def neighbours(signing_round, day, *, undated):
    """The rounds before and after this one among those known on `day`, None at the ends."""
    known = SigningRound.objects.published().known_by(day, undated=undated)
    keys = list(known.values_list("pk", flat=True))
    if signing_round.pk not in keys:
        return None, None
    place = keys.index(signing_round.pk)
    beside = known.in_bulk(keys[max(place - 1, 0) : place + 2])
    return (
        beside.get(keys[place + 1]) if place + 1 < len(keys) else None,
        beside.get(keys[place - 1]) if place else None,
    )
