"""The page of one signing round, as of a day: who signed, what was agreed, and who has come to the city since."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.generic import DetailView

from agreements.models import Agreement, Commitment, SigningRound
from agreements.tables import PartyTable, number_of, numbers_badge
from common.partial_dates import PartialDate
from companies.models import Company, Establishment
from companies.models.establishment import with_place_status
from companies.tables import name_text, names_read
from editions.citation_files import CitationFileView, cite
from editions.clocks import TwoClocksMixin
from editions.withdrawn import WithdrawnMixin
from sources.models import published_sources


class RoundDetailView(TwoClocksMixin, WithdrawnMixin, DetailView):
    template_name = "agreements/round_detail.html"

    def get_queryset(self):
        day = self.clocks.as_of
        open_places = Prefetch("establishments", Establishment.objects.open_on(day), to_attr="open_places")
        companies = with_place_status(Company.objects.select_related("field"), day).prefetch_related(open_places)
        parties = Agreement.objects.named().select_related(None)
        parties = parties.prefetch_related("signatories", Prefetch("company", companies), *names_read("company__"))
        points = Commitment.objects.with_state_on(day)
        points = points.prefetch_related(published_sources("evidence"), *names_read("agreement__company__"))
        return (
            SigningRound.objects.published()
            .with_size()
            .with_established(day)
            .prefetch_related(
                "attendees",
                Prefetch("commitments", points),
                published_sources(),
                Prefetch("agreements", parties, to_attr="named"),
            )
        )

    def get_context_data(self, **kwargs):
        signing, day = self.object, self.clocks.as_of
        points = list(signing.commitments.all())
        own_points = [point for point in points if point.agreement_id is not None]
        for point in own_points:
            point.company_name = name_text(point.agreement.company)
        earlier, later = neighbours(signing, day, undated=self.clocks.is_today)
        return super().get_context_data(
            round=signing,
            is_later=signing.signed_on is not None and signing.signed_on > day,
            days=[(signing.signed_on, _("day of signing"))] if signing.signed_on else [],
            badge=numbers_badge(signing),
            parties=party_table(signing, day, self.request),
            unnamed=signing.size - len(signing.named),
            round_points=[point for point in points if point.agreement_id is None],
            own_points=own_points,
            has_states=any(point.shown_state for point in points),
            gaps=not_known(signing, points),
            sources=sources_of(signing, points),
            earlier=earlier,
            later=later,
            citation=cite_round(self, signing),
            **kwargs,
        )


class RoundCitationView(CitationFileView):
    """The citation of a signing round as a file."""

    def citation(self, slug):
        return cite_round(self, get_object_or_404(SigningRound.objects.published(), slug=slug))


def cite_round(view, signing):
    """The Citation of a round: what it is called, and its day where that is not its name."""
    known = PartialDate.read(signing, "signed_on") if signing.numbers else None
    day = _("signed on %(day)s") % {"day": known.in_words()} if known else ""
    title = ", ".join(filter(None, [signing.heading, day]))
    return cite(view, name=f"round-{signing.slug}", title=title, page=signing.get_absolute_url())


def party_table(signing, day, request):
    """The parties; without a column of which nothing is known."""
    known = {
        "number": any(number_of(agreement) for agreement in signing.named),
        "signatories": any(agreement.signatories.all() for agreement in signing.named),
        "field": any(agreement.company.field for agreement in signing.named),
    }
    unknown = [name for name, is_known in known.items() if not is_known]
    return PartyTable(signing.named, day=day, request=request, exclude=unknown)


def not_known(signing, points):
    """What is not known of the round, in words, each once."""
    unnamed = signing.size - len(signing.named)
    unsigned = sum(not agreement.signatories.all() for agreement in signing.named)
    several = len(signing.named) > 1
    gaps = [
        (not signing.signed_on, _("the day of signing")),
        (not signing.numbers, _("the numbers of the agreements")),
        (several and not all(map(number_of, signing.named)), _("which number is whose")),
        (not signing.venue, _("where it was signed")),
        (not signing.city_signatory_name, _("who signed for the city")),
        (unnamed > 0, ngettext("the name of %(n)s party", "the names of %(n)s parties", unnamed) % {"n": unnamed}),
        (unsigned, ngettext("who signed for %(n)s party", "who signed for %(n)s parties", unsigned) % {"n": unsigned}),
        (not points, pgettext("not known", "what was agreed")),
        (points and not all(point.shown_state for point in points), _("what came of the agreed points")),
    ]
    return [gap for is_open, gap in gaps if is_open]


def sources_of(signing, points):
    """The sources of the round and of what came of its points, each once."""
    named = [*signing.sources.all(), *(source for point in points for source in point.shown_evidence)]
    return list({source.pk: source for source in named}.values())


def neighbours(signing, day, *, undated):
    """The rounds before and after this one among those known on `day`, None at the ends: by day, or by number where
    its day is not known; a round with neither stands beside none."""
    known = SigningRound.objects.published().known_by(day, undated=undated)
    if signing.signed_on is not None:
        return _neighbours_by_day(signing, known.filter(signed_on__isnull=False))
    if signing.numbers and undated:
        earlier = known.filter(last_number__lt=signing.first_number).order_by("-last_number")
        later = known.filter(first_number__gt=signing.last_number).order_by("first_number")
        return earlier.first(), later.first()
    return None, None


def _neighbours_by_day(signing, known):
    keys = list(known.values_list("pk", flat=True))
    if signing.pk not in keys:
        return None, None
    place = keys.index(signing.pk)
    beside = known.in_bulk(keys[max(place - 1, 0) : place + 2])
    return (
        beside.get(keys[place + 1]) if place + 1 < len(keys) else None,
        beside.get(keys[place - 1]) if place else None,
    )
