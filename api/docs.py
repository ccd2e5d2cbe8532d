"""The page about the API: what the description of it (openapi.py) says, for people."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from api.openapi import description_of_api
from api.problems import KINDS
from api.shared_parts import SHARED_PARAMETERS
from editions.clocks import TwoClocksMixin
from open_data.datasets.registry import DATASETS
from open_data.licence import licence

TEMPLATE = "/api/v1/{}/"
HEAD = ("as_of", "edition", "synthetic", "licence", "generated_at")
PAGES = ("count", "page", "per_page", "pages", "next", "previous")


@dataclass(frozen=True)
class Named:
    """A parameter, field or header: how it is written, what it holds, what it means, and its choices if it has any."""

    name: str
    kind: Any
    description: Any
    choices: tuple = ()


@dataclass(frozen=True)
class Operation:
    path: str
    summary: Any
    parameters: list


@dataclass(frozen=True)
class Group:
    """What belongs to one table, or to the figures: addresses, and the fields of their answers."""

    key: str
    title: Any
    description: Any
    operations: list
    fields: list


class DocsView(TwoClocksMixin, TemplateView):
    template_name = "api/docs.html"

    def get_context_data(self, **kwargs):
        reading = Reading(description_of_api(get_language()))
        return super().get_context_data(
            groups=[reading.figures(), *map(reading.table, DATASETS.values())],
            shared=reading.shared_parameters(),
            head=reading.fields_of("SourcesList", HEAD),
            pages=reading.fields_of("SourcesList", PAGES),
            headers=reading.headers(),
            problems=KINDS,
            licence=licence(),
            per_minute=settings.API_REQUESTS_PER_MINUTE,
            **kwargs,
        )


class Reading:
    """Reads one description of the API."""

    def __init__(self, description):
        self.paths, self.components = description["paths"], description["components"]

    def figures(self):
        operations = [self._operation(path) for path in self.paths if path.startswith(TEMPLATE.format("figures"))]
        answers = [self.fields_of(name) for name in ("FiguresAnswer", "FigureAnswer", "ChangesAnswer")]
        fields = [field for answer in answers for field in answer if _outer(field) not in HEAD]
        description = _("The values of a day, how each came about, and why it changed.")
        return Group("figures", _("Figures"), description, operations, list(dict.fromkeys(fields)))

    def table(self, dataset):
        operations = [self._operation(path) for path in self.paths if path.startswith(TEMPLATE.format(dataset.name))]
        fields = self.fields_of(f"{dataset.name.title()}Record")
        return Group(dataset.name, dataset.title, dataset.description, operations, fields)

    def shared_parameters(self):
        return [self._parameter(self.components["parameters"][name]) for name in SHARED_PARAMETERS]

    def headers(self):
        headers = self.components["headers"].items()
        return [_named(name, header["schema"], header["description"]) for name, header in headers]

    def fields_of(self, component, names=None):
        """The fields of an answer, or those called `names`; a field inside another one is written `outer.inner`, and
        `[]` stands behind the name of a list."""
        fields = self._fields(self.components["schemas"][component])
        return [field for field in fields if names is None or _outer(field) in names]

    def _fields(self, schema, before=""):
        for name, part in schema["properties"].items():
            whole, path = self._resolved(part), f"{before}{name}"
            inner = self._resolved(whole.get("items") or whole.get("additionalProperties") or whole)
            mark = "[]" if "items" in whole else ".…" if "additionalProperties" in whole else ""
            description = part.get("description") or whole.get("description", "")
            yield _named(path + mark, whole, description)
            if "properties" in inner:
                yield from self._fields(inner, f"{path}{mark}.")

    def _resolved(self, schema):
        """What a schema refers to, alone or beside a description or null."""
        if not isinstance(schema, dict):
            return {}
        for one in [schema, *schema.get("allOf", []), *schema.get("oneOf", [])]:
            if "$ref" in one:
                return self.components["schemas"][one["$ref"].rpartition("/")[2]]
        return schema

    def _operation(self, path):
        operation = self.paths[path]["get"]
        own = [self._parameter(one) for one in operation["parameters"] if "$ref" not in one]
        return Operation(path, operation["summary"], own)

    def _parameter(self, parameter):
        return _named(parameter["name"], parameter["schema"], parameter["description"])


def _named(name, schema, description):
    """The marks around code in a description are for programs that draw them."""
    choices = tuple(choice for choice in schema.get("enum", ()) if choice is not None)
    return Named(name, _kind(schema), str(description).replace("`", ""), choices)


def _outer(field):
    return field.name.partition(".")[0]


def _kind(schema):
    """What a value is, in words."""
    kinds = schema.get("type", "object")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    words = {
        "date": _("day (YYYY-MM-DD)"),
        "date-time": _("day and time"),
        "uri": pgettext("kind of value", "address"),
        "integer": _("whole number"),
        "number": pgettext("kind of value", "number"),
        "boolean": _("true or false"),
        "array": _("list"),
        "object": _("object"),
    }
    if schema.get("pattern", "").startswith(r"^\d{4}"):
        return _("day, month or year, as far as known")
    return words.get(schema.get("format")) or words.get(kind) or pgettext("kind of value", "string")
