from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, SetUnusablePasswordMixin
from django.contrib.auth.models import Group
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class StaffCreationForm(AdminUserCreationForm):
    """Django's form, which asks for the focus that the script of the admin's forms already gives to the first field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs.pop("autofocus")


class StaffPasswordForm(AdminPasswordChangeForm):
    """Django's form without the warning it puts, in English, into the help of a field: it stands in our template."""

    usable_password_help_text = SetUnusablePasswordMixin.usable_password_help_text


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Whoever administers accounts gives roles; powers beyond the roles are for superusers alone to give."""

    list_display = ["username", "last_name", "first_name", "is_active", "is_staff", "role_names", "last_login"]
    list_filter = ["is_active", "is_superuser", "groups"]
    filter_horizontal = []
    add_form = StaffCreationForm
    change_password_form = StaffPasswordForm
    # What the program notes itself, nobody types.
    always_readonly = ("last_login", "date_joined")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(self, db_field, request=None, **options):
        field = super().formfield_for_manytomany(db_field, request, **options)
        if db_field.name == "user_permissions":
            field.label_from_instance = permission_in_words
        return field

    @admin.display(description=_("roles"))
    def role_names(self, user):
        return ", ".join(group.name for group in user.groups.all())

    def get_readonly_fields(self, request, obj=None):
        own = () if request.user.is_superuser else ("is_superuser", "user_permissions")
        return (*self.always_readonly, *own)

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and not (obj and obj.is_superuser and not request.user.is_superuser)

    def has_delete_permission(self, request, obj=None):
        """Accounts are switched off, not deleted: editions name who made them."""
        return False


admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(admin.ModelAdmin):
    """The roles as the program sets them (accounts/roles.py): to be read, not changed."""

    fields = ["name", "may"]
    readonly_fields = ["may"]
    search_fields = ["name"]

    @admin.display(description=_("permissions"))
    def may(self, group):
        permissions = group.permissions.select_related("content_type")
        return format_html_join("", "<p>{}</p>", ([permission_in_words(permission)] for permission in permissions))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


ACTIONS = {"add": _("Add"), "change": _("Change"), "delete": _("Delete"), "view": _("View")}


def permission_in_words(permission):
    """`official statement: Add`; a permission of our own says itself what it allows."""
    action = permission.codename.partition("_")[0]
    return f"{permission.content_type.name}: {ACTIONS.get(action) or gettext(permission.name)}"
