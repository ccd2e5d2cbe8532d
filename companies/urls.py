from django.urls import path

from companies import place_list, views

app_name = "companies"
urlpatterns = [
    path("", views.CompanyListView.as_view(), name="company-list"),
    path("places/", place_list.PlaceListView.as_view(), name="place-list"),
    path("<int:pk>/", views.CompanyDetailView.as_view(), name="company-detail"),
]
