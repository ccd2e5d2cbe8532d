"""The small rows of rounds and statements on pages of their own, so that each has its list and its history."""

from agreements.resources import AttendeeResource, SignatoryResource, StatementFigureResource
from companies.search_admin import FoundByCompanyMixin
from editions.admin import RegisterAdmin


class PartAdmin(RegisterAdmin):
    """A row too small for the index: typed on the page of what it belongs to, with its own list and history."""

    def has_add_permission(self, request):
        return False

    def get_model_perms(self, request):
        return {}


class AttendeeAdmin(PartAdmin):
    resource_class = AttendeeResource
    publish_permission = "agreements.publish_signinground"
    list_display = ["name", "title", "round"]
    list_select_related = ["round"]
    search_fields = ["name", "round__slug"]
    readonly_fields = ["round"]
    fieldsets = [(None, {"fields": ["round", "order", ("name", "title")]})]


class SignatoryAdmin(FoundByCompanyMixin, PartAdmin):
    resource_class = SignatoryResource
    publish_permission = "agreements.publish_signinground"
    list_display = ["name", "title", "agreement"]
    list_select_related = ["agreement__company", "agreement__round"]
    company_paths = ["agreement__company"]
    search_fields = ["name", "agreement__round__slug"]
    readonly_fields = ["agreement"]
    fieldsets = [(None, {"fields": ["agreement", "order", ("name", "title")]})]


class StatementFigureAdmin(PartAdmin):
    resource_class = StatementFigureResource
    publish_permission = "agreements.publish_statement"
    list_display = ["statement", "measure", "value", "out_of", "certainty"]
    list_filter = ["measure", "certainty"]
    list_select_related = ["statement"]
    search_fields = ["statement__slug"]
    readonly_fields = ["statement"]
    fieldsets = [(None, {"fields": ["statement", "measure", ("value", "out_of"), "certainty"]})]
