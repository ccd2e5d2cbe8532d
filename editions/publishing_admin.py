"""The admin of records that are published and withdrawn on their own. The page that publishes is the gate of staff/."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from editions.admin import REASON, RegisterAdmin
from editions.refusals import refused_by
from editions.watching import watched


class PublishingAdmin(RegisterAdmin):
    """Subclasses say which service withdraws."""

    change_form_template = "admin/publishable_change_form.html"
    readonly_fields = ["status"]

    def withdraw(self, record, *, by, reason):
        raise NotImplementedError

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm(self.publish_permission)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<path:object_id>/withdraw/", view(self.withdraw_view), name=self._url_name("withdraw")),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, obj=None, **options):
        may_change = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        context["may_publish"] = may_publish = self.has_publish_permission(request)
        context["withdraw_url"] = self._address("withdraw", obj) if obj else ""
        context["offers_publishing"] = (
            may_publish and may_change and not context["is_popup"] and not (obj and obj.is_public())
        )
        return super().render_change_form(request, context, obj=obj, **options)

    def response_add(self, request, obj, post_url_continue=None):
        return self._response_publish(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._response_publish(request, obj) or super().response_change(request, obj)

    def _response_publish(self, request, obj):
        return redirect(self._address("publish", obj)) if "_publish" in request.POST else None

    def withdraw_context(self, request, record):
        """What the page that asks before withdrawing shows beside the question."""
        return {}

    @watched(_("Withdraw"))
    def withdraw_view(self, request, object_id):
        """Asks on GET; withdraws on POST, and asks again with what is wrong where the service refuses."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_publish_permission(request, record):
            raise PermissionDenied
        reason, problems = request.POST.get(REASON, "").strip(), []
        if request.method == "POST":
            problems = refused_by(lambda: self.withdraw(record, by=request.user, reason=reason[:500]))
            if not problems:
                self.log_change(request, record, str(_("Withdraw")))
                text = _("%(record)s was withdrawn and is a draft again.")
                messages.success(request, text % {"record": record})
                return redirect(self._address("change", record))
            record.refresh_from_db()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Withdraw"),
            "opts": self.opts,
            "original": record,
            "problems": problems,
            "reason": reason,
            **self.withdraw_context(request, record),
        }
        return TemplateResponse(request, "admin/withdraw.html", context)

    def _url_name(self, page):
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _address(self, page, record):
        return reverse(f"{self.admin_site.name}:{self._url_name(page)}", args=[record.pk])
