"""Any list of the register as a file, and a file back into the register."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editions.sheet_pages import ImportPages
from editions.sheets import TYPES, as_attachment, write_sheet
from editions.watching import watched


class SheetsAdmin(admin.ModelAdmin):
    """Subclasses name their table in `resource_class`. Whoever may see a list may take it out; whoever may add and
    change its entries may bring them in, and what is published stays with those who may publish it."""

    resource_class = None
    change_list_template = "admin/register_change_list.html"

    def publish_attached(self, record, *, by):
        """Publish the drafts that a published record names since this change."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        urls = super().get_urls()
        if not self.resource_class:
            return urls
        return [
            *(
                path(f"export.{kind}", view(self.export_view), {"kind": kind}, f"{name}_export_{kind}")
                for kind in TYPES
            ),
            path("import/", view(self.import_view), name=f"{name}_import"),
            *urls,
        ]

    def has_import_permission(self, request):
        """Only what keeps its history is brought in."""
        codenames = [get_permission_codename(action, self.opts) for action in ("add", "change")]
        allowed = all(request.user.has_perm(f"{self.opts.app_label}.{codename}") for codename in codenames)
        return bool(self.resource_class) and hasattr(self.model, "is_public") and allowed

    def changelist_view(self, request, extra_context=None):
        offers = {
            "offers_export": bool(self.resource_class),
            "offers_import": self.has_import_permission(request),
        }
        return super().changelist_view(request, offers | (extra_context or {}))

    def export_view(self, request, kind):
        """The list as filtered and searched, all its pages."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            records = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return redirect("./?e=1")
        resource = self.resource_class()
        rows = (resource.cells(record).values() for record in resource.iter_queryset(records))
        return self.sheet_response(write_sheet(kind, resource._meta.fields, rows), kind)

    @watched(_("Import"))
    def import_view(self, request):
        if not self.has_import_permission(request):
            raise PermissionDenied
        return ImportPages(self, request).answer()

    def may_save(self, request, record):
        """Whether what a file says of a record may be written: what is published is for those who may publish it."""
        needed = self.publish_permission if record.is_public() else None
        return not needed or request.user.has_perm(needed)

    def sheet_response(self, content, kind, addition=""):
        name = "-".join(filter(None, [self.resource_class._meta.name, addition, f"{timezone.localdate():%Y%m%d}"]))
        return as_attachment(content, name, kind)
