from django.contrib import admin

from editions.admin import RegisterAdmin, partial_date_column
from sources.models import Source
from sources.resources import SourceResource


@admin.register(Source)
class SourceAdmin(RegisterAdmin):
    resource_class = SourceResource
    list_display = ["key", "title", "publisher", partial_date_column(Source, "published_on"), "status"]
    list_filter = ["status"]
    search_fields = ["key", "title", "publisher", "url"]
    readonly_fields = ["status"]
    fieldsets = [(None, {"fields": ["status", "key", "url", "title", "publisher", "published_on"]})]
