from django.urls import path

from open_data.embeds import views
from open_data.embeds.code import EmbedCodeView

app_name = "embeds"
urlpatterns = [
    path("", EmbedCodeView.as_view(), name="code"),
    path("headline/", views.HeadlineEmbedView.as_view(), name="headline"),
    path("headline.svg", views.HeadlineBadgeView.as_view(), name="headline-badge"),
    path("<slug:key>/", views.FigureEmbedView.as_view(), name="figure"),
    path("<slug:key>.svg", views.FigureBadgeView.as_view(), name="figure-badge"),
]
