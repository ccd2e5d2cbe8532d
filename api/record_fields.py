"""The records of a table as JSON: the columns of its Dataset under their names, and nothing besides but addresses."""

from functools import cache, partial

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from api.figure_fields import PARTIAL_DATE, AnswerFields
from common.parameters import kept_clocks
from open_data.dataset import Kind
from open_data.datasets.registry import DATASETS
from open_data.reading import read_rows
from open_data.values import addresses, json_writer

FIELD_OF = {
    Kind.TEXT: serializers.CharField,
    Kind.WHOLE: serializers.IntegerField,
    Kind.NUMBER: serializers.FloatField,
    Kind.YES_NO: serializers.BooleanField,
    Kind.DAY: serializers.DateField,
    Kind.PARTIAL_DATE: partial(serializers.RegexField, PARTIAL_DATE),
    Kind.MOMENT: serializers.DateTimeField,
    Kind.ADDRESS: serializers.URLField,
    Kind.LINK: serializers.CharField,  # as its source writes it, letters of any language included
    Kind.LIST: lambda **options: serializers.ListField(child=serializers.CharField(), **options),
}
# The columns that name a record of another table, and which.
RELATIONS = {"company_id": "companies", "round_id": "rounds"}


def relations_of(dataset):
    """(name of the link, column, table) of each column that names a record of another table."""
    return [(name.removesuffix("_id"), name, RELATIONS[name]) for name in dataset.fields if name in RELATIONS]


def said_of(dataset, rows, clocks, request):
    """The rows of a table, {column: value} each, written as in the file of the same table."""
    whole = addresses(request.build_absolute_uri("/").rstrip("/"), clocks)
    chunks = read_rows(dataset, rows, clocks, lambda column: json_writer(column, whole))
    return [dict(zip(dataset.fields, row, strict=True)) for chunk in chunks for row in chunk]


class RecordFields(serializers.Serializer):
    """What `said_of` gives, with links. `request` stands in the context."""

    dataset = None

    def to_representation(self, said):
        return {**said, "links": self._links(said)}

    def _links(self, said):
        links = {"self": self._address(self.dataset.name, said["id"])}
        for link, column, table in relations_of(self.dataset):
            links[link] = self._address(table, said[column]) if said[column] is not None else None
        return links

    def _address(self, table, key):
        """With the clocks that were asked for, so that what leads on stays in the same day and edition."""
        request = self.context["request"]
        return request.build_absolute_uri(
            reverse(f"api:{table}-detail", args=[key]) + kept_clocks(request.query_params)
        )


@cache
def record_fields(name):
    """The serializer of one table."""
    dataset = DATASETS[name]
    links = {"self": serializers.URLField(help_text=_("This record"))}
    for link, _column, table in relations_of(dataset):
        description = format_lazy(_("Its record among: {title}"), title=DATASETS[table].title)
        links[link] = serializers.URLField(allow_null=True, help_text=description)
    fields = {column.name: _field(column) for column in dataset.columns}
    fields["links"] = type(_class_name(name, "Links"), (serializers.Serializer,), links)(
        help_text=_("Addresses of this record and of those it names, in this API")
    )
    return type(_class_name(name, "Record"), (RecordFields,), {**fields, "dataset": dataset})


@cache
def list_fields(name):
    """What a page of a table answers."""
    numbers = {
        "count": serializers.IntegerField(help_text=_("How many records there are on all pages")),
        "page": serializers.IntegerField(help_text=_("Number of this page")),
        "per_page": serializers.IntegerField(help_text=_("How many records a page holds")),
        "pages": serializers.IntegerField(help_text=_("How many pages there are")),
    }
    pages = {
        "next": serializers.URLField(allow_null=True, help_text=_("Next page, of the same day and edition")),
        "previous": serializers.URLField(allow_null=True, help_text=_("Previous page, of the same day and edition")),
    }
    results = {"results": record_fields(name)(many=True, help_text=_("Records of this page"))}
    return type(_class_name(name, "List"), (AnswerFields,), {**numbers, **pages, **results})


@cache
def one_fields(name):
    """What the address of one record answers."""
    result = {"result": record_fields(name)(help_text=_("The record"))}
    return type(_class_name(name, "One"), (AnswerFields,), result)


def _field(column):
    is_always_there = column.kind == Kind.LIST or column.name == "id"
    return FIELD_OF[column.kind](allow_null=not is_always_there, label=column.label, help_text=column.description)


def _class_name(name, ending):
    return f"{name.title()}{ending}"
