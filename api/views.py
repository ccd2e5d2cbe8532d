"""The public contract: JSON with the same words as the pages. Read-only."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from common.parameters import ParametersRefused, refuse_unknown
from editions.clocks import PARAMETERS, read_clocks
from figures.day_sums import read_day_sums
from figures.rules import running_line
from figures.statements import official_line


@require_safe
def figures(request):
    """The headline figures: `as_of` a day (today), as `edition` knew them (the present one)."""
    try:
        refuse_unknown(request.GET, PARAMETERS)
        clocks = read_clocks(request.GET)
    except ParametersRefused as refused:
        return problem(refused.problems)
    with clocks.register():
        return _headline(clocks)


def _headline(clocks):
    day = clocks.as_of
    line = running_line(read_day_sums(), day)
    return JsonResponse(
        {
            "as_of": day.isoformat(),
            "edition": clocks.edition,
            "figures": {
                "agreements": _total(line.agreements),
                "established": _total(line.established),
                "establishment_rate": {"value": _number(line.rate)},
            },
            "official": _official(official_line(day)),
        },
        json_dumps_params={"ensure_ascii": False},
    )


def problem(problems):
    """400 as problem details (RFC 9457), one entry per refused parameter."""
    return JsonResponse(
        {
            "type": "about:blank",
            "title": "The request has parameters that cannot be answered.",
            "status": 400,
            "errors": [{"parameter": name, "detail": message} for name, message in problems],
        },
        status=400,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )


def _total(total):
    base = total.base
    return {
        "value": total.value,
        "itemised": total.itemised,
        "base": {"as_of": base.day.isoformat(), "value": base.total} if base else None,
        "since_base": total.since,
    }


def _official(line):
    """The official line, null where nothing was stated by that day."""
    if line is None:
        return None
    return {
        "as_of": line.statement.as_of.isoformat(),
        "established": line.established,
        "out_of": line.out_of,
        "rate": _number(line.rate),
        "certainty": line.figure.certainty,
        "stated_by": line.statement.stated_by or None,
        "sources": [
            {"title": source.title or None, "publisher": source.publisher or None, "url": source.url}
            for source in line.statement.sources.all()
        ],
    }


def _number(decimal):
    return None if decimal is None else float(decimal)
