"""The history of a record: who changed what and when, what differs, and the way back to an older version."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from editions.differences import differences
from editions.refusals import refused_by
from editions.reverting import revert_record, reverted
from editions.watching import watched


class HistoryAdmin(SimpleHistoryAdmin):
    """The library's list of versions with our differences; reverting is a page that asks, as publishing is."""

    history_list_display = ["edition"]
    object_history_template = "admin/record_history.html"
    object_history_list_template = "admin/record_history_list.html"

    @admin.display(description=_("edition"))
    def edition(self, record):
        """The editions in which a history row was public; a dash for a draft, and for what its own edition replaced."""
        first, until = record.edition_from, record.edition_until
        if first is None or first == until:
            return "–"
        return f"{first} – {'' if until is None else until - 1}"

    def publish_attached(self, record, *, by):
        """Publish the drafts that a published record names since this change."""

    def set_history_delta_changes(self, request, historical_records, foreign_keys_are_objs=True):
        versions = list(historical_records)
        older = [*versions[1:], versions[-1].prev_record if historical_records.has_next() else None]
        for version, before in zip(versions, older, strict=True):
            version.history_delta_changes = differences(before, version) if before else []

    def history_view_title(self, request, obj):
        return _("View history: %s") % self._name(obj)

    def history_view(self, request, object_id, extra_context=None):
        context = {"row_histories": self._row_histories(request, unquote(object_id)), **(extra_context or {})}
        return super().history_view(request, object_id, context)

    def _row_histories(self, request, object_id):
        """(kind of row, [(row in words, address of its history, whether it was deleted)]) for each kind of row."""
        for inline in self.get_inline_instances(request):
            admin_of_row = self.admin_site._registry.get(inline.model)
            if not isinstance(admin_of_row, HistoryAdmin):
                continue
            fields = inline.model._meta.concrete_fields
            owner = next(field.name for field in fields if field.related_model is self.model)
            rows = {row.instance.pk: row for row in inline.model.history.filter(**{owner: object_id}).latest_of_each()}
            yield (
                inline.opts.verbose_name_plural,
                [
                    (self._name(row.instance), admin_of_row._history_address(pk), row.history_type == "-")
                    for pk, row in rows.items()
                ],
            )

    @watched(_("Revert"))
    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """Shows on GET what reverting would change; reverts on POST."""
        version = self._version(unquote(object_id), version_id)
        problems, record = [], None
        try:
            record = reverted(version)
        except ValidationError as error:
            problems = error.messages
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        may_revert = record is not None and self.has_change_permission(request, record)
        if request.method == "POST":
            if not may_revert:
                raise PermissionDenied
            problems = refused_by(lambda: self._revert(request, version))
            if not problems:
                messages.success(request, _("%(record)s is again what it was in this version.") % {"record": record})
                return redirect(self._history_address(record.pk))
        return TemplateResponse(
            request, "admin/record_revert.html", self._context(request, version, record, problems, may_revert)
        )

    def _version(self, object_id, version_id):
        try:
            return self.model.history.get(history_id=version_id, **{self.opts.pk.attname: object_id})
        except (ObjectDoesNotExist, ValueError) as error:
            raise Http404 from error

    def _revert(self, request, version):
        with self._edition(request):
            record = revert_record(version=version, by=request.user, reason=self._reason(request))
            if record.is_public():
                self.publish_attached(record, by=request.user)
            self.log_change(request, record, str(_("Revert")))

    def _context(self, request, version, record, problems, may_revert):
        present = self.model.history.filter(**{self.opts.pk.attname: version.instance.pk}).latest()
        name = self._name(version.instance)
        return {
            **self.admin_site.each_context(request),
            "title": _("Revert %s") % name,
            "opts": self.opts,
            "name": name,
            "version": version,
            "changes": differences(present, version),
            "deleted": present.history_type == "-",
            "reason_required": record is not None and record.is_public(),
            "reason": self._reason(request),
            "problems": problems,
            "may_revert": may_revert,
            "history_url": self._history_address(version.instance.pk),
        }

    def _history_address(self, pk):
        return reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_history", args=[pk])

    def _name(self, record):
        """What the record is called; its kind and key where what it is called by was deleted."""
        try:
            return str(record)
        except ObjectDoesNotExist:
            return f"{record._meta.verbose_name} {record.pk}"
