"""Korean is complete. To repair: translate the message in locale/ko/LC_MESSAGES/django.po, then `make messages`."""

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
APPS = [
    "accounts",
    "agreements",
    "api",
    "common",
    "companies",
    "editions",
    "figures",
    "gwangju_ai",
    "intake",
    "open_data",
    "sources",
    "staff",
]
KEYWORDS = {
    "gettext": None,
    "gettext_noop": None,
    "gettext_lazy": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
}
KEYWORDS |= {"pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
PYTHON = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


@pytest.fixture(scope="module")
def catalog():
    with (ROOT / "locale/ko/LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file)


def missing_from(catalog, path):
    """The messages of a Python file that the catalog does not hold; a plural is known by its singular."""
    for _line, message, _comments, context in extract_from_file("python", path, keywords=KEYWORDS):
        text = message[0] if isinstance(message, tuple) else message
        if catalog.get(text, context) is None:
            yield text


def test_every_message_has_its_korean_and_none_is_fuzzy(catalog):
    unfinished = [m.id for m in catalog if m.id and (m.fuzzy or not all(m.string if m.pluralizable else [m.string]))]

    assert unfinished == []


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_message_of_a_module_is_in_the_catalog(catalog, path):
    assert list(missing_from(catalog, path)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_message_of_a_template_is_in_the_catalog(catalog, path, tmp_path):
    source = tmp_path / "template.py"
    code = templatize(path.read_text(), origin=str(path))
    source.write_text("".join(line.lstrip(" ") for line in code.splitlines(keepends=True)))

    assert list(missing_from(catalog, source)) == []
