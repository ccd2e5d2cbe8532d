from django.urls import path

from figures import card_views, figure_views, self_check_view, views

app_name = "figures"
urlpatterns = [
    path("", views.DashboardView.as_view(), name="dashboard"),
    path("statements/", views.StatementListView.as_view(), name="statement-list"),
    path("statements/<int:pk>/", views.StatementDetailView.as_view(), name="statement-detail"),
    path("figures/", figure_views.FigureListView.as_view(), name="figure-list"),
    path("figures/<slug:key>/", figure_views.FigureDetailView.as_view(), name="figure-detail"),
    path("figures/<slug:key>/rows.csv", figure_views.FigureRowsView.as_view(), name="figure-rows"),
    path("about/self-check/", self_check_view.SelfCheckView.as_view(), name="self-check"),
    path("figures/<slug:key>/card/", card_views.FigureCardView.as_view(), name="figure-card"),
]
