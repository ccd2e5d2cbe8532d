from django.db.models import DateField, Prefetch, Value

from companies.filters import CompanyFilterSet, PlaceFilterSet
from companies.models import Company, Establishment, Representative
from companies.models.establishment import PlaceStatus, with_place_status
from companies.place_tables import PlaceTable
from companies.tables import CompanyTable
from editions.lists import RegisterListView
from sources.models import published_sources


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
