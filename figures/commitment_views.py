from agreements.commitment_tables import CommitmentTable
from agreements.filters import CommitmentFilterSet
from editions.lists import RegisterListView
from figures.breakdowns import with_bars
from figures.explained.commitments import FIGURES, points_known, points_without_day
from figures.sums.kept import sums_shown


class CommitmentListView(RegisterListView):
    """Every agreed point that the figures of the day count, below these figures in parts."""

    template_name = "figures/commitment_list.html"
    filterset_class = CommitmentFilterSet
    table_class = CommitmentTable
    per_page = 20

    def rows(self, day):
        return points_known(day)

    def get_context_data(self, **kwargs):
        sums = sums_shown(self.clocks)
        points = [with_bars(figure, sums, self.clocks.as_of) for figure in FIGURES]
        return super().get_context_data(points=points, undated=points_without_day().count(), **kwargs)
