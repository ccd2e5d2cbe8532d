"""Reading settings from the environment: typed, and a wrong one says in one line how to mend it."""

import os
import re
import secrets
from pathlib import Path

import environ

_env = environ.Env()
_BACKENDS = "django.core.cache.backends"
_REDIS = re.compile(r"rediss?://(?:[^\s@/]*@)?[^\s@/:]+(?::\d{1,5})?(?:/\d+)?")


def read(kind, name, default, hint):
    """The variable `name` as `kind` ("bool", "int", "str", "list"); empty is not set; `hint` says how to mend it."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    if kind == "bool" and text.lower() not in ("true", "false", "1", "0", "yes", "no", "on", "off"):
        raise wrong(name, hint)
    if kind == "int" and not (text.isascii() and text.isdecimal()):
        raise wrong(name, hint)
    return getattr(_env, kind)(name)


def wrong(name, hint):
    return SystemExit(f"settings: {name} is wrong or missing. {hint} See .env.example.")


def read_database(default):
    """The database named by DATABASE_URL: sqlite:///path or postgres://user:password@host:port/name."""
    hint = "Set it like postgres://user:password@host:5432/name or sqlite:////absolute/path.sqlite3."
    text = os.environ.get("DATABASE_URL", "").strip() or default
    if not text.startswith(("sqlite:///", "postgres://", "postgresql://")):
        raise wrong("DATABASE_URL", hint)
    try:
        database = _env.db_url_config(text)
    except ValueError as error:
        raise wrong("DATABASE_URL", hint) from error
    if not database["NAME"]:
        raise wrong("DATABASE_URL", hint)
    return database


def read_caches(folder):
    """Django's CACHES: "default" keeps what was read of editions, "pages" what was answered, "clients" who asked how
    often. With CACHE_URL (redis://host:port/number) all servers share them; without, the processes of one share files
    in `folder`, and each keeps pages of its own."""
    text = os.environ.get("CACHE_URL", "").strip()
    if not text:
        none = {"BACKEND": f"{_BACKENDS}.dummy.DummyCache"}
        return {
            "default": _in_files(folder / "sums", 1_000),
            "pages": none,
            "clients": _in_files(folder / "clients", 10_000),
        }
    if not _REDIS.fullmatch(text):
        raise wrong("CACHE_URL", "Set it like redis://user:password@host:6379/0, or rediss://… where it is encrypted.")
    shared = {"BACKEND": "gwangju_ai.shared_cache.SharedCache", "LOCATION": text}
    return {name: shared | {"KEY_PREFIX": name} for name in ("default", "pages", "clients")}


def _in_files(folder, most):
    return {"BACKEND": "gwangju_ai.file_cache.FileCache", "LOCATION": folder, "OPTIONS": {"MAX_ENTRIES": most}}


def local_secret_key(path: Path):
    """A random key for local mode, made once and kept beside the local database, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()
