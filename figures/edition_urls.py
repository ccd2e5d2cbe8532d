from django.urls import path

from figures import edition_views, feeds

app_name = "editions"
urlpatterns = [
    path("editions/", edition_views.EditionListView.as_view(), name="edition-list"),
    path("editions/<int:number>/", edition_views.EditionDetailView.as_view(), name="edition-detail"),
    path("corrections/", edition_views.CorrectionListView.as_view(), name="correction-list"),
    path("feeds/corrections.atom", feeds.CorrectionFeedView.as_view(), name="correction-feed"),
]
