"""Which program answers: pages name style sheets, and say what their templates and settings say."""

import hashlib
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

# Settings of the environment that an answer may show. tests/project/test_page_cache.py knows those that it may not.
SHOWN = (
    "OPERATOR",
    "OFFICIAL_SITE",
    "DATA_LICENCE",
    "DATA_CLASSIFICATION",
    "DATA_LEGAL_BASIS",
    "DATA_NEXT_UPDATE",
    "API_REQUESTS_PER_MINUTE",
    "SESSION_MINUTES",
    "HTTPS",
    "BEHIND_PROXY",
)
_WRITTEN_IN = {".py", ".html", ".txt", ".svg", ".xml", ".sql", ".mo"}


@cache
def release():
    """A name of the program as it is installed, the same on every server; it takes some 50 ms to read it all.

    The key makes it one that nobody can guess: a tag made of it can only have come from here.
    """
    digest = hashlib.sha256(settings.SECRET_KEY.encode())
    digest.update(repr([getattr(settings, name) for name in SHOWN]).encode())
    for file in _files():
        digest.update(file.read_bytes())
    return digest.hexdigest()


def of_release(key, key_prefix, version):
    """A KEY_FUNCTION of Django's caches: what another program kept is not found, be it a number or the class of it."""
    return f"{key_prefix}:{release()}:{key}"


def _files():
    base = Path(settings.BASE_DIR)
    ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == base]
    folders = {base / "gwangju_ai", *ours, *settings.TEMPLATES[0]["DIRS"], *settings.LOCALE_PATHS}
    written = [file for folder in sorted(folders) for file in sorted(folder.rglob("*")) if file.suffix in _WRITTEN_IN]
    others = [base / "requirements.txt", Path(settings.STATIC_ROOT) / "staticfiles.json"]
    return [*written, *(file for file in others if file.exists())]
