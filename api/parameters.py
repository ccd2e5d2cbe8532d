"""The parameters that answers have in common, as the API describes them. What is described here is what is accepted."""

import datetime

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import OpenApiExample, OpenApiParameter

from common.parameters import ParametersRefused

PER_PAGE = 50
MOST_PER_PAGE = 200
EXAMPLE_DAY = datetime.date(2022, 3, 23)


def day_parameter(name, description, example=EXAMPLE_DAY):
    day = {"type": "string", "format": "date"}
    return OpenApiParameter(name, day, description=description, examples=[_example(example.isoformat())])


def edition_parameter(name, description):
    number = {"type": "integer", "minimum": 1, "maximum": 999_999_999}
    return OpenApiParameter(name, number, description=description, examples=[_example(1)])


def text_parameter(name, description):
    """Words as people type them."""
    return OpenApiParameter(name, {"type": "string", "maxLength": 200}, pattern=r"^[^\x00]*$", description=description)


def code_parameter(name, description):
    """One of the codes that the register keeps, which staff can add to."""
    whence = gettext_lazy(
        "a code, as the column of this name at `/api/v1/companies/` holds it; `unknown`: where it is not known. A code "
        "that is none is answered with the list of all."
    )
    described = format_lazy("{label}: {whence}", label=description, whence=whence)
    return OpenApiParameter(name, {"type": "string", "format": f"{name}-code"}, description=described)


def choice_parameter(name, choices, description, default=None):
    return OpenApiParameter(name, {"type": "string"}, enum=choices, description=description, default=default)


def path_parameter(name, schema, description, enum=None):
    return OpenApiParameter(name, schema, OpenApiParameter.PATH, required=True, description=description, enum=enum)


def refuse_blank(query, names):
    """Refuse parameters without a value, or with space around it: in a program that is a fault, and in none of ours
    a way to leave a condition out. Words to search for (`q`) may be anything."""
    advice = _("Write a value without spaces around it, or leave the parameter out.")
    problems = [(name, advice) for name in names if name in query and query[name].strip() != (query[name] or None)]
    if problems:
        raise ParametersRefused(problems)


def _example(value):
    return OpenApiExample(str(value), value=value)


CLOCKS = [
    day_parameter(
        "as_of",
        gettext_lazy(
            "The day of which the answer speaks, up to today. Today where the parameter is left out. What is dated to "
            "a month or a year counts from its last day."
        ),
    ),
    edition_parameter(
        "edition",
        gettext_lazy("Number of the edition to read. The present one where the parameter is left out."),
    ),
]
PAGES = [
    OpenApiParameter(
        "page",
        {"type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1},
        description=gettext_lazy("Number of the page; the first where the parameter is left out."),
    ),
    OpenApiParameter(
        "per_page",
        {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE},
        description=gettext_lazy("How many records a page holds: 1 to 200, and 50 where the parameter is left out."),
    ),
]
SPAN = [
    day_parameter(
        "from",
        gettext_lazy("First day, up to the last one. The end of the year before where the parameter is left out."),
        datetime.date(2021, 12, 31),
    ),
    day_parameter("to", gettext_lazy("Last day, up to today. The day of `as_of` where the parameter is left out.")),
    edition_parameter(
        "from_edition",
        gettext_lazy("Edition in which the first day is read. That of the last day where the parameter is left out."),
    ),
    edition_parameter(
        "to_edition",
        gettext_lazy("Edition in which the last day is read. That of `edition` where the parameter is left out."),
    ),
]
