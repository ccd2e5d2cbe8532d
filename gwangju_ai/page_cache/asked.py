"""What a request asks for, whoever asks: two that ask the same get the same answer."""

import re

from django.conf import settings

from api.problems import is_for_programs
from gwangju_ai.language import language_of
from gwangju_ai.page_cache.release import release

# Nothing of these is kept: what is not public, what says how the machine is, and packages, which are kept as files.
_PAST = re.compile(r"/(?:admin|health|static|data/(?:packages|deltas))/")
_TABLE_FILE = re.compile(r"(?:/en)?/data/[-\w]+\.(?:csv|xlsx|json)$")
# Whose parameters are not strict: with any, each made-up one would be another answer.
_WITHOUT_PARAMETERS = ("/robots.txt", "/sitemap.xml")
# One format, however it is asked for.
_ANY_FORMAT = ("", "*/*", "application/json")


def asked_of(request):
    """A tuple that names what `request` asks for; None where it is answered past the cache.

    Host and scheme are named, for some answers hold whole addresses. Only an answer of an address that is allowed is
    ever kept, so that the host needs no check here.
    """
    meta, path = request.META, request.path_info
    query = in_order(meta.get("QUERY_STRING", ""))
    is_reading = request.method in ("GET", "HEAD") and "HTTP_IF_MATCH" not in meta
    if not is_reading or _PAST.match(path) or (query and path in _WITHOUT_PARAMETERS) or is_known(request):
        return None
    asked = (release(), request.scheme, _host(meta), request.path, query)
    return (*asked, *_preferred(request)) if is_for_programs(path) else asked


def is_table_file(request):
    """Whether a table is asked for, which may be of any length: it is sent while it is read, and its view keeps it."""
    return bool(_TABLE_FILE.match(request.path_info))


def is_known(request):
    """Whether it says who asks: staff is answered from what is there now."""
    return settings.SESSION_COOKIE_NAME in request.META.get("HTTP_COOKIE", "") or "HTTP_AUTHORIZATION" in request.META


def in_order(query):
    """The parameters of an address in one order, for theirs says nothing."""
    return "&".join(sorted(query.split("&"))) if "&" in query else query


def _host(meta):
    return meta.get("HTTP_HOST") or (meta["SERVER_NAME"], meta["SERVER_PORT"])


def _preferred(request):
    """Where the address leaves language and format to the reader."""
    accepted = request.META.get("HTTP_ACCEPT", "")
    return language_of(request), "" if accepted in _ANY_FORMAT else accepted
