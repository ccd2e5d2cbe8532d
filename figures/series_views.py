"""What does not fit in the series of agreement numbers, for everyone: the page, and the same rows as a file."""

import csv

from django.http import HttpResponse
from django.views.generic import TemplateView, View

from editions.clocks import TwoClocksMixin
from figures.series import counts_apart, gaps_on, highest_number, rounds_perhaps_one, rounds_without_number
from figures.series_file import HEADER, rows_of


class SeriesView(TwoClocksMixin, TemplateView):
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
    """UTF-8 with a byte order mark, for Korean spreadsheet programs read anything else as cp949."""

    def get(self, request):
        response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="rounds-numbers-{self.clocks.as_of}.csv"'
        writer = csv.writer(response)
        writer.writerow(HEADER)
        writer.writerows(rows_of(self.clocks.as_of, undated=self.clocks.is_today, address=request.build_absolute_uri))
        return response
