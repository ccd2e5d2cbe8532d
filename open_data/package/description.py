"""datapackage.json: what is in a package, as Frictionless Data Package tells programs."""

import json

from django.db import models
from django.utils import translation
from django.utils.translation import gettext

from editions.provider import provider
from editions.synthetic import NOTICE
from open_data.licence import licence
from open_data.package import figures_file
from open_data.package.columns import REFERENCES
from open_data.package.words import TABLES, description_of, description_of_figure, title_of

NAME = "datapackage.json"
PACKAGE_NAME = "gwangju-ai-agreements"
# Of this layout of files: a package of another version is refused.
VERSION = 1
# Raised when words of the packages change: those that are kept are then written again. None is refused for its words.
WORDING = 2
_PARTIAL_DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def describe(edition, written):
    """The text of datapackage.json. written: {PackedTable, or None for the figures: what was written of its file}."""
    said = {
        "profile": "tabular-data-package",
        "name": PACKAGE_NAME,
        **_in_both("title", lambda: gettext("Gwangju AI agreements")),
        **_in_both("description", description_of_register),
        "version": str(edition.number),
        **({"synthetic": True, **_in_both("notice", lambda: NOTICE)} if edition.is_synthetic else {}),
        "layout": VERSION,
        "created": edition.made_at.isoformat(timespec="seconds"),
        "keywords": ["광주", "인공지능", "업무협약", "Gwangju", "artificial intelligence", "agreements"],
        "licenses": [{"name": licence().code, "path": licence().url, **_in_both("title", lambda: licence().name)}],
        "sources": [{**_in_both("title", lambda: TABLES["sources"]), "path": "sources.csv"}],
        "contributors": [{**_in_both("title", provider), "role": "publisher"}],
    }
    said["resources"] = [_resource(table, file) for table, file in written.items()]
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def description_of_register():
    return gettext(
        "Business agreements on AI that Gwangju signed since 2019: rounds, companies and institutions, their "
        "places in the city, and official statements, each with its source."
    )


def _resource(table, file):
    name = table.name if table else "figures"
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        **_in_both("description", lambda: TABLES[name]),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "dialect": _DIALECT,
        "schema": _schema_of(table) if table else _schema_of_figures(),
    }


def _schema_of(table):
    leading = [(column, *REFERENCES[column]) for column in table.columns if column in REFERENCES]
    return {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": ["id"],
        "foreignKeys": [
            {"fields": [column], "reference": {"resource": resource, "fields": [key]}}
            for column, resource, key in leading
        ],
    }


def _field(table, column):
    field = table.field(column)
    said = {
        "name": column,
        **_in_both("title", lambda: title_of(table, column)),
        **_in_both("description", lambda: description_of(table, column)),
        "type": "string",
    }
    constraints = {"unique": True} if field and field.unique and not field.primary_key else {}
    if column == "company_id" or isinstance(field, models.IntegerField):
        said["type"] = "integer"
    elif isinstance(field, models.DateField):
        constraints["pattern"] = _PARTIAL_DATE
    elif isinstance(field, models.URLField):
        said["format"] = "uri"
    if field and getattr(field, "choices", None):
        constraints["enum"] = [code for code, _label in field.choices]
    if field and not field.blank and not field.many_to_many:
        constraints["required"] = True
    return {**said, "constraints": constraints} if constraints else said


def _schema_of_figures():
    fields = [
        {"name": name, **_in_both("description", lambda name=name: description_of_figure(name)), "type": kind}
        for name, kind in figures_file.COLUMNS.items()
    ]
    return {"fields": fields, "missingValues": [""], "primaryKey": ["figure", "part"]}


def _in_both(name, words):
    """{name: in English, name_ko: in Korean} of what `words()` says; nothing where it says nothing."""
    told = {}
    for language, key in (("en", name), ("ko", f"{name}_ko")):
        with translation.override(language):
            told[key] = str(words())
    return told if any(told.values()) else {}
