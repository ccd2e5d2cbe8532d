from django.urls import path

from figures.editions import feeds, views

app_name = "editions"
urlpatterns = [
    path("editions/", views.EditionListView.as_view(), name="edition-list"),
    path("editions/<int:number>/", views.EditionDetailView.as_view(), name="edition-detail"),
    path("corrections/", views.CorrectionListView.as_view(), name="correction-list"),
    path("feeds/rounds.atom", feeds.RoundFeedView.as_view(), name="round-feed"),
    path("feeds/editions.atom", feeds.EditionFeedView.as_view(), name="edition-feed"),
    path("feeds/corrections.atom", feeds.CorrectionFeedView.as_view(), name="correction-feed"),
]
