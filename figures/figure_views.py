"""The pages of the figures: all of them, one of them on a day, and the rows of one as a file."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView, View

from common.parameters import ParametersRefused, kept_clocks
from editions.citation_files import CitationFileView, cite
from editions.clocks import TwoClocksMixin
from editions.lists import page_of
from editions.sheets import as_attachment, write_sheet
from figures.breakdowns import bars
from figures.definitions import GROUPS, figure_or_404
from figures.figure import Line
from figures.row_files import COLUMNS, header_of, table_of
from figures.sums.kept import sums_shown
from figures.values import in_words_with_base

ROWS_PER_PAGE = 25
LEFT_OUT_SHOWN = 20
LINES_SHOWN = 100


class FigureListView(TwoClocksMixin, TemplateView):
    """Every published figure: what it counts, and its value on the day."""

    template_name = "figures/figure_list.html"

    def get_context_data(self, **kwargs):
        sums, day = sums_shown(self.clocks), self.clocks.as_of
        groups = [
            (heading, [(figure, figure.explain(sums, day).value) for figure in figures]) for heading, figures in GROUPS
        ]
        return super().get_context_data(groups=groups, **kwargs)


class OneFigureMixin(TwoClocksMixin):
    """A view of one figure on a day: `figure`, `explained`, and the `part` asked for (None for the whole)."""

    def dispatch(self, request, *args, key, **kwargs):
        self.figure = figure_or_404(key)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def explained(self):
        return self.figure.explain(sums_shown(self.clocks), self.clocks.as_of)

    @cached_property
    def part(self):
        asked = self.request.GET.get("part", "").strip()
        if not asked:
            return None
        parts = {part.key: part for part in self.explained.parts}
        if asked in parts:
            return parts[asked]
        if not parts:
            raise ParametersRefused([("part", _("This figure has no parts on this day. Leave the parameter out."))])
        choices = {"parts": ", ".join(parts)}
        raise ParametersRefused([("part", _("Choose a part that this figure has on this day: %(parts)s.") % choices)])

    def figure_citation(self):
        """How the whole figure is cited: by its card, which keeps its value."""
        key = self.figure.key
        return cite(
            self,
            name=key,
            title=f"{self.figure.label}: {in_words_with_base(self.figure, self.explained)}",
            page=reverse("figures:figure-detail", args=[key]),
            permanent=reverse("figures:figure-card", args=[key]),
            rule=self.figure.version,
        )

    @property
    def rows(self):
        return self.explained.rows.of_part(self.part.key) if self.part else self.explained.rows


class FigureDetailView(OneFigureMixin, TemplateView):
    """How the value of a figure came about: lines, parts, rows counted, rows left out with the reason, rule."""

    template_name = "figures/figure_detail.html"
    parameters = frozenset({"part", "page"})

    def get_context_data(self, **kwargs):
        page = page_of(self.rows, ROWS_PER_PAGE, self.request.GET)
        labels = {part.key: part.label for part in self.explained.parts}
        return super().get_context_data(
            figure=self.figure,
            explained=self.explained,
            part=self.part,
            lines=shortened(self.explained.lines),
            parts=bars(self.explained.parts),
            page=page,
            rows=[(row, labels.get(row.part, "")) for row in page],
            left_out=shown_of(self.explained.left_out),
            citation=None if self.part else self.figure_citation(),
            **kwargs,
        )


class FigureCitationView(OneFigureMixin, CitationFileView):
    """The citation of a figure as a file."""

    def citation(self):
        return self.figure_citation()


class FigureRowsView(OneFigureMixin, View):
    """The rows of a figure as a file for a spreadsheet; the whole figure's with all rows that it leaves out."""

    parameters = frozenset({"part", "headers"})

    def get(self, request):
        left_out = [] if self.part else self.explained.left_out
        header = header_of(COLUMNS, self.request.GET)
        content = write_sheet("csv", header, table_of(self.rows, left_out, self._address_of))
        shown = "-".join(filter(None, [self.figure.key, self.part and self.part.key, str(self.clocks.as_of)]))
        return as_attachment(content, f"{shown}-{self.clocks.edition_in_name}", "csv")

    def _address_of(self, row):
        if not row.address:
            return ""
        return self.request.build_absolute_uri(
            row.address
            + kept_clocks({}, **{"as_of": self.clocks.as_of, "edition": self.clocks.edition or None, **row.clocks})
        )


def shortened(lines):
    """The lines as a page shows them: the first, the latest LINES_SHOWN, and one for all between."""
    between = lines[1:-LINES_SHOWN]
    if len(between) < 2:
        return lines
    words = ngettext("%(n)s change in between", "%(n)s changes in between", len(between)) % {"n": len(between)}
    return [lines[0], Line(words, sum(line.amount for line in between)), *lines[-LINES_SHOWN:]]


def shown_of(left_out):
    """(reason, how many rows, the first of them) for each reason that has any."""
    counted = [(reason, len(reason.rows)) for reason in left_out]
    return [(reason, count, reason.rows[:LEFT_OUT_SHOWN]) for reason, count in counted if count]
