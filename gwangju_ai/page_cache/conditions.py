"""What an answer says to those who may keep it, and what they say when they ask again."""

from django.conf import settings
from django.utils.http import parse_etags

from api.problems import is_for_programs


def for_caches():
    """Whoever keeps an answer asks each time whether it still holds, so that nothing shown is ever old.

    nginx keeps nothing that says `no-cache`. It is told to keep an answer that was over long ago, and therefore asks;
    it is told first, for until 1.23 it believes what comes first.
    """
    to_nginx = {"X-Accel-Expires": "@1"} if settings.BEHIND_PROXY else {}
    return {**to_nginx, "Cache-Control": "public, no-cache"}


def varying(request):
    """The headers of a request that its answer depends on."""
    return ["Accept-Encoding", *(["Accept-Language", "Accept"] if is_for_programs(request.path_info) else [])]


def has_already(request, tag):
    """Whether the reader has the answer of `tag`; a cache on the way may have made a strong tag of it."""
    given = request.META.get("HTTP_IF_NONE_MATCH", "")
    bare = tag.removeprefix("W/")
    return bare in given and bare in [one.removeprefix("W/") for one in parse_etags(given)]


def unchanged_headers(request, tag):
    """The headers of an answer (304) to whoever has it already."""
    return {"ETag": tag, "Vary": ", ".join(varying(request)), **for_caches()}
