"""The page on which a company takes a new name."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from companies.forms import RenameForm
from companies.services import bearer_of, rename_company
from editions.admin import REASON
from editions.watching import watched
from sources.models import Source


class RenamingMixin:
    """For the admin of companies. A new name is a fact: who may change companies may record it, published or not."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.rename_view)
        return [path("<path:object_id>/rename/", view, name=self._url_name("rename")), *super().get_urls()]

    def has_rename_permission(self, request, company):
        return request.user.has_perm("companies.change_company") and not company.merged_into_id

    @watched(_("Rename"))
    def rename_view(self, request, object_id):
        company = self.get_object(request, unquote(object_id))
        if company is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_rename_permission(request, company):
            raise PermissionDenied
        form, old_name = RenameForm(request.POST or None, company=company), company.name
        if form.is_valid() and self._rename(request, company, form):
            message = _("%(name)s is the name now; %(old)s stays findable.") % {"name": company.name, "old": old_name}
            messages.success(request, message)
            return redirect(self._address("change", company))
        company.name = old_name
        other = bearer_of(form.data.get("name", ""), besides=company) if form.errors else None
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Rename"),
            "original": company,
            "form": form,
            "merge_url": self.merge_url(request, company, other) if other else "",
        }
        return TemplateResponse(request, "admin/companies/company/rename.html", context)

    def _rename(self, request, company, form):
        """Whether it was done; a new source is kept only together with the new name."""
        values = form.cleaned_data
        try:
            with transaction.atomic():
                source = values["source"]
                if values["source_url"]:
                    source, _is_new = Source.objects.get_or_create(url=values["source_url"])
                rename_company(
                    company=company,
                    name=values["name"],
                    renamed_on=values["renamed_on"],
                    source=source,
                    by=request.user,
                    reason=values[REASON],
                )
        except ValidationError as error:
            form.refuse(error)
            return False
        self.log_change(request, company, str(_("Rename")))
        return True
