from django.urls import path

from figures import commitment_views, views

app_name = "figures"
urlpatterns = [
    path("", views.DashboardView.as_view(), name="dashboard"),
    path("commitments/", commitment_views.CommitmentListView.as_view(), name="commitment-list"),
    path("statements/", views.StatementListView.as_view(), name="statement-list"),
    path("statements/<int:pk>/", views.StatementDetailView.as_view(), name="statement-detail"),
]
