from django.db.models import DateField, Prefetch, Value, prefetch_related_objects
from django.http import HttpResponsePermanentRedirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from companies.filters import CompanyFilterSet, PlaceFilterSet
from companies.freshness import last_seen
from companies.models import Alias, Company, Establishment, Representative
from companies.models.establishment import PlaceStatus, with_place_status
from companies.place_tables import PlaceTable
from companies.tables import CompanyTable, name_in_language, name_text, status_badge
from editions.clocks import TwoClocksMixin
from editions.lists import RegisterListView
from editions.withdrawn import WithdrawnMixin
from sources.models import published_sources

PLACE_DATES = {
    "announced_on": _("Plan announced"),
    "planned_on": _("Planned for"),
    "opened_on": _("Opened"),
    "confirmed_on": _("Last confirmed"),
    "closing_reported_on": _("Closing reported"),
    "closed_on": _("Closed"),
}


class CompanyListView(RegisterListView):
    template_name = "companies/company_list.html"
    filterset_class = CompanyFilterSet
    table_class = CompanyTable

    def rows(self, day):
        companies = Company.objects.published().listed_on(day).with_first_signed_on(day)
        companies = companies.with_first_signed_on_precision()
        companies = companies.with_agreement_count(day, undated=self.clocks.is_today)
        open_places = Establishment.objects.open_on(day).select_related("district")
        return (
            with_place_status(companies, day)
            .select_related("field")
            .prefetch_related(
                "aliases",
                Prefetch("representatives", Representative.objects.on(day), to_attr="heads"),
                Prefetch("establishments", open_places, to_attr="open_places"),
            )
        )


class PlaceListView(RegisterListView):
    """Places of which something is known on the day, without those closed by then."""

    template_name = "companies/place_list.html"
    filterset_class = PlaceFilterSet
    table_class = PlaceTable
    per_page = 20

    def rows(self, day):
        listed = Company.objects.published().listed_on(day).order_by()
        places = Establishment.objects.filter(company__in=listed.values("pk")).known_by(day)
        return (
            places.with_status(day)
            .exclude(place_status=PlaceStatus.CLOSED)
            .with_last_seen(day)
            .annotate(as_of=Value(day, DateField()))
            .select_related("company", "district")
            .prefetch_related("company__aliases", published_sources())
        )


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
        company, day = self.object, self.clocks.as_of
        agreements = agreements_of(company, day, undated=self.clocks.is_today)
        places = places_of(company, day)
        heads, former_heads = heads_of(company, day)
        return super().get_context_data(
            name=name_text(company),
            plain_name=name_in_language(company),
            other_names=other_names(company),
            badge=status_badge(company.place_status),
            heads=heads,
            former_heads=former_heads,
            agreements=agreements,
            places=places,
            timeline=timeline(agreements, places),
            profile_sources=unique([company, *heads, *former_heads]),
            **kwargs,
        )


def unique(rows):
    """The sources of several rows, each once."""
    return list({source.pk: source for row in rows for source in row.sources.all()}.values())


def other_names(company):
    """Names to show beside the one in the heading; a misprint is no name."""
    shown = name_in_language(company)
    names = [alias for alias in company.aliases.all() if alias.kind != Alias.Kind.MISPRINT and alias.name != shown]
    return names


def heads_of(company, day):
    """(those in office on `day`, those who had left before)."""
    heads = company.representatives.on(day).prefetch_related(published_sources())
    left = company.representatives.filter(ended_on__lt=day).prefetch_related(published_sources())
    return list(heads), list(left)


def agreements_of(company, day, *, undated):
    """The company's agreements of published rounds, with what the page tells of each."""
    agreements = list(company.agreements.public().known_by(day, undated=undated).select_related("round"))
    points = company.agreements.model._meta.get_field("commitments").related_model.objects.with_state_on(day)
    points = Prefetch("round__commitments", points.prefetch_related(published_sources("evidence")))
    prefetch_related_objects(agreements, "signatories", points, published_sources("round__sources"))
    for agreement in agreements:
        points = agreement.round.commitments.all()
        agreement.own_points = [point for point in points if point.agreement_id == agreement.pk]
        agreement.round_points = [point for point in points if point.agreement_id is None]
    return agreements


def places_of(company, day):
    """The company's places of which something was known on `day`; each with `shown_dates`, nothing later than `day`."""
    places = []
    for place in company.establishments.with_status(day).select_related("district"):
        known = [name for name in PLACE_DATES if getattr(place, name)]
        announced = place.announced_on is None or place.announced_on <= day
        shown = [name for name in known if (announced if name == "planned_on" else getattr(place, name) <= day)]
        if known and not shown:
            continue
        place.shown_dates = [(name, PLACE_DATES[name]) for name in shown]
        place.is_told_whole = shown == known
        place.opening_unknown = "opened_on" not in shown and place.place_status != PlaceStatus.PLANNED
        place.badge = status_badge(place.place_status)
        places.append(place)
    prefetch_related_objects(places, published_sources())
    for place in places:
        place.last_seen = last_seen(place, day)
    return places


def timeline(agreements, places):
    """Signings and what happened with the places, newest first, what has no date last."""
    entries = [{"agreement": agreement, "row": agreement.round, "date": "signed_on"} for agreement in agreements]
    entries += [
        {"place": place, "row": place, "date": name, "label": label}
        for place in places
        for name, label in place.shown_dates
        if name != "planned_on"
    ]
    dated = [entry for entry in entries if getattr(entry["row"], entry["date"])]
    dated.sort(key=lambda entry: getattr(entry["row"], entry["date"]), reverse=True)
    return dated + [entry for entry in entries if entry not in dated]
