"""What is at hand is answered before Django begins: most requests need a query for the edition, and nothing else."""

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, connection

from api.problems import is_for_programs
from editions.unchanged import read_present
from gwangju_ai.page_cache.asked import asked_of
from gwangju_ai.page_cache.conditions import has_already, unchanged_headers
from gwangju_ai.page_cache.release import release
from gwangju_ai.page_cache.shelf import shelf


class PagesAtHand:
    """A WSGI application that asks `application` for whatever this process does not have.

    The same answers come from the middleware, only later. The API is left to it: there, clients are counted.
    """

    def __init__(self, application):
        self.application = application
        release()  # the first reader need not wait for it

    def __call__(self, environ, start_response):
        answer = None if settings.DEBUG else _at_hand(WSGIRequest(dict(environ)))
        if answer is None:
            return self.application(environ, start_response)
        status, headers, body = answer
        start_response(status, list(headers.items()))
        return [body]


def _at_hand(request):
    """(status, headers, body); None where there is no answer yet."""
    asked = None if is_for_programs(request.path_info) else asked_of(request)
    if asked is None:
        return None
    try:
        tag = read_present().tag(*asked)
    except DatabaseError:
        return None
    finally:
        connection.close_if_unusable_or_obsolete()
    if has_already(request, tag):
        return "304 Not Modified", unchanged_headers(request, tag), b""
    kept = shelf().get_own(tag)
    return kept and ("200 OK", *kept.answer(request, "hit"))
