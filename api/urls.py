from django.urls import path

from api import changes, views

app_name = "api"
urlpatterns = [
    path("figures/", views.figures, name="figure-list"),
    path("figures/<slug:key>/", views.figure, name="figure-detail"),
    path("figures/<slug:key>/changes/", changes.changes, name="figure-changes"),
]
