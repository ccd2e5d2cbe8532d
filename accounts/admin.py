from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from accounts.models import User


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Whoever administers accounts gives roles; powers beyond the roles are for superusers alone to give."""

    list_display = ["username", "last_name", "first_name", "is_active", "is_staff", "role_names", "last_login"]
    list_filter = ["is_active", "is_superuser", "groups"]
    filter_horizontal = []

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def role_names(self, user):
        return ", ".join(group.name for group in user.groups.all())

    def get_readonly_fields(self, request, obj=None):
        return () if request.user.is_superuser else ("is_superuser", "user_permissions")

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and not (obj and obj.is_superuser and not request.user.is_superuser)

    def has_delete_permission(self, request, obj=None):
        """Accounts are switched off, not deleted: editions name who made them."""
        return False
