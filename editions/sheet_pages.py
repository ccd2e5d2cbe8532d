"""The pages that bring a file into a list: choosing it, seeing what it does, and confirming that."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from common.progress import progress_of
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
from editions.sheets import read_sheet


class SheetForm(forms.Form):
    file = forms.FileField(
        label=capfirst(_("file")),
        help_text=_(".xlsx or .csv, at most 5 MB and 5,000 rows. Nothing is saved before you have seen what changes."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self):
        return without_reasons(read_sheet(self.cleaned_data["file"]))


class ImportPages:
    """Answers one request for the admin `owner` of a table. What stands between two pages is carried in the form."""

    def __init__(self, owner, request):
        self.owner, self.request = owner, request
        # A preview is confirmed by whoever saw it, and for the table it was made for.
        self.salt = f"{owner.opts.label}.import.{request.user.pk}"

    def answer(self):
        if "ticket" in self.request.POST:
            return self._answer_ticket()
        form = SheetForm(self.request.POST or None, self.request.FILES or None)
        if form.is_valid():
            try:
                sheet = form.cleaned_data["file"]
                refuse_columns(self.owner.resource_class, sheet.columns)
                return self._preview(sheet)
            except ValidationError as error:
                form.add_error("file", error)
        return self._page("admin/sheet_import.html", form=form, columns=self.owner.resource_class.columns())

    def _answer_ticket(self):
        try:
            sheet, shown = read_ticket(self.request.POST["ticket"], salt=self.salt)
        except ValidationError as error:
            messages.error(self.request, error.messages[0])
            return redirect(self.request.path)
        if "refused" in self.request.POST:
            return self.owner.sheet_response(refused_rows(sheet, shown["refused"]), sheet.kind, "refused")
        return self._confirm(sheet, shown)

    def _confirm(self, sheet, shown):
        reason = self.request.POST.get("edition_reason", "").strip()[:500]
        try:
            outcome = bring_in(
                self._resource(sheet),
                by=self.request.user,
                reason=reason,
                shown=shown,
                progress=progress_of(self.request, _("%(done)s of %(whole)s rows are saved.")),
            )
        except RegisterChanged as changed:
            problem = _("The register changed since the preview; nothing was saved. This is what the file does now.")
            return self._preview(sheet, outcome=changed.outcome, problem=problem, reason=reason)
        except ValidationError as error:
            return self._preview(sheet, problem=error.messages[0], reason=reason)
        done = ngettext("%(count)s row was saved.", "%(count)s rows were saved.", outcome.taken)
        messages.success(self.request, done % {"count": number_format(outcome.taken, force_grouping=True)})
        if not outcome.refused:
            return redirect("..")
        return self._show(sheet, outcome, done=True)

    def _preview(self, sheet, *, outcome=None, **shown):
        if not outcome:
            progress = progress_of(self.request, _("%(done)s of %(whole)s rows are read."))
            outcome = try_out(self._resource(sheet), by=self.request.user, progress=progress)
        return self._show(sheet, outcome, **shown)

    def _show(self, sheet, outcome, **shown):
        ticket = write_ticket(sheet, outcome, salt=self.salt)
        return self._page("admin/sheet_preview.html", outcome=outcome, ticket=ticket, **shown)

    def _resource(self, sheet):
        return self.owner.resource_class(
            sheet=sheet,
            may_save=lambda record: self.owner.may_save(self.request, record),
            publish_attached=lambda record: self.owner.publish_attached(record, by=self.request.user),
        )

    def _page(self, template, **context):
        opts = self.owner.opts
        base = self.owner.admin_site.each_context(self.request)
        title = _("Import: %(name)s") % {"name": opts.verbose_name_plural}
        return TemplateResponse(self.request, template, {**base, "title": title, "opts": opts, **context})
