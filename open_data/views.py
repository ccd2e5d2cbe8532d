"""The tables of open data as files, with the conditions, order and clocks of their pages."""

import hashlib
from collections import deque
from functools import partial

from django.conf import settings
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
from open_data.files.kept import find, keeping
from open_data.files.names import disposition
from open_data.files.table import Table
from open_data.files.xlsx_file import write_xlsx
from open_data.listing import listing_checks, read_listing

TYPES = {"csv": SHEET_TYPES["csv"], "xlsx": SHEET_TYPES["xlsx"], "json": "application/json"}
PIECE = 1 << 20
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
        name = self.kept_as(request, table)
        if name and (file := find(name)):
            return self.named(FileResponse(file), table)
        keep = partial(keeping, name) if name else iter
        if self.kind == "xlsx":
            file = write_xlsx(table)
            # It is whole already, and read once more to be kept.
            deque(keep(iter(partial(file.read, PIECE), b"")), maxlen=0)
            file.seek(0)
            response = FileResponse(file)
        else:
            response = StreamingHttpResponse(PIECES[self.kind](table, keep))
        return self.named(response, table)

    def kept_as(self, request, table):
        """What the file is called where it is kept; "" where it is not: of what conditions leave of a table there are
        too many, and staff is answered from what is there now."""
        tag = getattr(request, "answer_tag", "")
        if not settings.FILES_KEPT_MB or not tag or any(value.strip() for value in table.query.values()):
            return ""
        # The day is that which was read here: at midnight it may be another than that of the tag.
        said = repr((tag, table.clocks.as_of.isoformat(), table.clocks.edition))
        return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}.{self.kind}"

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
