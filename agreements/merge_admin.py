"""The log of merges, the two pages that make one (choose, then look and confirm), and the page that undoes it."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.merge_plan import ROWS, plan_merge
from agreements.merges import merge_companies, rows_to_return, undo_merge
from agreements.models import CompanyMerge
from companies.forms import KnownSelect
from companies.models import Company
from companies.search_admin import FoundByCompanyMixin
from editions.admin import REASON
from editions.refusals import refused_by
from editions.watching import watched

MERGE = "agreements.merge_company"


class ChoiceForm(forms.Form):
    """Which company stays, and which is its duplicate."""

    required_css_class = "required"
    kept = forms.ModelChoiceField(
        Company.objects.all(), label=capfirst(_("kept")), widget=KnownSelect(CompanyMerge._meta.get_field("kept"))
    )
    merged = forms.ModelChoiceField(
        Company.objects.all(),
        label=capfirst(_("duplicate")),
        widget=KnownSelect(CompanyMerge._meta.get_field("merged")),
    )


class CompanyMergeAdmin(FoundByCompanyMixin, admin.ModelAdmin):
    list_display = ["merged", "kept", "reason", "made_by", "made_at", "undone_at"]
    list_display_links = ["merged"]
    list_select_related = ["merged", "kept", "made_by"]
    list_filter = [("undone_at", admin.EmptyFieldListFilter)]
    company_paths = ["merged", "kept"]
    search_fields = ["reason"]
    date_hierarchy = "made_at"
    show_full_result_count = False
    change_form_template = "admin/agreements/companymerge/change_form.html"
    fields = [
        *("merged", "kept", "reason", ("made_by", "made_at"), "what_moved"),
        *("undone_reason", ("undone_by", "undone_at")),
    ]

    def has_add_permission(self, request):
        return request.user.has_perm(MERGE)

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view(self.undo_view)
        return [path("<path:object_id>/undo/", view, name="agreements_companymerge_undo"), *super().get_urls()]

    @admin.display(description=_("what moved"))
    def what_moved(self, merge):
        """How many rows of each kind, the name and the facts that were taken over."""
        moved = merge.moved
        counts = {title(relation): len(moved["rows"][relation]) for relation in ROWS}
        counts |= {capfirst(_("sources")): len(moved["sources"]), _("New other name"): int(moved["alias"] is not None)}
        counts[capfirst(_("business registration number"))] = int(moved["number"] is not None)
        rows = [(what, count) for what, count in counts.items() if count]
        rows += [(fact_name(name), "✓") for name in moved["filled"]]
        return format_html_join("", "<p>{}: {}</p>", rows) or "–"

    def render_change_form(self, request, context, obj=None, **options):
        context["may_undo"] = obj and not obj.undone_at and request.user.has_perm(MERGE)
        return super().render_change_form(request, context, obj=obj, **options)

    @watched(_("Merge two companies"))
    def add_view(self, request, form_url="", extra_context=None):
        """GET chooses and previews, POST confirms what the preview showed; without a script as well as with one."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        choice = request.POST if request.method == "POST" else request.GET
        chosen = "kept" in choice and "merged" in choice
        form = ChoiceForm(choice) if chosen else ChoiceForm(initial=choice.dict())
        if not (chosen and form.is_valid()):
            return self._page(request, "choose", _("Merge two companies"), {"form": form})
        companies = form.cleaned_data
        problems = self._merge(request, companies) if request.method == "POST" else []
        if problems is None:
            return redirect("admin:agreements_companymerge_changelist")
        plan = plan_merge(**{name: Company.objects.get(pk=company.pk) for name, company in companies.items()})
        return self._page(request, "preview", _("Merge two companies"), self._preview(request, plan, problems))

    def _merge(self, request, companies):
        """What stands against it, in words; None where it was done."""
        reason = request.POST.get(REASON, "").strip()[:500]
        shown = request.POST.get("fingerprint", "")
        problems = refused_by(lambda: merge_companies(**companies, by=request.user, reason=reason, fingerprint=shown))
        if problems:
            return problems
        text = _("%(merged)s was merged into %(kept)s. Both addresses lead to %(kept)s.")
        messages.success(request, text % {name: company.name for name, company in companies.items()})
        return None

    def _preview(self, request, plan, problems):
        return {
            "plan": plan,
            "problems": problems,
            "reason": request.POST.get(REASON, ""),
            "moving": [(title(relation), rows) for relation, rows in plan.moving.items()],
            "staying": [(title(relation), rows) for relation, rows in plan.staying.items() if rows],
            "filled": filled_facts(plan),
        }

    @watched(_("Undo"))
    def undo_view(self, request, object_id):
        merge = self.get_object(request, unquote(object_id))
        if merge is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not request.user.has_perm(MERGE):
            raise PermissionDenied
        reason, problems = request.POST.get(REASON, "").strip(), []
        if request.method == "POST":
            problems = refused_by(lambda: undo_merge(merge=merge, by=request.user, reason=reason[:500]))
            if not problems:
                messages.success(request, _("The merge %(merge)s was undone.") % {"merge": merge})
                return redirect("admin:agreements_companymerge_changelist")
        returning = {title(relation): rows for relation, rows in rows_to_return(merge).items() if rows}
        context = {
            "original": merge,
            "problems": problems,
            "reason": reason,
            "returning": [(what, ", ".join(str(row) for row in rows)) for what, rows in returning.items()],
        }
        return self._page(request, "undo", _("Undo"), context)

    def _page(self, request, name, page_title, context):
        template = f"admin/agreements/companymerge/{name}.html"
        page = {**self.admin_site.each_context(request), "opts": self.opts, "title": page_title}
        return TemplateResponse(request, template, page | context)


def title(relation):
    return capfirst(Company._meta.get_field(relation).related_model._meta.verbose_name_plural)


def filled_facts(plan):
    """(what, value) of the facts that the company that is kept takes over."""
    fields = [Company._meta.get_field(name) for name in plan.filled]
    shown = [(field, getattr(plan.merged, f"get_{field.name}_display", None)) for field in fields]
    return [
        (fact_name(field.name), display() if display else getattr(plan.merged, field.name)) for field, display in shown
    ]


def fact_name(name):
    return capfirst(Company._meta.get_field(name).verbose_name)
