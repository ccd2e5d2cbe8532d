from django.contrib.admin.apps import AdminConfig


class RegisterAdminConfig(AdminConfig):
    default_site = "gwangju_ai.admin_site.RegisterAdminSite"
