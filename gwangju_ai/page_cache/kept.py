"""An answer as it is kept: for every reader the same, compressed once."""

import gzip
import re
from typing import NamedTuple

from django.http import HttpResponse

# As Django's GZipMiddleware does it: shorter ones are hardly made shorter.
_WORTH_PACKING = 200
_ACCEPTS_GZIP = re.compile(r"\bgzip\b")
# What is said to one reader alone, or is said anew with every answer.
_NOT_KEPT = ("ratelimit-", "access-control-", "content-length", "content-encoding", "cache-status")


class Kept(NamedTuple):
    """plain: the body. packed: the same compressed; None where that is no shorter."""

    headers: dict
    plain: bytes
    packed: bytes | None

    @classmethod
    def of(cls, response):
        headers = {name: value for name, value in response.items() if not name.lower().startswith(_NOT_KEPT)}
        plain = response.content
        # No time in the head of the file: the same answer has the same bytes.
        packed = gzip.compress(plain, 6, mtime=0) if len(plain) >= _WORTH_PACKING else plain
        return cls(headers, plain, packed if len(packed) < len(plain) else None)

    @property
    def size(self):
        """About how many bytes it takes."""
        return 2_000 + len(self.plain) + len(self.packed or b"")

    def answer(self, request, status):
        """(headers, body) for `request`; status: how the cache came to it (RFC 9211)."""
        is_packed = self.packed is not None and _ACCEPTS_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        body = self.packed if is_packed else self.plain
        headers = {**self.headers, "Content-Length": str(len(body)), "Cache-Status": f"pages; {status}"}
        if is_packed:
            headers["Content-Encoding"] = "gzip"
        return headers, b"" if request.method == "HEAD" else body

    def response(self, request, status):
        """The same as a response."""
        headers, body = self.answer(request, status)
        return HttpResponse(body, headers=headers)
