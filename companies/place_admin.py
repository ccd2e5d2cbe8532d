"""The page of a company's admin that records an opening or a closing."""

from django.contrib import messages
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate
from companies.place_forms import PlaceEventForm
from companies.places import PlaceEvent
from editions.watching import watched

PERMISSIONS = ["companies.add_establishment", "companies.change_establishment"]
NOW_TRUE = {
    PlaceEvent.OPENED: _("%(place)s: opened on %(day)s."),
    PlaceEvent.PLANNED: _("%(place)s: planned for %(day)s."),
    PlaceEvent.CONFIRMED: _("%(place)s: last confirmed on %(day)s."),
    PlaceEvent.CLOSED: _("%(place)s: closed on %(day)s."),
    PlaceEvent.CLOSING_REPORTED: _("%(place)s: closing reported on %(day)s."),
}


class PlaceEventAdmin:
    """For the company's admin; its object tools lead here (templates/admin/companies/company/)."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.place_event_view)
        return [path("<path:object_id>/place/", view, name="companies_company_place"), *super().get_urls()]

    @watched(_("Record an opening or a closing"))
    def place_event_view(self, request, object_id):
        """The form, filled in from `?event=…&place=…` where a list of work leads here."""
        company = self.get_object(request, unquote(object_id))
        if company is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not request.user.has_perms(PERMISSIONS):
            raise PermissionDenied
        form = PlaceEventForm(
            request.POST if request.method == "POST" else None,
            company=company,
            today=timezone.localdate(),
            admin_site=self.admin_site,
            initial={name: request.GET[name] for name in ("event", "place") if name in request.GET},
        )
        place = form.record(by=request.user) if form.is_valid() else None
        if place:
            return self._place_recorded(request, company, place, PlaceEvent(form.cleaned_data["event"]))
        return TemplateResponse(request, "admin/companies/company/place.html", self._place_context(request, form))

    def _place_context(self, request, form):
        adminform = AdminForm(form, form.fieldsets, {}, model_admin=self)
        return {
            **self.admin_site.each_context(request),
            "title": _("Record an opening or a closing"),
            "subtitle": str(form.company),
            "opts": self.opts,
            "original": form.company,
            "adminform": adminform,
            "errors": form.errors,
            "media": self.media + form.media,
        }

    def _place_recorded(self, request, company, place, event):
        message = _now_true(place, event)
        self.log_change(request, company, message)
        if company.is_public():
            link = format_html('<a href="{}">{}</a>', company.get_absolute_url(), _("See the public page"))
        else:
            link = _("The company is a draft: the public sees it when the company is published.")
        messages.success(request, format_html("{} {}", message, link))
        return redirect(reverse(f"{self.admin_site.name}:companies_company_change", args=[company.pk]))


def _now_true(place, event):
    known = PartialDate.read(place, event.date_name)
    if known is None:
        return str(_("%(place)s: planned, on a day not known.") % {"place": place})
    return str(NOW_TRUE[event] % {"place": place, "day": known.in_words()})
