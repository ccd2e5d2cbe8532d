"""The description of the API (OpenAPI), made from its views: of each answer the parameters, fields and errors."""

from functools import cache

from django.utils import translation
from django.utils.translation import gettext_lazy as _
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.renderers import OpenApiYamlRenderer
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from api.problems import CONTENT_TYPE, KINDS, explained_at


class RefusedFields(serializers.Serializer):
    parameter = serializers.CharField(help_text=_("Name of the parameter"))
    detail = serializers.CharField(help_text=_("What to write instead"))


class ProblemFields(serializers.Serializer):
    """An error (RFC 9457)."""

    type = serializers.URLField(help_text=_("Kind of error: an address where it is explained"))
    title = serializers.CharField(help_text=_("Kind of error in words"))
    status = serializers.IntegerField(help_text=_("Status of the answer"))
    detail = serializers.CharField(help_text=_("What can be done"))
    errors = RefusedFields(many=True, required=False, help_text=_("Each parameter that cannot be used"))


def _header(name, description, codes, kind="string"):
    return OpenApiParameter(
        name, {"type": kind}, OpenApiParameter.HEADER, description=description, response=codes, required=True
    )


_ALWAYS = [200, 304, 400, 404, 406, 429]
HEADERS = [
    _header("ETag", _("Send it as If-None-Match: while nothing has changed the answer is an empty 304."), [200, 304]),
    _header(
        "RateLimit-Limit",
        _("Requests that a client may send within a minute: 300, or what the operator sets"),
        _ALWAYS,
        "integer",
    ),
    _header("RateLimit-Remaining", _("How many of these are left"), _ALWAYS, "integer"),
    _header("RateLimit-Reset", _("Seconds until the next minute begins"), _ALWAYS, "integer"),
    _header("Retry-After", _("Seconds to wait"), [429], "integer"),
    _header("Allow", _("Methods that this address knows"), [405]),
]
# Every other kind of error is met where no answer is described: at an address that is none, or before it is read.
_ERRORS = ["parameters", "not-found", "method", "accept", "changed", "too-many"]


class RegisterSchema(AutoSchema):
    """Describes a view of register_view.py: by its operation, group, summary, description, parameters and fields."""

    def get_operation_id(self):
        return self.view.operation

    def get_summary(self):
        return self.view.summary

    def get_description(self):
        return self.view.description

    def get_tags(self):
        return [self.view.group]

    def get_auth(self):
        return []

    def get_request_serializer(self):
        return None

    def get_override_parameters(self):
        return [*self.view.get_documented(), *self.view.get_path_documented(), *HEADERS]

    def get_response_serializers(self):
        unchanged = OpenApiResponse(None, description=_("Unchanged: the ETag sent with the request still holds."))
        answer = OpenApiResponse(self.view.get_fields(), description=self.view.summary)
        problems = {(kind.status, CONTENT_TYPE): _described(kind) for kind in KINDS if kind.key in _ERRORS}
        return {200: answer, 304: unchanged, **problems}


def _described(kind):
    address = explained_at("https://example.go.kr", kind.key)
    said = {"type": address, "title": kind.title, "status": kind.status, "detail": kind.detail}
    if kind.key == "parameters":
        advice = _("Enter an existing day as YYYY-MM-DD, for example 2022-03-23.")
        said["errors"] = [{"parameter": "as_of", "detail": advice}]
    example = OpenApiExample(kind.key, value=said, media_type=CONTENT_TYPE)
    return OpenApiResponse(ProblemFields, description=kind.title, examples=[example])


@cache
def description_of_api(language):
    """The whole description, its words in `language`. It depends on the program alone."""
    with translation.override(language):
        return SchemaGenerator().get_schema(request=None, public=True)


def description_as_file():
    """The description in English as YAML: docs/openapi.yaml."""
    return OpenApiYamlRenderer().render(description_of_api("en"))
