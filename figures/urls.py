from django.urls import path

from figures import (
    card_views,
    change_views,
    commitment_views,
    figure_views,
    self_check_view,
    series_views,
    statement_views,
    views,
)

app_name = "figures"
urlpatterns = [
    path("", views.DashboardView.as_view(), name="dashboard"),
    path("commitments/", commitment_views.CommitmentListView.as_view(), name="commitment-list"),
    path("statements/", statement_views.StatementListView.as_view(), name="statement-list"),
    path("statements/<int:pk>/", statement_views.StatementDetailView.as_view(), name="statement-detail"),
    path("rounds/numbers/", series_views.SeriesView.as_view(), name="series"),
    path("rounds/numbers.csv", series_views.SeriesFileView.as_view(), name="series-file"),
    path("figures/", figure_views.FigureListView.as_view(), name="figure-list"),
    path("figures/<slug:key>/", figure_views.FigureDetailView.as_view(), name="figure-detail"),
    path("figures/<slug:key>/rows.csv", figure_views.FigureRowsView.as_view(), name="figure-rows"),
    path("figures/<slug:key>/changes/", change_views.FigureChangesView.as_view(), name="figure-changes"),
    path("about/self-check/", self_check_view.SelfCheckView.as_view(), name="self-check"),
    path("figures/<slug:key>/card/", card_views.FigureCardView.as_view(), name="figure-card"),
]
