"""The directory: every company of a day, to be searched, narrowed and sorted."""

from companies.at_hand.listing import Listing
from companies.at_hand.rows import ListedRows
from companies.directory_table import SORTS, CompanyTable
from companies.facets import facets_of
from companies.filters import CompanyFilterSet
from companies.models import Company
from companies.ways_on import ways_on
from editions.lists import RegisterListView


class CompanyListView(RegisterListView):
    template_name = "companies/company_list.html"
    filterset_class = CompanyFilterSet
    table_class = CompanyTable

    def rows(self, day):
        """Any companies: those that are listed are at hand (at_hand/), and of them a page is read."""
        return Company.objects.all()

    def make_table(self, filterset, sort):
        """While something is searched and no order asked for, the best match comes first."""
        self.listing = Listing(filterset, self.clocks)
        order = () if filterset.reading and not sort else sort or None
        rows = ListedRows(self.listing)
        return CompanyTable(rows, reading=filterset.reading, order_by=order, request=self.request)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        filterset = context["filter"]
        if not context["count"]:
            listed = Company.objects.published().listed_on(self.clocks.as_of)
            context["ways_on"] = ways_on(self.listing, listed)
        days = [filterset.form["signed_after"], filterset.form["signed_before"]]
        facets = facets_of(filterset, self.listing.counts())
        return {**context, "facets": facets, "signed_days": days, "sorts": self._sorts(filterset)}

    def _sorts(self, filterset):
        """(label, address, whether it is in use) of the orders that people ask for."""
        asked = self.request.GET.get("sort") or ("" if filterset.reading else CompanyTable._meta.order_by[0])
        offered = [(sort, label) for sort, label in SORTS if sort or filterset.reading]
        return [(label, filterset.address_with(sort=sort or None), sort == asked) for sort, label in offered]
