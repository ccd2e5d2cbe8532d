from django.urls import path

from figures import card_views, commitment_views, figure_views, self_check_view
from figures.changes.views import FigureChangesView
from figures.dashboard.views import DashboardView, OverTimeFileView
from figures.series.views import SeriesFileView, SeriesView
from figures.statements.views import StatementDetailView, StatementListView

app_name = "figures"
urlpatterns = [
    path("", DashboardView.as_view(), name="dashboard"),
    path("commitments/", commitment_views.CommitmentListView.as_view(), name="commitment-list"),
    path("statements/", StatementListView.as_view(), name="statement-list"),
    path("statements/<int:pk>/", StatementDetailView.as_view(), name="statement-detail"),
    path("rounds/numbers/", SeriesView.as_view(), name="series"),
    path("rounds/numbers.csv", SeriesFileView.as_view(), name="series-file"),
    path("figures/", figure_views.FigureListView.as_view(), name="figure-list"),
    path("figures/over-time.csv", OverTimeFileView.as_view(), name="over-time-file"),
    path("figures/<slug:key>/", figure_views.FigureDetailView.as_view(), name="figure-detail"),
    path("figures/<slug:key>/rows.csv", figure_views.FigureRowsView.as_view(), name="figure-rows"),
    path("figures/<slug:key>/citation.<slug:form>", figure_views.FigureCitationView.as_view(), name="figure-citation"),
    path("figures/<slug:key>/changes/", FigureChangesView.as_view(), name="figure-changes"),
    path("about/self-check/", self_check_view.SelfCheckView.as_view(), name="self-check"),
    path("figures/<slug:key>/card/", card_views.FigureCardView.as_view(), name="figure-card"),
]
