"""What every answer of the API has in common: the clocks, strict parameters, errors as problem details."""

from functools import wraps

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_safe

from common.parameters import ParametersRefused, refuse_unknown
from editions.clocks import PARAMETERS, read_clocks


def answer(*parameters):
    """A read-only answer of the register at the clocks asked for; `view(request, clocks, …)` gives what it says.

    `parameters` names what else the address may say.
    """

    def answering(view):
        @require_safe
        @wraps(view)
        def answered(request, **kwargs):
            try:
                refuse_unknown(request.GET, {*PARAMETERS, *parameters})
                clocks = read_clocks(request.GET)
                with clocks.register():
                    said = view(request, clocks, **kwargs)
            except ParametersRefused as refused:
                errors = [{"parameter": name, "detail": message} for name, message in refused.problems]
                return problem(400, "The request has parameters that cannot be answered.", errors=errors)
            except Http404:
                return problem(404, "There is nothing at this address.")
            said = {"as_of": clocks.as_of.isoformat(), "edition": clocks.edition, **said}
            return JsonResponse(said, json_dumps_params={"ensure_ascii": False})

        return answered

    return answering


def problem(status, title, **details):
    """An error as problem details (RFC 9457)."""
    return JsonResponse(
        {"type": "about:blank", "title": title, "status": status, **details},
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
