from django.urls import path

from companies import views
from companies.company_page import CompanyCitationView, CompanyDetailView
from companies.directory import CompanyListView

app_name = "companies"
urlpatterns = [
    path("", CompanyListView.as_view(), name="company-list"),
    path("places/", views.PlaceListView.as_view(), name="place-list"),
    path("<int:pk>/citation.<slug:form>", CompanyCitationView.as_view(), name="company-citation"),
    path("<int:pk>/", CompanyDetailView.as_view(), name="company-detail"),
]
