from django.db.models import DateField, Value

from companies.filters import PlaceFilterSet
from companies.models import Company, Establishment
from companies.models.establishment import PlaceStatus
from companies.place_tables import PlaceTable
from editions.lists import RegisterListView
from sources.models import published_sources


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
