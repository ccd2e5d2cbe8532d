"""Pages and small answers that belong to no app: what the site says of itself, and what crawlers and browsers ask."""

import datetime

from django.templatetags.static import static
from django.views.generic import RedirectView, TemplateView

from editions.clocks import TwoClocksMixin

# The day from which the privacy policy holds as it stands; to be set anew with every change of its text.
PRIVACY_POLICY_SINCE = datetime.date(2026, 11, 23)


class SitePageView(TwoClocksMixin, TemplateView):
    """A page of text; it takes the clocks only to keep them in its links."""


class RobotsView(TemplateView):
    template_name = "robots.txt"
    content_type = "text/plain; charset=utf-8"


class FaviconView(RedirectView):
    """Browsers ask for this address on pages that name no icon, such as the admin's."""

    def get_redirect_url(self, *args, **kwargs):
        return static("favicon.svg")
