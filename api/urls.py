from django.urls import path

from api.figure_views import FigureChangesView, FiguresView, FigureView
from api.record_views import RecordsView, RecordView
from api.root_view import RootView
from api.schema_views import SchemaView
from open_data.datasets.registry import DATASETS

app_name = "api"
# Keys are read by the views, so that a wrong one is answered like every other request.
urlpatterns = [
    path("", RootView.as_view(), name="root"),
    *(path(f"{name}/", RecordsView.as_view(dataset=table), name=f"{name}-list") for name, table in DATASETS.items()),
    *(
        path(f"{name}/<str:key>/", RecordView.as_view(dataset=table), name=f"{name}-detail")
        for name, table in DATASETS.items()
    ),
    path("figures/", FiguresView.as_view(), name="figure-list"),
    path("figures/<str:key>/", FigureView.as_view(), name="figure-detail"),
    path("figures/<str:key>/changes/", FigureChangesView.as_view(), name="figure-changes"),
    path("schema/", SchemaView.as_view(), name="schema"),
]
