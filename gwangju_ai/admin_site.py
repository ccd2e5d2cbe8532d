from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class RegisterAdminSite(AdminSite):
    site_header = _("Gwangju AI agreements: staff")
    site_title = _("Gwangju AI agreements")
    index_title = _("Register")
