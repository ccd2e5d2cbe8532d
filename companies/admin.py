from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from companies.business_number_admin import BusinessNumberInline, BusinessNumberMixin
from companies.duplicates_admin import DuplicatesMixin
from companies.forms import CompanyForm
from companies.models import Alias, Company, District, Establishment, Field, Representative
from companies.place_admin import PlaceEventAdmin
from companies.renaming_admin import RenamingMixin
from companies.resources import (
    AliasResource,
    CompanyResource,
    DistrictResource,
    EstablishmentResource,
    FieldResource,
    RepresentativeResource,
)
from companies.search_admin import FoundByCompanyMixin
from companies.services import company_sources, withdraw_company
from editions.admin import (
    OrderedFormSet,
    OrderedRowForm,
    RegisterAdmin,
    RowInline,
    StackedRowInline,
    partial_date_column,
)
from editions.publishing_admin import PublishingAdmin
from sources.models import Source
from sources.services import publish_sources

PLACE_DATES = [
    ("announced_on", "planned_on"),
    ("opened_on", "confirmed_on"),
    ("closed_on", "closing_reported_on"),
]
PLACE_FIELDS = [("kind", "name"), *PLACE_DATES, ("district", "address", "people"), "sources", "confidence"]


@admin.register(Field)
class FieldAdmin(RegisterAdmin):
    resource_class = FieldResource
    list_display = ["name_ko", "name_en", "code", "division", "order"]
    list_filter = ["division"]
    search_fields = ["name_ko", "name_en", "code"]
    fieldsets = [(None, {"fields": [("name_ko", "name_en"), "code", "division", "order"]})]


@admin.register(District)
class DistrictAdmin(RegisterAdmin):
    resource_class = DistrictResource
    list_display = ["name_ko", "name_en", "code", "order"]
    search_fields = ["name_ko", "name_en", "code"]
    fieldsets = [(None, {"fields": [("name_ko", "name_en"), "code", "order"]})]


class AliasInline(RowInline):
    model = Alias
    fields = ["name", "kind", "used_from", "used_until"]


class RepresentativeInline(RowInline):
    model = Representative
    form, formset = OrderedRowForm, OrderedFormSet
    fields = ["order", "name", "title", "started_on", "ended_on", "sources"]
    autocomplete_fields = ["sources"]


class EstablishmentInline(StackedRowInline):
    model = Establishment
    form, formset = OrderedRowForm, OrderedFormSet
    fields = ["order", *PLACE_FIELDS, "note_ko", "note_en"]
    autocomplete_fields = ["district", "sources"]


@admin.register(Company)
class CompanyAdmin(PlaceEventAdmin, RenamingMixin, DuplicatesMixin, BusinessNumberMixin, PublishingAdmin):
    form = CompanyForm
    change_form_template = "admin/companies/company/change_form.html"
    change_list_template = "admin/companies/company/change_list.html"
    resource_class = CompanyResource
    publish_permission = "companies.publish_company"
    list_display = ["name", "kind", "field", "agreement_count", "status"]
    list_filter = ["status", "kind", "field"]
    list_select_related = ["field"]
    # Counting agreements groups the rows, and a grouped query forgets the order of the model.
    ordering = ["sort_key", "pk"]
    # Search itself is Company.objects.search; Django wants the names for the box to appear.
    search_fields = ["name"]
    search_help_text = _("Part of the name, of another name or of a representative's name; initial consonants will do.")
    autocomplete_fields = ["field", "sources"]
    readonly_fields = ["status", "agreement_list"]
    inlines = [AliasInline, RepresentativeInline, EstablishmentInline, BusinessNumberInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "status",
                    ("name", "kind"),
                    ("field", "field_basis"),
                    ("business_ko", "business_en"),
                    ("head_office", "homepage"),
                    "sources",
                    "agreement_list",
                ]
            },
        ),
        (_("Notes"), {"fields": ["note_ko", "note_en"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(agreement_count=Count("agreements"))

    def get_search_results(self, request, queryset, search_term):
        """Nobody is to choose a company that was merged; the list still finds it."""
        choosing = request.resolver_match.url_name == "autocomplete"
        return (queryset.unmerged() if choosing else queryset).search(search_term), False

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.merged_into_id)

    def has_publish_permission(self, request, obj=None):
        return super().has_publish_permission(request, obj) and not (obj and obj.merged_into_id)

    def render_change_form(self, request, context, obj=None, **options):
        if obj:
            context["may_rename"] = self.has_rename_permission(request, obj)
            context["merge_url"] = "" if obj.merged_into_id else self.merge_url(request, obj)
            context["business_number_url"] = self.business_number_url(request, obj)
        return super().render_change_form(request, context, obj=obj, **options)

    @admin.display(description=_("agreements"), ordering="agreement_count")
    def agreement_count(self, company):
        return company.agreement_count

    @admin.display(description=_("agreements"))
    def agreement_list(self, company):
        if company.pk is None:
            return "–"
        rows = [
            (reverse("admin:agreements_signinground_change", args=[row.round_id]), row.round, row.number or "")
            for row in company.agreements.select_related("round")
        ]
        return format_html_join(", ", '<a href="{}">{}</a> {}', rows) or "–"

    def withdraw(self, record, *, by, reason):
        return withdraw_company(company=record, by=by, reason=reason)

    def publish_attached(self, record, *, by):
        publish_sources(company_sources(record))


class CompanyRowAdmin(FoundByCompanyMixin, RegisterAdmin):
    """A row of a company, edited on its own."""

    autocomplete_fields = ["company", "sources"]
    list_select_related = ["company"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)

    def publish_attached(self, record, *, by):
        publish_sources(Source.objects.filter(pk__in=record.sources.values("pk")))


@admin.register(Representative)
class RepresentativeAdmin(CompanyRowAdmin):
    resource_class = RepresentativeResource
    list_display = [
        "name",
        "title",
        "company",
        partial_date_column(Representative, "started_on"),
        partial_date_column(Representative, "ended_on"),
    ]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["company", "order", ("name", "title"), ("started_on", "ended_on"), "sources"]}),
    ]


@admin.register(Establishment)
class EstablishmentAdmin(CompanyRowAdmin):
    resource_class = EstablishmentResource
    list_display = [
        "__str__",
        "company",
        "kind",
        "district",
        partial_date_column(Establishment, "opened_on"),
        partial_date_column(Establishment, "confirmed_on"),
        partial_date_column(Establishment, "closed_on"),
    ]
    list_filter = ["kind", "district", "confidence"]
    list_select_related = ["company", "district"]
    search_fields = ["name", "address"]
    autocomplete_fields = ["company", "district", "sources"]
    fieldsets = [
        (None, {"fields": ["company", "order", *PLACE_FIELDS]}),
        (_("Notes"), {"fields": ["note_ko", "note_en"], "classes": ["collapse"]}),
    ]


@admin.register(Alias)
class AliasAdmin(FoundByCompanyMixin, RegisterAdmin):
    resource_class = AliasResource
    list_display = [
        "name",
        "kind",
        "company",
        partial_date_column(Alias, "used_from"),
        partial_date_column(Alias, "used_until"),
    ]
    list_filter = ["kind"]
    list_select_related = ["company"]
    search_fields = ["name"]
    autocomplete_fields = ["company"]
    fieldsets = [(None, {"fields": ["company", ("name", "kind"), ("used_from", "used_until")]})]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("company")
