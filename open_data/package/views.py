"""Files that are named by editions alone: the package of one, and what changed between two. They have no language."""

import os
from http import HTTPStatus
from tempfile import TemporaryFile

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.generic import View

from common.parameters import refuse_unknown
from editions.models import Edition
from editions.services import latest_number, register_is_synthetic
from editions.sheets import TYPES
from editions.synthetic import MARK
from open_data.package.deltas import write_csv, write_json
from open_data.package.keeping import kept_package

_LARGEST_NUMBER = 10**9
_DELTAS = {"csv": (write_csv, TYPES["csv"]), "json": (write_json, "application/json")}


class PackageView(View):
    """The package of an edition, whose checksum is its ETag."""

    def get(self, request, number):
        head = self.head(request, number)
        if head.status_code != HTTPStatus.OK:
            return head
        # It is packed already: packing it again would cost time, its length and its ETag.
        request.META.pop("HTTP_ACCEPT_ENCODING", None)
        file = self.package.path.open("rb")
        return FileResponse(file, as_attachment=True, filename=self.package.name, headers=head.headers)

    def head(self, request, number):
        refuse_unknown(request.GET, ())
        self.package = kept_package(get_object_or_404(Edition, pk=min(number, _LARGEST_NUMBER)))
        headers = {
            "Content-Type": "application/zip",
            "Content-Length": str(self.package.size),
            "Content-Disposition": f'attachment; filename="{self.package.name}"',
            "ETag": f'"{self.package.sha256}"',
        }
        return get_conditional_response(request, etag=headers["ETag"], response=HttpResponse(headers=headers))


class DeltaView(View):
    """What changed between two editions. It is written whole before it is sent, so that it is never sent in part."""

    def get(self, request, first, last, kind):
        refuse_unknown(request.GET, ())
        if kind not in _DELTAS or not 1 <= first < last <= latest_number():
            raise Http404
        write, content_type = _DELTAS[kind]
        with TemporaryFile() as file:
            write(first, last, file)
            size = file.tell()
            # A file of its own for the answer, which closes it.
            answered = os.fdopen(os.dup(file.fileno()), "rb")
        answered.seek(0)
        mark = f"_{MARK}" if register_is_synthetic() else ""
        name = f"changes_edition-{first}-{last}{mark}.{kind}"
        response = FileResponse(answered, as_attachment=True, filename=name, content_type=content_type)
        response.headers["Content-Length"] = size
        return response
