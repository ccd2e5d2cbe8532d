"""The page of likely duplicates: each pair is merged, or told apart once and for all."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from companies.duplicates import likely_duplicates
from companies.forms import PairForm
from companies.models import DistinctCompanies
from companies.search_admin import FoundByCompanyMixin
from companies.services import tell_apart
from editions.watching import watched


class DuplicatesMixin:
    """For the admin of companies."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.duplicates_view)
        return [path("duplicates/", view, name=self._url_name("duplicates")), *super().get_urls()]

    def merge_url(self, request, company, other=None):
        """Where `other`, or a company still to be chosen, is merged into `company`; nothing for who may not merge."""
        if not request.user.has_perm("agreements.merge_company"):
            return ""
        chosen = {"kept": company.pk} | ({"merged": other.pk} if other else {})
        return f"{reverse('admin:agreements_companymerge_add')}?{urlencode(chosen)}"

    @watched(_("Likely duplicates"))
    def duplicates_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._tell_apart(request)
        pairs = likely_duplicates()
        companies = {company.pk: company for pair in pairs for company in (pair.first, pair.second)}
        prefetch_related_objects(list(companies.values()), "agreements__round", "representatives", "establishments")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Likely duplicates"),
            "rows": [self._row(request, pair) for pair in pairs],
            "may_tell_apart": self._may_tell_apart(request),
        }
        return TemplateResponse(request, "admin/companies/company/duplicates.html", context)

    def _row(self, request, pair):
        """A pair as the page shows it; it proposes to keep the company that is public, or has more agreements."""
        companies = pair.first, pair.second
        kept, merged = sorted(
            companies, key=lambda company: (company.is_public(), len(company.agreements.all())), reverse=True
        )
        return {
            "pair": pair,
            "sides": list(zip(companies, pair.names, strict=True)),
            "merge_url": self.merge_url(request, kept, merged),
        }

    def _may_tell_apart(self, request):
        return request.user.has_perm("companies.add_distinctcompanies")

    def _tell_apart(self, request):
        if not self._may_tell_apart(request):
            raise PermissionDenied
        form = PairForm(request.POST)
        if form.is_valid():
            answer = tell_apart(**form.cleaned_data, by=request.user)
            messages.success(request, _("%(pair)s: noted as two companies.") % {"pair": answer})
        else:
            messages.error(request, _("One of the two is no longer in the register."))
        return redirect(f"admin:{self._url_name('duplicates')}")


@admin.register(DistinctCompanies)
class DistinctCompaniesAdmin(FoundByCompanyMixin, admin.ModelAdmin):
    """The answers given; one that was wrong is deleted, and the pair is proposed again."""

    list_display = ["first", "second", "decided_by", "decided_at"]
    list_select_related = ["first", "second", "decided_by"]
    company_paths = ["first", "second"]
    search_fields = ["first__name", "second__name"]
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
