"""Any list of the register as a file, and a file back into the register."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from editions.sheet_import import (
    RegisterChanged,
    bring_in,
    read_ticket,
    refuse_columns,
    refused_rows,
    try_out,
    without_reasons,
    write_ticket,
)
from editions.sheets import TYPES, read_sheet, write_sheet


class SheetForm(forms.Form):
    file = forms.FileField(
        label=capfirst(_("file")),
        help_text=_(".xlsx or .csv, at most 5 MB and 5,000 rows. Nothing is saved before you have seen what changes."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self):
        return without_reasons(read_sheet(self.cleaned_data["file"]))


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
            return redirect("../?e=1")
        resource = self.resource_class()
        rows = (resource.cells(record).values() for record in resource.iter_queryset(records))
        return self._file(write_sheet(kind, resource._meta.fields, rows), kind)

    def import_view(self, request):
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = SheetForm(request.POST or None, request.FILES or None)
        if "ticket" in request.POST:
            return self._confirm(request)
        if form.is_valid():
            try:
                sheet = form.cleaned_data["file"]
                refuse_columns(self.resource_class, sheet.columns)
                return self._preview(request, sheet)
            except ValidationError as error:
                form.add_error("file", error)
        columns = self.resource_class.columns()
        return self._page(request, "admin/sheet_import.html", form=form, columns=columns)

    def _confirm(self, request):
        try:
            sheet, shown = read_ticket(request.POST["ticket"], salt=self._salt(request))
        except ValidationError as error:
            messages.error(request, error.messages[0])
            return redirect(request.path)
        if "refused" in request.POST:
            return self._file(refused_rows(sheet, shown["refused"]), sheet.kind, "refused")
        reason = request.POST.get("edition_reason", "").strip()[:500]
        try:
            outcome = bring_in(self._resource(request, sheet), by=request.user, reason=reason, shown=shown)
        except RegisterChanged as changed:
            problem = _(
                "The register changed since the preview, and nothing was saved. This is what the file does now."
            )
            return self._preview(request, sheet, outcome=changed.outcome, problem=problem, reason=reason)
        except ValidationError as error:
            return self._preview(request, sheet, problem=error.messages[0], reason=reason)
        return self._done(request, sheet, outcome)

    def _done(self, request, sheet, outcome):
        done = ngettext("%(count)d row was saved.", "%(count)d rows were saved.", outcome.taken)
        messages.success(request, done % {"count": outcome.taken})
        if not outcome.refused:
            return redirect("..")
        ticket = write_ticket(sheet, outcome, salt=self._salt(request))
        return self._page(request, "admin/sheet_preview.html", outcome=outcome, ticket=ticket, done=True)

    def _preview(self, request, sheet, *, outcome=None, problem="", reason=""):
        outcome = outcome or try_out(self._resource(request, sheet), by=request.user)
        ticket = write_ticket(sheet, outcome, salt=self._salt(request))
        return self._page(
            request, "admin/sheet_preview.html", outcome=outcome, ticket=ticket, problem=problem, reason=reason
        )

    def _resource(self, request, sheet):
        def may_save(record):
            return not (self.publish_permission and record.is_public()) or request.user.has_perm(
                self.publish_permission
            )

        def publish_attached(record):
            self.publish_attached(record, by=request.user)

        return self.resource_class(sheet=sheet, may_save=may_save, publish_attached=publish_attached)

    def _salt(self, request):
        """A preview is confirmed by whoever saw it, and for the table it was made for."""
        return f"{self.opts.label}.import.{request.user.pk}"

    def _page(self, request, template, **context):
        title = _("Import: %(name)s") % {"name": self.opts.verbose_name_plural}
        return TemplateResponse(
            request, template, {**self.admin_site.each_context(request), "title": title, "opts": self.opts, **context}
        )

    def _file(self, content, kind, addition=""):
        name = "-".join(filter(None, [self.resource_class._meta.name, addition, f"{timezone.localdate():%Y%m%d}"]))
        headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
        return HttpResponse(content, content_type=TYPES[kind], headers=headers)
