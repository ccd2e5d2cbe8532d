"""Where the API begins: the addresses of everything that it answers."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from api.register_view import ReadingView
from open_data.datasets.registry import DATASETS


class TableFields(serializers.Serializer):
    name = serializers.CharField(help_text=_("Name of the table in addresses"))
    title = serializers.CharField(help_text=_("Name of the table, in the language of the answer"))
    description = serializers.CharField(help_text=_("What it holds, in the language of the answer"))
    url = serializers.URLField(help_text=_("Where its records are"))


class RootFields(serializers.Serializer):
    tables = TableFields(many=True, help_text=_("Every table"))
    figures = serializers.URLField(help_text=_("Every figure on a day"))
    documentation = serializers.URLField(help_text=_("Page about the API, in the language of the answer"))
    schema = serializers.URLField(help_text=_("Description of the API (OpenAPI)"))


class RootView(ReadingView):
    """What is offered, at `/api/` as at `/api/v1/`. It has no clocks, for it says nothing of the register."""

    operation = "root"
    group = "root"
    summary = _("The addresses of this API")
    description = _("Every table with its address, the figures, and where the API is explained.")

    def get_path_documented(self):
        return []

    def get_fields(self):
        return RootFields

    def answer(self, request):
        def whole(name):
            return request.build_absolute_uri(reverse(name))

        tables = [
            {
                "name": table.name,
                "title": str(table.title),
                "description": str(table.description),
                "url": whole(f"api:{table.name}-list"),
            }
            for table in DATASETS.values()
        ]
        about = {"documentation": whole("api-docs"), "schema": whole("api:schema")}
        return {"tables": tables, "figures": whole("api:figure-list"), **about}
