"""The gate as a page of the admin: what would happen, then the button that makes it happen."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Statement
from common.progress import progress_of
from editions.admin import REASON
from editions.models import Publishable
from editions.watching import watched
from figures.headline import side_by_side
from staff.gate import look_ahead, look_ahead_withdrawal, publish_as_shown

WITH_STATEMENT = "with_statement"


class GatedAdmin:
    """For a PublishingAdmin: publishing goes through the gate, for one record or for several at once."""

    actions = ["publish_selected"]

    def get_urls(self):
        view = self.admin_site.admin_view(self.publish_view)
        return [path("<path:object_id>/publish/", view, name=self._url_name("publish")), *super().get_urls()]

    @admin.action(description=gettext_lazy("Publish the selected…"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        drafts = queryset.filter(status=Publishable.Status.DRAFT).order_by("pk").values_list("pk", flat=True)
        if not drafts:
            messages.warning(request, _("All of the selected are already published."))
            return None
        return redirect(reverse(f"admin:{self._url_name('publish')}", args=[",".join(map(str, drafts))]))

    @watched(gettext_lazy("Check before publishing"))
    def publish_view(self, request, object_id):
        """`object_id`: one key, or several parted by commas. Shows the gate; on POST publishes what was shown."""
        records = self._records(object_id)
        if not all(self.has_publish_permission(request, record) for record in records):
            raise PermissionDenied
        public = [record for record in records if record.is_public()]
        if public:
            messages.info(request, _("%(record)s is already published.") % {"record": public[0]})
            return redirect(self._address("change", public[0]))
        offered = self._statements_of(request, records)
        chosen = self._chosen(request, offered)
        reason, together = request.POST.get(REASON, "").strip()[:500], [*records, *chosen]
        if request.method != "POST":
            gate = look_ahead(together, by=request.user, today=timezone.localdate(), progress=_progress_of(request))
            return self._show(request, gate, offered)
        gate = publish_as_shown(
            together,
            by=request.user,
            reason=reason,
            today=timezone.localdate(),
            fingerprint=request.POST.get("fingerprint", ""),
            progress=_progress_of(request),
        )
        if gate.edition is None:
            return self._show(request, gate, offered, reason=reason, asked_again=True)
        return self._published(request, records, gate)

    def withdraw_context(self, request, record):
        if not record.is_public():
            return {}
        gate = look_ahead_withdrawal(
            record,
            withdraw=self.withdraw,
            by=request.user,
            today=timezone.localdate(),
            progress=_progress_of(request),
        )
        return {"gate": gate, "headlines": _headlines(gate)}

    def _records(self, object_id):
        keys = object_id.split(",")
        if not all(key.isascii() and key.isdecimal() and len(key) < 19 for key in keys):
            raise Http404
        records = list(self.model.objects.filter(pk__in=keys).order_by("pk"))
        if len(records) < len(set(keys)):
            raise Http404
        return records

    def _statements_of(self, request, records):
        """Draft statements from the same sources, as one report of a signing often says a total too."""
        if self.model is Statement or not request.user.has_perm("agreements.publish_statement"):
            return []
        drafts = Statement.objects.filter(status=Publishable.Status.DRAFT, figures__isnull=False)
        return list(drafts.filter(sources__in=[pk for record in records for pk in _source_keys(record)]).distinct())

    def _chosen(self, request, offered):
        if request.method != "POST":
            return offered
        wanted = request.POST.getlist(WITH_STATEMENT)
        return [statement for statement in offered if str(statement.pk) in wanted]

    def _show(self, request, gate, offered, *, reason="", asked_again=False):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Check before publishing"),
            "gate": gate,
            "headlines": _headlines(gate),
            "original": gate.records[0],
            "offered": [(statement, statement in gate.records) for statement in offered],
            "reason": reason,
            "asked_again": asked_again and not gate.blockers,
        }
        return TemplateResponse(request, "admin/gate.html", context)

    def _published(self, request, records, gate):
        for record in gate.records:
            self.admin_site.get_model_admin(type(record)).log_change(request, record, _("Publish"))
        text = format_html(
            '{} <a href="{}">{}</a>',
            _("Published as edition %(number)s.") % {"number": gate.edition},
            reverse("figures:dashboard"),
            _("See the dashboard"),
        )
        messages.success(request, text)
        return redirect(self._address("change", records[0]))


def _progress_of(request):
    return progress_of(request, _("Step %(done)s of %(whole)s is done."))


def _source_keys(record):
    return record.sources.values_list("pk", flat=True)


def _headlines(gate):
    return [(day, _side_by_side(*states)) for day, states in gate.headlines.items()]


def _side_by_side(before, after):
    """(label, before, after) of a headline; `after` is None where nothing can be published."""
    if after is None:
        return [(label, value, None) for _key, label, value in before.rows()]
    return [(label, old, new) for _key, label, old, new in side_by_side(before, after)]
