"""Short names that stand in addresses and files; and the addresses of many rows."""

from functools import cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def address_of(view, key):
    """`reverse(view, args=[key])` of a page whose address ends in the key, for lists: it is looked up once for all."""
    return f"{_address_before(view, get_language(), get_script_prefix())}{key}/"


@cache
def _address_before(view, language, prefix):
    return reverse(view, args=[0]).removesuffix("0/")


def free_name(wanted, rows, column):
    """`wanted`, or `wanted-2`, `wanted-3` … where a row of `rows` already has it in `column`."""
    name, attempt = wanted, 1
    while rows.filter(**{column: name}).exists():
        attempt += 1
        name = f"{wanted}-{attempt}"
    return name
