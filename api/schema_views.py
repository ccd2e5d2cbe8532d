"""The description of the API for programs, as JSON or YAML."""

from django.utils.translation import get_language
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from rest_framework.renderers import JSONRenderer

from api.openapi import description_of_api
from api.register_view import ReadingView


class SchemaJsonRenderer(JSONRenderer):
    """Under its own name, and where anything is accepted."""

    media_type = OpenApiJsonRenderer.media_type


class SchemaView(ReadingView):
    renderer_classes = [JSONRenderer, SchemaJsonRenderer, OpenApiYamlRenderer]
    schema = None

    def answer(self, request):
        return description_of_api(get_language())
