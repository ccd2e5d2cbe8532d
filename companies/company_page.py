"""A company's page: its story at a glance, as far as it is known on a day."""

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from companies.freshness import freshest, last_seen
from companies.gaps import not_known
from companies.models import Alias, Company
from companies.models.establishment import PlaceStatus, with_place_status
from companies.summary import sentences
from companies.tables import name_in_language, name_text, status_badge
from companies.timeline import PLACE_EVENTS, timeline
from editions.citation_files import CitationFileView, cite
from editions.clocks import TwoClocksMixin
from editions.withdrawn import WithdrawnMixin
from sources.models import published_sources

DAYS_NAMED = 3


class CompanyDetailView(TwoClocksMixin, WithdrawnMixin, DetailView):
    template_name = "companies/company_detail.html"

    def get(self, request, *args, **kwargs):
        """A company that was merged leads to the one that stands for it, until the merge is undone."""
        merged = Company.objects.exclude(merged_into=None).filter(pk=kwargs["pk"]).first()
        if merged is None:
            return super().get(request, *args, **kwargs)
        query = request.META["QUERY_STRING"]
        address = merged.standing().get_absolute_url()
        return HttpResponsePermanentRedirect(
            f"{address}?{query}" if query else address, headers={"Cache-Control": "no-cache"}
        )

    def get_queryset(self):
        companies = with_place_status(Company.objects.published(), self.clocks.as_of)
        return companies.select_related("field").prefetch_related("aliases", published_sources())

    def get_context_data(self, **kwargs):
        company, day, undated = self.object, self.clocks.as_of, self.clocks.is_today
        agreements = agreements_of(company, day, undated=undated)
        heads, former_heads = heads_of(company, day, agreements)
        places = places_of(company, day)
        people = [*heads, *former_heads]
        return super().get_context_data(
            name=name_text(company),
            plain_name=name_in_language(company),
            other_names=other_names(company),
            sentences=sentences(company, agreements, places, day),
            badge=status_badge(company.place_status),
            freshness=freshest([place for place in places if place.place_status == PlaceStatus.OPEN], day),
            heads=heads,
            former_heads=former_heads,
            agreements=agreements,
            places=places,
            timeline=timeline(company, day, agreements=agreements, places=places, heads=people, undated=undated),
            gaps=not_known(company, heads=heads, agreements=agreements, places=places, day=day),
            sources=sources_of(company, people, agreements, places),
            days=days_of_signing(agreements),
            citation=cite_company(self, company),
            **kwargs,
        )


class CompanyCitationView(CitationFileView):
    """The citation of a company's page as a file."""

    def citation(self, pk):
        return cite_company(self, get_object_or_404(Company.objects.published(), pk=pk))


def cite_company(view, company):
    """The Citation of a company, by its name in the reader's language and what its page is."""
    title = _("%(company)s: entry in the register") % {"company": name_in_language(company)}
    return cite(view, name=f"company-{company.pk}", title=title, page=company.get_absolute_url())


def other_names(company):
    """(name, what it is, its alias) of the names to show beside the one in the heading: first the Korean one where an
    English one is the heading; a misprint is no name."""
    shown = name_in_language(company)
    aliases = [alias for alias in company.aliases.all() if alias.kind != Alias.Kind.MISPRINT and alias.name != shown]
    names = [(alias.name, alias.get_kind_display(), alias) for alias in aliases]
    if get_language() != "ko" and shown != company.name:
        names.insert(0, (company.name, _("Korean name"), None))
    return names


def heads_of(company, day, agreements):
    """(those in office on `day`, those who had left before); each with `signed`, the rounds for which they signed."""
    heads = list(company.representatives.known_by(day).prefetch_related(published_sources()))
    for head in heads:
        head.signed = [
            agreement.round
            for agreement in agreements
            if head.name in [signatory.name for signatory in agreement.signatories.all()]
        ]
    left = [head for head in heads if head.ended_on and head.ended_on < day]
    return [head for head in heads if head not in left], left


def agreements_of(company, day, *, undated):
    """The company's agreements of published rounds, newest first, each with its own points and those of its round."""
    agreements = list(company.agreements.public().known_by(day, undated=undated).select_related("round"))
    points = company.agreements.model._meta.get_field("commitments").related_model.objects.with_state_on(day)
    points = Prefetch("round__commitments", points.prefetch_related(published_sources("evidence")))
    prefetch_related_objects(agreements, "signatories", points, published_sources("round__sources"))
    for agreement in agreements:
        points = agreement.round.commitments.all()
        agreement.own_points = [point for point in points if point.agreement_id == agreement.pk]
        agreement.round_points = [point for point in points if point.agreement_id is None]
        agreement.has_states = any(point.shown_state for point in agreement.own_points + agreement.round_points)
    return agreements


def places_of(company, day):
    """The company's places of which something was known on `day`, each with the dates up to then. What is not told
    by day (people there, note) is for a day on which all of the place's dates were known."""
    places = list(company.establishments.known_by(day).with_status(day).select_related("district"))
    prefetch_related_objects(places, published_sources())
    for place in places:
        dates = {name: getattr(place, name) for name in ("announced_on", *PLACE_EVENTS)}
        later = {name for name, date in dates.items() if date and date > day}
        place.shown_dates = [
            (name, event.label)
            for name, event in PLACE_EVENTS.items()
            if dates[name] and name not in {*later, "confirmed_on"}
        ]
        place.is_told_whole = not later
        place.last_seen = last_seen(place, day)
        place.badge = status_badge(place.place_status)
    return places


def sources_of(company, people, agreements, places):
    """Every source of the page, each once, those of its newest facts first."""
    rows = [agreement.round for agreement in agreements] + [*places, company, *people]
    named = [source for row in rows for source in row.sources.all()]
    for agreement in agreements:
        for point in agreement.own_points + agreement.round_points:
            named += point.shown_evidence
    return list({source.pk: source for source in named}.values())


def days_of_signing(agreements):
    """Days to look at the company on: those on which it signed, the newest three."""
    dated = [agreement.round.signed_on for agreement in agreements if agreement.round.signed_on]
    return [(day, _("day of signing")) for day in dated[:DAYS_NAMED]]
