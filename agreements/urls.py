from django.urls import path

from agreements import views
from agreements.round_page import RoundCitationView, RoundDetailView

app_name = "agreements"
urlpatterns = [
    path("rounds/", views.RoundListView.as_view(), name="round-list"),
    path("rounds/<slug:slug>/", RoundDetailView.as_view(), name="round-detail"),
    path("rounds/<slug:slug>/citation.<slug:form>", RoundCitationView.as_view(), name="round-citation"),
    path("commitments/<int:pk>/", views.CommitmentView.as_view(), name="commitment"),
    path("agreements/<int:number>/", views.AgreementNumberView.as_view(), name="agreement-number"),
]
