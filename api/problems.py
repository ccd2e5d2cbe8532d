"""Errors below /api/, and of files of open data, as problem details (RFC 9457) in the reader's language."""

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import DisallowedHost, PermissionDenied
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions, status

from common.parameters import ParametersRefused

DOCS = "/api/docs/"
CONTENT_TYPE = "application/problem+json"
_FILE_OF_DATA = re.compile(r"(/en)?/data/.+\.\w+")


@dataclass(frozen=True)
class Kind:
    """key: the end of the `type`, an address on the page about the API. detail: what to do about it."""

    key: str
    status: int
    title: Any
    detail: Any


KINDS = [
    Kind(
        "parameters",
        status.HTTP_400_BAD_REQUEST,
        _("Parameters that cannot be used"),
        _("Some parameters in the address cannot be used. Each is named under `errors`, with what to write instead."),
    ),
    Kind(
        "not-found",
        status.HTTP_404_NOT_FOUND,
        _("Nothing at this address"),
        _("There is nothing at this address on the day and in the edition asked for."),
    ),
    Kind(
        "method",
        status.HTTP_405_METHOD_NOT_ALLOWED,
        _("The address can only be read"),
        _("Use one of the methods named by the header Allow."),
    ),
    Kind(
        "accept",
        status.HTTP_406_NOT_ACCEPTABLE,
        _("No such format"),
        _("This address answers as JSON. Write `application/json` in the header Accept, or leave the header out."),
    ),
    Kind(
        "changed",
        status.HTTP_412_PRECONDITION_FAILED,
        _("The answer is another one"),
        _("The header If-Match names an answer that this address does not give. Leave the header out."),
    ),
    Kind(
        "too-many",
        status.HTTP_429_TOO_MANY_REQUESTS,
        _("Too many requests"),
        _("Wait as many seconds as the header Retry-After says, then go on."),
    ),
    Kind(
        "request",
        status.HTTP_400_BAD_REQUEST,
        _("The request could not be understood"),
        _("Please check the address and try again."),
    ),
    Kind(
        "server",
        status.HTTP_500_INTERNAL_SERVER_ERROR,
        _("The server could not answer"),
        _("The fault is not yours. Please try again in a while."),
    ),
]
_BY_KEY = {kind.key: kind for kind in KINDS}
_OF_EXCEPTION = {
    Http404: "not-found",
    PermissionDenied: "not-found",
    exceptions.NotFound: "not-found",
    exceptions.MethodNotAllowed: "method",
    exceptions.NotAcceptable: "accept",
    exceptions.Throttled: "too-many",
}


class PageNotFound(exceptions.NotFound):
    """A page beyond the last one; its detail says how many there are."""


def is_for_programs(path):
    """Whether an address answers programs: everything below /api/ but the page about it."""
    return path.startswith("/api/") and not path.startswith(DOCS)


def fails_for_programs(path):
    """Whether errors of an address are problem details: where a page about the error would be kept as if it were the
    file that was asked for."""
    return is_for_programs(path) or _FILE_OF_DATA.fullmatch(path) is not None


def explained_at(site, key):
    """The `type` of a problem: where the page about the API explains it, in the language of the answer. `site` is
    like `https://example.go.kr`."""
    return f"{site}{reverse('api-docs')}#problem-{key}"


def problem(request, key, detail=None, headers=None, **members):
    """The answer to a request that fails as the Kind `key` says."""
    kind = _BY_KEY[key]
    said = {"type": explained_at(_site(request), key), "title": str(kind.title), "status": kind.status}
    return JsonResponse(
        {**said, "detail": str(detail or kind.detail), **members},
        status=kind.status,
        content_type=CONTENT_TYPE,
        headers={"Cache-Control": "no-store", **(headers or {})},
        json_dumps_params={"ensure_ascii": False},
    )


def parameters_problem(request, problems):
    """The answer to parameters that were refused: [(parameter, what to write instead), …]."""
    errors = [{"parameter": name, "detail": str(advice)} for name, advice in problems]
    return problem(request, "parameters", errors=errors)


def _site(request):
    """Nothing where the request names a host that is not ours: then the address has none."""
    try:
        return f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return ""


def answer_exception(exception, context):
    """What Django REST framework answers with; None, for anything unforeseen, is an error of the server."""
    request = context["request"]
    if isinstance(exception, ParametersRefused):
        return parameters_problem(request, exception.problems)
    key = next((key for raised, key in _OF_EXCEPTION.items() if isinstance(exception, raised)), None)
    if key is None:
        return None
    waiting = getattr(exception, "wait", None)
    said = exception.detail if isinstance(exception, PageNotFound) else None
    return problem(request, key, said, {} if waiting is None else {"Retry-After": str(int(waiting))})
