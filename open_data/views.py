"""The tables of open data as files, with the conditions, order and clocks of their pages."""

from django.http import FileResponse, Http404, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from common.parameters import ParametersRefused, refuse_unknown, refused_together
from editions.clocks import PARAMETERS, TwoClocksMixin, read_clocks
from editions.sheets import TYPES as SHEET_TYPES
from open_data.datasets.registry import DATASETS
from open_data.files.csv_file import csv_pieces
from open_data.files.json_file import json_pieces
from open_data.files.names import disposition
from open_data.files.table import Table
from open_data.files.xlsx_file import write_xlsx
from open_data.listing import listing_checks, read_listing

TYPES = {"csv": SHEET_TYPES["csv"], "xlsx": SHEET_TYPES["xlsx"], "json": "application/json"}
PIECES = {"csv": csv_pieces, "json": json_pieces}


class TableFileView(TwoClocksMixin, View):
    """A whole table, or what the conditions leave of it. Its rows are read while it is sent."""

    clocks = None

    def dispatch(self, request, *args, table, kind, **kwargs):
        if table not in DATASETS or kind not in TYPES:
            raise Http404
        self.dataset, self.kind = DATASETS[table], kind
        try:
            return super().dispatch(request, *args, **kwargs)
        except ParametersRefused as first:
            raise self.all_refused(request, first) from first

    def get_parameters(self):
        return {*self.dataset.parameters, "headers"}

    def all_refused(self, request, first):
        """Every parameter that cannot be used, not only those that were met first."""
        query, known = request.GET, {*self.get_parameters(), *PARAMETERS}
        clocks = self.clocks or read_clocks({})
        with clocks.register():
            checks = [
                lambda: refuse_unknown(query, known),
                lambda: read_clocks(query),
                *listing_checks(self.dataset, query, clocks),
                lambda: self.asks_for_names(request),
            ]
            return refused_together(checks, first)

    def get(self, request):
        table = self.read_table(request)
        if self.kind == "xlsx":
            response = FileResponse(write_xlsx(table))
        else:
            response = StreamingHttpResponse(PIECES[self.kind](table))
        return self.named(response, table)

    def head(self, request):
        return self.named(StreamingHttpResponse([]), self.read_table(request))

    def read_table(self, request):
        """What is asked for; refused here, before the answer begins, where it cannot be answered."""
        conditions = {name: request.GET[name] for name in self.dataset.parameters if name in request.GET}
        read_listing(self.dataset, conditions, self.clocks)
        return Table(
            dataset=self.dataset,
            query=conditions,
            clocks=self.clocks,
            language=get_language(),
            site=request.build_absolute_uri("/").rstrip("/"),
            made_at=timezone.localtime(),
            names_alone=self.asks_for_names(request),
        )

    def asks_for_names(self, request):
        """JSON has the names of the columns in any case."""
        asked = request.GET.get("headers", "").strip()
        if asked not in ("", "en"):
            raise ParametersRefused([("headers", _("Write en, or leave the parameter out."))])
        return asked == "en"

    def named(self, response, table):
        response.headers["Content-Type"] = TYPES[self.kind]
        response.headers["Content-Disposition"] = disposition(table, self.kind)
        return response
