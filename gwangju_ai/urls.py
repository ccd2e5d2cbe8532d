from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.views.generic import RedirectView, TemplateView

from editions.clocks import TwoClocksMixin
from gwangju_ai import health

handler400 = "gwangju_ai.errors.bad_request"
handler403 = "gwangju_ai.errors.forbidden"
handler404 = "gwangju_ai.errors.not_found"
handler500 = "gwangju_ai.errors.server_error"


class FaviconView(RedirectView):
    """Browsers ask for this address on pages that name no icon, such as the admin's."""

    def get_redirect_url(self, *args, **kwargs):
        return static("favicon.svg")


class AboutView(TwoClocksMixin, TemplateView):
    template_name = "about.html"


urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("api.urls")),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("favicon.ico", FaviconView.as_view()),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
    *i18n_patterns(
        path("", include("figures.urls")),
        path("companies/", include("companies.urls")),
        path("", include("agreements.urls")),
        path("", include("figures.editions.urls")),
        path("about/", AboutView.as_view(), name="about"),
        prefix_default_language=False,
    ),
]
