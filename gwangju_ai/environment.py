"""Reading settings from the environment: typed, and a wrong one says in one line how to mend it."""

import os
import re
import secrets
from pathlib import Path

import environ

_env = environ.Env()
_BACKENDS = "django.core.cache.backends"
_POSTGRESQL = ("postgres://", "postgresql://")
# IMMEDIATE: a writer waits for its turn at the start, so that a transaction never fails half-way for a lock.
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
# Opening one takes longer than most answers. Those that a server closed meanwhile are noticed: editions/unchanged.py.
_KEPT_OPEN = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
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


def read_databases(default):
    """Django's DATABASES: DATABASE_URL, sqlite:///path or postgres://user:password@host:port/name, and its copy
    DATABASE_REPLICA_URL."""
    hint = "Set it like postgres://user:password@host:5432/name or sqlite:////absolute/path.sqlite3."
    own = os.environ.get("DATABASE_URL", "").strip() or default
    primary = _database("DATABASE_URL", own, ("sqlite:///", *_POSTGRESQL), hint)
    if primary["ENGINE"].endswith("sqlite3"):
        primary["OPTIONS"] = _SQLITE
    copy = os.environ.get("DATABASE_REPLICA_URL", "").strip()
    return {"default": primary, **({"replica": _replica(copy, own)} if copy else {})}


def _replica(text, of):
    """Nobody need wait for its answer: the primary has it, too (editions/replica.py)."""
    hint = "Set it like postgres://user:password@host:5432/name, beside a DATABASE_URL of PostgreSQL."
    if not of.startswith(_POSTGRESQL):
        raise wrong("DATABASE_REPLICA_URL", hint)
    replica = _database("DATABASE_REPLICA_URL", text, _POSTGRESQL, hint)
    replica["OPTIONS"] = {**replica.get("OPTIONS", {}), "connect_timeout": 2, "tcp_user_timeout": 5000}
    return {**replica, "TEST": {"MIRROR": "default"}}


def _database(name, text, schemes, hint):
    if not text.startswith(schemes):
        raise wrong(name, hint)
    try:
        database = _env.db_url_config(text)
    except ValueError as error:
        raise wrong(name, hint) from error
    if not database["NAME"]:
        raise wrong(name, hint)
    return {**database, **_KEPT_OPEN}


def read_caches(folder):
    """Django's CACHES: "default" keeps what was read of editions, "pages" what was answered, "clients" who asked how
    often. With CACHE_URL (redis://host:port/number) all servers share them; without, the processes of one share files
    in `folder`, and each keeps pages of its own. A new program, which may sum otherwise, finds no old sums."""
    text = os.environ.get("CACHE_URL", "").strip()
    of_release = {"KEY_FUNCTION": "gwangju_ai.page_cache.release.of_release"}
    if not text:
        none = {"BACKEND": f"{_BACKENDS}.dummy.DummyCache"}
        return {
            "default": _in_files(folder / "sums", 1_000) | of_release,
            "pages": none,
            "clients": _in_files(folder / "clients", 10_000),
        }
    if not _REDIS.fullmatch(text):
        raise wrong("CACHE_URL", "Set it like redis://user:password@host:6379/0, or rediss://… where it is encrypted.")
    shared = {"BACKEND": "gwangju_ai.caches.SharedCache", "LOCATION": text}
    pages, clients = (shared | {"KEY_PREFIX": name} for name in ("pages", "clients"))
    return {"default": shared | {"KEY_PREFIX": "sums"} | of_release, "pages": pages, "clients": clients}


def _in_files(folder, most):
    return {"BACKEND": "gwangju_ai.caches.FileCache", "LOCATION": folder, "OPTIONS": {"MAX_ENTRIES": most}}


def local_secret_key(path: Path):
    """A random key for local mode, made once and kept beside the local database, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()
