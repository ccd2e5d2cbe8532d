from django.urls import path

from open_data import views
from open_data.page import OpenDataView

app_name = "open_data"
urlpatterns = [
    path("data/", OpenDataView.as_view(), name="open-data"),
    path("data/<slug:table>.<slug:kind>", views.TableFileView.as_view(), name="table-file"),
]
