from django.urls import path

from api.figure_views import FigureChangesView, FiguresView, FigureView
from api.schema_views import SchemaView

app_name = "api"
urlpatterns = [
    path("figures/", FiguresView.as_view(), name="figure-list"),
    path("figures/<slug:key>/", FigureView.as_view(), name="figure-detail"),
    path("figures/<slug:key>/changes/", FigureChangesView.as_view(), name="figure-changes"),
    path("schema/", SchemaView.as_view(), name="schema"),
]
