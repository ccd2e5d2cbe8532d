"""The figures for programs: the same numbers and words as on the pages."""

from django.utils.translation import gettext_lazy as _

from api.change_answers import changes_in_json
from api.figure_answers import definition_of, derivation_of, number, value_of
from api.figure_fields import ChangesAnswer, FigureAnswer, FiguresAnswer
from api.parameters import SPAN, path_parameter
from api.register_view import RegisterView
from editions.clocks import read_clocks
from figures.changes.accounts import changes_of
from figures.changes.span import read_span
from figures.definitions import FIGURES, figure_or_404
from figures.statements.checks import official_line
from figures.sums.kept import sums_shown
from figures.sums.rules import running_line

KEY = path_parameter("key", {"type": "string"}, _("Key of the figure"), list(FIGURES))


class FiguresView(RegisterView):
    operation = "figures"
    group = "figures"
    summary = _("Every figure on a day")
    description = _("Values with units and parts, and the official line of the day beside them.")
    fields = FiguresAnswer

    def said(self, request):
        sums, day = sums_shown(self.clocks), self.clocks.as_of
        line = running_line(sums, day)
        values = {key: value_of(figure, figure.explain(sums, day)) for key, figure in FIGURES.items()}
        values["agreements"] |= _base(line.agreements)
        values["established"] |= _base(line.established)
        return {"figures": values, "official": _official(official_line(day))}


class FigureView(RegisterView):
    operation = "figure"
    group = "figures"
    summary = _("One figure and how it came about")
    description = _("Its value, its definition in both languages, each step to the value, and where its rows are.")
    fields = FigureAnswer
    path_documented = [KEY]

    def said(self, request, key):
        asked = figure_or_404(key)
        explained = asked.explain(sums_shown(self.clocks), self.clocks.as_of)
        said = {"figure": key, **value_of(asked, explained), **definition_of(asked)}
        return said | derivation_of(asked, explained, request)


class FigureChangesView(RegisterView):
    """A figure between two days (`from`, `to`) and two editions (`from_edition`, `to_edition`)."""

    operation = "figure_changes"
    group = "figures"
    summary = _("Why a figure changed")
    description = _("Between two days and two editions: the lines of each account add up to its difference.")
    fields = ChangesAnswer
    documented = SPAN
    path_documented = [KEY]

    def checks(self, query):
        clocks = self.clocks or read_clocks({})
        return [*super().checks(query), lambda: read_span(query, clocks)]

    def said(self, request, key):
        span = read_span(request.query_params, self.clocks)
        return changes_in_json(key, changes_of(figure_or_404(key), span))


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
