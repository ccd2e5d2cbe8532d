from companies.filters import PlaceFilterSet
from companies.listings import places_listed
from companies.place_tables import PlaceTable
from companies.tables import names_read
from editions.lists import RegisterListView
from sources.models import published_sources


class PlaceListView(RegisterListView):
    """Places of which something is known on the day, those closed by then only where they are asked for."""

    template_name = "companies/place_list.html"
    filterset_class = PlaceFilterSet
    table_class = PlaceTable
    per_page = 20

    def rows(self, day):
        places = places_listed(day).select_related("company", "district")
        return places.prefetch_related(*names_read("company__"), published_sources())
