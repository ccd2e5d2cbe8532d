from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from api.docs import DocsView
from api.root_view import RootView
from gwangju_ai import health
from gwangju_ai.pages import PRIVACY_POLICY_SINCE, FaviconView, RobotsView, SitePageView
from gwangju_ai.sitemaps import SITEMAPS

handler400 = "gwangju_ai.errors.bad_request"
handler403 = "gwangju_ai.errors.forbidden"
handler404 = "gwangju_ai.errors.not_found"
handler500 = "gwangju_ai.errors.server_error"

privacy = SitePageView.as_view(template_name="privacy.html", extra_context={"since": PRIVACY_POLICY_SINCE})

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/", RootView.as_view(schema=None)),
    path("api/v1/", include("api.urls")),
    path("data/", include("open_data.package.urls")),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("favicon.ico", FaviconView.as_view()),
    path("robots.txt", RobotsView.as_view()),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    *i18n_patterns(
        path("", include("figures.urls")),
        path("companies/", include("companies.urls")),
        path("", include("agreements.urls")),
        path("", include("figures.editions.urls")),
        path("", include("open_data.urls")),
        path("api/docs/", DocsView.as_view(), name="api-docs"),
        path("embed/", include("open_data.embeds.urls")),
        path("about/", SitePageView.as_view(template_name="about.html"), name="about"),
        path("privacy/", privacy, name="privacy"),
        path("copyright/", SitePageView.as_view(template_name="copyright.html"), name="copyright"),
        prefix_default_language=False,
    ),
]
