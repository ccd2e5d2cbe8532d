from django.contrib.admin import AdminSite
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editions.watching import watched
from staff.session import session_view
from staff.views import work_view
from staff.work_list import kinds_for, work_list


class RegisterAdminSite(AdminSite):
    site_header = _("Gwangju AI agreements: staff")
    site_title = _("Gwangju AI agreements")
    index_title = _("Register")

    def get_urls(self):
        return [
            path("session/", session_view, name="session"),
            path("work/<slug:kind>/", self.admin_view(work_view), name="work"),
            *super().get_urls(),
        ]

    @watched(_("Register"))
    def index(self, request, extra_context=None):
        """The front page, with what waits for whoever looks at it."""
        context = {
            "has_work_list": bool(kinds_for(request.user)),
            "work_list": work_list(timezone.localdate(), request.user),
        }
        return super().index(request, {**context, **(extra_context or {})})
