"""Every public answer is a function of its address, its language, the day and the edition: it is made once (ADR 19)."""

from functools import partial
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpResponseNotModified
from django.middleware.security import SecurityMiddleware
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from api.problems import is_for_programs
from api.throttling import count_client
from editions.replica import read_from_replica
from editions.unchanged import one_present, read_present
from gwangju_ai.page_cache.asked import asked_of, in_order, is_known, is_table_file
from gwangju_ai.page_cache.beginning import begin_late
from gwangju_ai.page_cache.conditions import for_caches, has_already, unchanged_headers, varying
from gwangju_ai.page_cache.kept import Kept
from gwangju_ai.page_cache.shelf import shelf
from gwangju_ai.page_cache.turns import Turns


class PageCacheMiddleware:
    """Not where DEBUG is on: there, templates change under the program."""

    def __init__(self, get_response):
        if settings.DEBUG:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.shelf, self.turns = shelf(), Turns()
        self.secured = SecurityMiddleware(get_response).process_response

    def __call__(self, request):
        response = self._answer(request)
        if is_table_file(request) and response.streaming and "Content-Length" not in response.headers:
            begin_late(response)
        return response

    def _answer(self, request):
        asked = asked_of(request)
        if asked is None:
            return self._answer_past(request)
        try:
            return self._answer_at_hand(request, asked) or self._answer_in_turn(request, asked)
        except DatabaseError:  # the error is answered as it would be without a cache
            return self.get_response(request)

    def _answer_past(self, request):
        response = self.get_response(request)
        if is_known(request):
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    def _answer_at_hand(self, request, asked):
        """What is kept, or that the reader has it already; None where neither is."""
        tag = read_present().tag(*asked)
        if has_already(request, tag):
            answer = HttpResponseNotModified(headers=unchanged_headers(request, tag))
        elif kept := self.shelf.get(tag):
            answer = kept.response(request, "hit")
        else:
            return None
        return self._counted(request, answer)

    def _counted(self, request, answer):
        """The API counts its clients, also those whom no view answers; it is a view that refuses too many requests."""
        if not is_for_programs(request.path_info):
            return answer
        is_allowed, headers = count_client(request)
        return _with(answer, headers) if is_allowed else self.get_response(request)

    def _answer_in_turn(self, request, asked):
        if self.shelf.room:
            with self.turns.of(read_present().tag(*asked)) as is_first:
                if is_first:
                    return self._render(request, asked)
            at_hand = self._answer_at_hand(request, asked)
            if at_hand:
                return at_hand
        return self._render(request, asked)

    def _render(self, request, asked):
        """The answer of the view, in one state of the register: it never holds two editions, and is kept under the
        one that it was read from, whatever is published meanwhile."""
        present, response = self._read_answer(request, asked)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            response.headers.setdefault("Cache-Control", "no-store")
        # At midnight it may hold the day before and the day after.
        if not _is_for_all(request, response) or timezone.localdate() != present.day:
            return response
        patch_vary_headers(response, varying(request))
        return self._keep(request, _with(response, {"ETag": request.answer_tag, **for_caches()}))

    def _read_answer(self, request, asked):
        """(Present, response). What a replica could not answer, or lost while it did, the primary is asked again."""
        make = partial(self._view_answers, request, asked)
        found = read_from_replica(make)
        if found and found[1].status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            return found
        with one_present() as present:
            return present, make(present)

    def _view_answers(self, request, asked, present):
        """As if nobody had asked before: for the whole body, with the parameters in order. `answer_tag`: the ETag that
        the answer will have."""
        request.answer_tag = present.tag(*asked)
        method = request.method
        if not is_table_file(request):
            request.method = "GET"
        request.META["QUERY_STRING"] = in_order(request.META.get("QUERY_STRING", ""))
        try:
            return self.get_response(request)
        finally:
            request.method = method

    def _keep(self, request, response):
        if response.streaming or not self.shelf.takes(len(response.content)):
            return response
        # With the headers of safety, which are the same for all, so that nothing need be added to what is kept.
        kept = Kept.of(self.secured(request, response))
        self.shelf.set(response.headers["ETag"], kept)
        answer = kept.response(request, "fwd=miss; stored")
        for name, value in response.items():
            answer.headers.setdefault(name, value)
        return answer


def _is_for_all(request, response):
    said = response.headers.get("Cache-Control", "")
    return (
        response.status_code == HTTPStatus.OK
        and (not response.streaming or is_table_file(request))
        and not response.cookies
        and "private" not in said
        and "no-store" not in said
        and "cookie" not in response.headers.get("Vary", "").lower()
    )


def _with(response, headers):
    for name, value in headers.items():
        response.headers[name] = value
    return response
