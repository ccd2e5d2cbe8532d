"""Business registration numbers: on the page of a company that may be changed, else on a page of their own."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from companies.forms import BusinessNumberForm
from companies.models import BusinessNumber
from companies.search_admin import FoundByCompanyMixin
from editions.admin import RegisterAdmin, RowInline


class BusinessNumberInline(RowInline):
    model = BusinessNumber
    form = BusinessNumberForm
    fields = ["number"]
    verbose_name_plural = _("business registration number")


@admin.register(BusinessNumber)
class BusinessNumberAdmin(FoundByCompanyMixin, RegisterAdmin):
    form = BusinessNumberForm
    history_list_display = []
    list_display = ["__str__", "company", "is_well_formed"]
    list_select_related = ["company"]
    search_fields = ["number"]
    search_help_text = _("Digits without hyphens, or a company's name.")
    autocomplete_fields = ["company"]
    fieldsets = [(None, {"fields": ["company", "number"]})]

    @admin.display(description=_("check digit"), boolean=True)
    def is_well_formed(self, record):
        return record.agrees_with_its_check_digit

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        warn_of_check_digit(request, obj)


class BusinessNumberMixin:
    """For the admin of companies: the number beside the company, with a warning where its check digit is wrong."""

    def get_inlines(self, request, obj):
        inlines = super().get_inlines(request, obj)
        may_type = obj is None or self.has_change_permission(request, obj)
        return [inline for inline in inlines if may_type or inline is not BusinessNumberInline]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            if formset.model is BusinessNumber and formset.has_changed():
                warn_of_check_digit(request, BusinessNumber.objects.filter(company=form.instance).first())

    def business_number_url(self, request, company):
        """The page of the number, for whoever may change facts but not the published company; else nothing."""
        may_write = request.user.has_perms(["companies.add_businessnumber", "companies.change_businessnumber"])
        if not may_write or company.merged_into_id or self.has_change_permission(request, company):
            return ""
        known = BusinessNumber.objects.filter(company=company).first()
        if known:
            return reverse("admin:companies_businessnumber_change", args=[known.pk])
        return f"{reverse('admin:companies_businessnumber_add')}?company={company.pk}"


def warn_of_check_digit(request, record):
    if record and not record.agrees_with_its_check_digit:
        text = _(
            "%(number)s was saved, but its check digit is wrong: most likely a digit was mistyped. Please look again."
        )
        messages.warning(request, text % {"number": record})
