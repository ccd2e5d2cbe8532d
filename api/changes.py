"""Why a figure changed, as JSON: the lines of each account add up to its difference."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from api.views import problem
from common.parameters import ParametersRefused, refuse_unknown
from editions.clocks import PARAMETERS, read_clocks
from figures.change_views import SPAN_PARAMETERS, read_span
from figures.changes import changes_of
from figures.definitions import FIGURES


@require_safe
def changes(request, key):
    """A figure between two days (`from`, `to`) and two editions (`from_edition`, `to_edition`)."""
    if key not in FIGURES:
        return _no_such_figure()
    try:
        refuse_unknown(request.GET, SPAN_PARAMETERS | PARAMETERS)
        span = read_span(request.GET, read_clocks(request.GET))
    except ParametersRefused as refused:
        return problem(refused.problems)
    return JsonResponse(_answer(key, changes_of(FIGURES[key], span)), json_dumps_params={"ensure_ascii": False})


def _answer(key, found):
    span = found.span
    return {
        "figure": key,
        "from": {"as_of": span.first_day.isoformat(), "edition": span.first_edition, "value": _number(found.before)},
        "to": {"as_of": span.last_day.isoformat(), "edition": span.last_edition, "value": _number(found.after)},
        "difference": _number(found.difference),
        "accounts": [
            {
                "key": account.key,
                "before": account.before,
                "between": account.between,
                "after": account.after,
                "difference": account.difference,
                "lines": [_line(leg, line) for leg, lines, _sum in account.legs() for line in lines],
            }
            for account in found.accounts
        ],
    }


def _line(leg, line):
    return {
        "leg": leg.value,
        "kind": line.kind.value,
        "words": line.words,
        "amount": line.amount,
        "as_of": line.day.isoformat() if line.day else None,
        "edition": line.edition,
        "address": line.address or None,
    }


def _number(value):
    """Whole numbers stay whole; a rate is a decimal number."""
    return value if value is None or isinstance(value, int) else float(value)


def _no_such_figure():
    answer = {"type": "about:blank", "title": "There is no such figure.", "status": 404}
    return JsonResponse(answer, status=404, content_type="application/problem+json")
