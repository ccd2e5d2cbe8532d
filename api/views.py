"""The public contract: JSON with the same words as the pages. Read-only."""

from functools import wraps

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_safe

from api.figure_answers import definition_of, derivation_of, number, value_of
from common.parameters import ParametersRefused, refuse_unknown
from editions.clocks import PARAMETERS, read_clocks
from figures.day_sums import read_day_sums
from figures.definitions import FIGURES
from figures.rules import running_line
from figures.statements import official_line


def answer(view):
    """A read-only answer of the register at the clocks asked for; `view(request, clocks, …)` gives what it says."""

    @require_safe
    @wraps(view)
    def answered(request, **kwargs):
        try:
            refuse_unknown(request.GET, PARAMETERS)
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


@answer
def figures(request, clocks):
    """Every figure: `as_of` a day (today), as `edition` knew it (the present one)."""
    sums, day = read_day_sums(), clocks.as_of
    line = running_line(sums, day)
    values = {key: value_of(figure, figure.explain(sums, day)) for key, figure in FIGURES.items()}
    values["agreements"] |= _base(line.agreements)
    values["established"] |= _base(line.established)
    return {"figures": values, "official": _official(official_line(day))}


@answer
def figure(request, clocks, key):
    """One figure, its definition, and how its value came about."""
    if key not in FIGURES:
        raise Http404
    asked = FIGURES[key]
    explained = asked.explain(read_day_sums(), clocks.as_of)
    said = {"figure": key, **value_of(asked, explained), **definition_of(asked)}
    return said | derivation_of(asked, explained, request)


def problem(status, title, **details):
    """An error as problem details (RFC 9457)."""
    return JsonResponse(
        {"type": "about:blank", "title": title, "status": status, **details},
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )


def _base(total):
    base = total.base
    return {
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
        "rate": number(line.rate),
        "certainty": line.figure.certainty,
        "stated_by": line.statement.stated_by or None,
        "sources": [
            {"title": source.title or None, "publisher": source.publisher or None, "url": source.url}
            for source in line.statement.sources.all()
        ],
    }
