"""The tables of open data for programs: the rows of the pages and files, by pages or one by one."""

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from api.filter_parameters import parameters_of
from api.parameters import MOST_PER_PAGE, PAGES, PER_PAGE, path_parameter
from api.problems import PageNotFound
from api.record_fields import list_fields, one_fields, record_fields, said_of
from api.register_view import RegisterView
from common.parameters import ParametersRefused, read_page
from editions.clocks import read_clocks
from open_data.listing import listing_checks, read_listing

KEY = path_parameter("key", {"type": "integer", "minimum": 1}, gettext_lazy("Key (`id`) of the record"))


class DatasetView(RegisterView):
    """`dataset` is the table."""

    dataset = None

    @property
    def group(self):
        return self.dataset.name

    @property
    def description(self):
        return self.dataset.description

    def in_json(self, rows):
        said = said_of(self.dataset, rows, self.clocks, self.request)
        return record_fields(self.dataset.name)(said, many=True, context={"request": self.request}).data


class RecordsView(DatasetView):
    """The records that the conditions leave, in the order asked for, page by page."""

    @property
    def operation(self):
        return f"{self.dataset.name}_list"

    @property
    def summary(self):
        return self.dataset.title

    @property
    def documented(self):
        return [*parameters_of(self.dataset), *PAGES]

    def get_fields(self):
        return list_fields(self.dataset.name)

    def checks(self, query):
        listing = listing_checks(self.dataset, query, self.clocks or read_clocks({}))
        return [*super().checks(query), *listing, lambda: read_per_page(query), lambda: _refuse_page(query)]

    def said(self, request):
        query = request.query_params
        listing = read_listing(self.dataset, query, self.clocks)
        paginator = Paginator(listing.rows, read_per_page(query))
        paginator.count = listing.count
        page = self._page(paginator)
        return {
            "count": paginator.count,
            "page": page.number,
            "per_page": paginator.per_page,
            "pages": paginator.num_pages,
            "next": self._address_of(page.number + 1) if page.has_next() else None,
            "previous": self._address_of(page.number - 1) if page.has_previous() else None,
            "results": self.in_json(page.object_list),
        }

    def _page(self, paginator):
        try:
            return paginator.page(read_page(self.request.query_params))
        except (EmptyPage, Http404) as error:
            last = {"pages": paginator.num_pages}
            raise PageNotFound(_("There is no such page. The last one is page %(pages)d.") % last) from error

    def _address_of(self, page):
        """With the day and the edition of this page: whoever goes on reading stays in one state of the register."""
        clocks = {"as_of": self.clocks.as_of.isoformat(), "edition": self.clocks.edition or None}
        query = {**self.request.query_params.dict(), **clocks, "page": page}
        shown = urlencode({name: value for name, value in query.items() if value is not None})
        return self.request.build_absolute_uri(f"{self.request.path}?{shown}")


class RecordView(DatasetView):
    """One record, where it is public on the day and in the edition asked for."""

    path_documented = [KEY]

    @property
    def operation(self):
        return f"{self.dataset.name}_one"

    @property
    def summary(self):
        return _("One record of: %(title)s") % {"title": self.dataset.title}

    def get_fields(self):
        return one_fields(self.dataset.name)

    def said(self, request, key):
        if not (key.isascii() and key.isdigit() and len(key) <= 18):
            raise Http404
        found = self.in_json(self.dataset.rows(self.clocks).filter(pk=int(key)))
        if not found:
            raise Http404
        return {"result": found[0]}


def _refuse_page(query):
    """Alone, a page that cannot be is not found; beside other parameters that cannot be used it is one of them."""
    try:
        read_page(query)
    except Http404 as error:
        raise ParametersRefused([("page", _("Enter a page number, for example 2."))]) from error


def read_per_page(query):
    text = query.get("per_page", str(PER_PAGE))
    if text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= MOST_PER_PAGE:
        return int(text)
    raise ParametersRefused([("per_page", _("Enter a number from 1 to %(most)d.") % {"most": MOST_PER_PAGE})])
