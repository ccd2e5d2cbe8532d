from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from agreements.admin_parts import AttendeeAdmin, SignatoryAdmin, StatementFigureAdmin
from agreements.admin_rows import (
    AgreementInline,
    AttendeeInline,
    CommitmentInline,
    ShortTexts,
    SignatoryInline,
    StatementFigureInline,
)
from agreements.merge_admin import CompanyMergeAdmin
from agreements.models import (
    Agreement,
    Attendee,
    Commitment,
    CompanyMerge,
    Signatory,
    SigningRound,
    Statement,
    StatementFigure,
)
from agreements.resources import AgreementResource, CommitmentResource, RoundResource, StatementResource
from agreements.services import (
    fill_numbers,
    publish_attached_to_round,
    withdraw_round,
    withdraw_statement,
)
from companies.search_admin import FoundByCompanyMixin
from editions.admin import RegisterAdmin, partial_date_column
from editions.publishing_admin import PublishingAdmin
from editions.refusals import refused_by
from sources.models import Source
from sources.services import publish_sources

PUBLISH_ROUND = "agreements.publish_signinground"

admin.site.register(CompanyMerge, CompanyMergeAdmin)


@admin.register(SigningRound)
class SigningRoundAdmin(FoundByCompanyMixin, PublishingAdmin):
    resource_class = RoundResource
    change_form_template = "admin/agreements/signinground/change_form.html"
    publish_permission = PUBLISH_ROUND
    list_display = [
        "slug",
        "numbers",
        partial_date_column(SigningRound, "signed_on"),
        "venue",
        "agreement_count",
        "stated_count",
        "status",
    ]
    list_filter = ["status", "number_basis", "confidence", "signing_party"]
    company_paths = ["agreements__company"]
    search_fields = ["slug", "venue", "=first_number", "=last_number"]
    date_hierarchy = "signed_on"
    autocomplete_fields = ["sources"]
    inlines = [AgreementInline, AttendeeInline, CommitmentInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "status",
                    ("first_number", "last_number", "number_basis"),
                    ("signed_on", "venue"),
                    ("city_signatory_name", "city_signatory_title", "signing_party"),
                    ("stated_count", "confidence"),
                    "sources",
                ]
            },
        ),
        (
            _("Notes"),
            {"fields": ["slug", "date_basis_ko", "date_basis_en", "note_ko", "note_en"], "classes": ["collapse"]},
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(agreement_count=Count("agreements", distinct=True))

    def get_urls(self):
        view = self.admin_site.admin_view(self.fill_numbers_view)
        name = self._url_name("fill_numbers")
        return [path("<path:object_id>/fill-numbers/", view, name=name), *super().get_urls()]

    @admin.display(description=_("numbers"), ordering="first_number")
    def numbers(self, round):
        return round.numbers or "–"

    @admin.display(description=_("agreements"), ordering="agreement_count")
    def agreement_count(self, round):
        return round.agreement_count

    def withdraw(self, record, *, by, reason):
        return withdraw_round(round=record, by=by, reason=reason)

    def publish_attached(self, record, *, by):
        publish_attached_to_round(round=record)

    def render_change_form(self, request, context, obj=None, **options):
        may_change = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        context["may_fill_numbers"] = may_change and not context["is_popup"]
        return super().render_change_form(request, context, obj=obj, **options)

    def fill_numbers_view(self, request, object_id):
        """Acts on POST alone; the change page then shows the numbers, or why there are none."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record = self.get_object(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        return self._fill_numbers(request, record)

    def _response_publish(self, request, obj):
        if "_fill_numbers" in request.POST:
            return self._fill_numbers(request, obj)
        return super()._response_publish(request, obj)

    def _fill_numbers(self, request, record):
        problems = refused_by(lambda: fill_numbers(round=record, by=request.user))
        for problem in problems:
            messages.error(request, problem)
        if not problems:
            messages.success(request, _("The agreements are numbered in the order listed."))
        return redirect(self._address("change", record))


class RoundRowAdmin(RegisterAdmin):
    """A row of a round: found and read here, added on the page of its round."""

    publish_permission = PUBLISH_ROUND
    readonly_fields = ["round"]

    def has_add_permission(self, request):
        return False


@admin.register(Agreement)
class AgreementAdmin(FoundByCompanyMixin, RoundRowAdmin):
    resource_class = AgreementResource
    list_display = ["company", "number", "round", "order"]
    list_select_related = ["company", "round"]
    search_fields = ["=number", "round__slug"]
    autocomplete_fields = ["company"]
    inlines = [SignatoryInline]
    fieldsets = [(None, {"fields": ["round", "order", "company", "number", "note_ko", "note_en"]})]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("company", "round")

    def publish_attached(self, record, *, by):
        publish_attached_to_round(round=record.round)


@admin.register(Commitment)
class CommitmentAdmin(FoundByCompanyMixin, ShortTexts, RoundRowAdmin):
    resource_class = CommitmentResource
    list_display = [
        "__str__",
        "round",
        "agreement",
        "kind",
        "state",
        partial_date_column(Commitment, "state_on"),
        partial_date_column(Commitment, "due_on"),
    ]
    list_filter = ["state", "kind"]
    list_select_related = ["round", "agreement__company", "agreement__round"]
    company_paths = ["agreement__company"]
    search_fields = ["text_ko", "text_en", "round__slug"]
    autocomplete_fields = ["evidence"]
    readonly_fields = ["round", "agreement"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *("round", "agreement", "order"),
                    ("text_ko", "text_en"),
                    ("kind", "due_on"),
                    ("state", "state_on"),
                    "evidence",
                ]
            },
        )
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("round", "agreement__company", "agreement__round")

    def publish_attached(self, record, *, by):
        publish_sources(Source.objects.filter(commitments=record))


@admin.register(Statement)
class StatementAdmin(PublishingAdmin):
    resource_class = StatementResource
    publish_permission = "agreements.publish_statement"
    list_display = [
        "slug",
        partial_date_column(Statement, "as_of"),
        partial_date_column(Statement, "stated_on"),
        "stated_by",
        "status",
    ]
    list_filter = ["status", "confidence", "figures__measure"]
    search_fields = ["slug", "stated_by", "summary_ko", "summary_en"]
    date_hierarchy = "as_of"
    autocomplete_fields = ["sources"]
    inlines = [StatementFigureInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "status",
                    "slug",
                    ("as_of", "stated_on"),
                    "stated_by",
                    ("summary_ko", "summary_en"),
                    "confidence",
                    "sources",
                ]
            },
        ),
        (_("Notes"), {"fields": ["note_ko", "note_en"], "classes": ["collapse"]}),
    ]

    def withdraw(self, record, *, by, reason):
        return withdraw_statement(statement=record, by=by, reason=reason)

    def publish_attached(self, record, *, by):
        publish_sources(record.sources.all())


admin.site.register(Attendee, AttendeeAdmin)
admin.site.register(Signatory, SignatoryAdmin)
admin.site.register(StatementFigure, StatementFigureAdmin)
