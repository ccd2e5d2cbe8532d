"""The public contract: JSON with the same words as the pages. Read-only."""

from api.answers import answer
from api.figure_answers import definition_of, derivation_of, number, value_of
from figures.definitions import FIGURES, figure_or_404
from figures.statements.checks import official_line
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import running_line


@answer()
def figures(request, clocks):
    """Every figure: `as_of` a day (today), as `edition` knew it (the present one)."""
    sums, day = read_day_sums(), clocks.as_of
    line = running_line(sums, day)
    values = {key: value_of(figure, figure.explain(sums, day)) for key, figure in FIGURES.items()}
    values["agreements"] |= _base(line.agreements)
    values["established"] |= _base(line.established)
    return {"figures": values, "official": _official(official_line(day))}


@answer()
def figure(request, clocks, key):
    """One figure, its definition, and how its value came about."""
    asked = figure_or_404(key)
    explained = asked.explain(read_day_sums(), clocks.as_of)
    said = {"figure": key, **value_of(asked, explained), **definition_of(asked)}
    return said | derivation_of(asked, explained, request)


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
