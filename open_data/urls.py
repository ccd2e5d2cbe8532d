from django.urls import path

from open_data import views

app_name = "open_data"
urlpatterns = [
    path("data/<slug:table>.<slug:kind>", views.TableFileView.as_view(), name="table-file"),
]
