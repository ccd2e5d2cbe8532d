"""What does not fit in the series of agreement numbers, for everyone: the page, and the same rows as a file."""

from django.views.generic import TemplateView, View

from common.parameters import kept_clocks
from editions.clocks import TwoClocksMixin
from editions.sheets import as_attachment, write_sheet
from figures.series.file import HEADER, rows_of
from figures.series.numbers import counts_apart, gaps_on, highest_number, rounds_perhaps_one, rounds_without_number


class SeriesView(TwoClocksMixin, TemplateView):
    """Gaps, rounds that may be one, and rounds whose counts differ, as known on the day."""

    template_name = "figures/series.html"

    def get_context_data(self, **kwargs):
        day = self.clocks.as_of
        gaps = gaps_on(day)
        apart = counts_apart(day, undated=self.clocks.is_today)
        return super().get_context_data(
            **kwargs,
            gaps=gaps,
            missing=sum(gap.count for gap in gaps),
            highest=highest_number(day),
            unnumbered=rounds_without_number(day),
            perhaps_one=rounds_perhaps_one(day),
            contradictions=[count for count in apart if count.is_contradiction],
            unnamed=[count for count in apart if not count.is_contradiction],
        )


class SeriesFileView(TwoClocksMixin, View):
    """Everything on the page as a file; see rows_of."""

    def get(self, request):
        day = self.clocks.as_of
        rows = rows_of(day, undated=self.clocks.is_today, address=self._address)
        name = f"rounds-numbers-{day}-{self.clocks.edition_in_name}"
        return as_attachment(write_sheet("csv", HEADER, rows), name, "csv")

    def _address(self, path):
        return self.request.build_absolute_uri(path + kept_clocks(self.request.GET))
