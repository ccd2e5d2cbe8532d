"""Every setting is in .env.example and the reverse; a wrong one stops the start in one line that says what to do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
POSTGRESQL = "postgres://register@localhost/register"
KEY = "k" * 30 + "0123456789" * 3


def start(**environment):
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    command = [sys.executable, "manage.py", "check"]
    return subprocess.run(command, cwd=ROOT, env=clean | environment, capture_output=True, text=True)


def test_settings_and_example_name_the_same_variables():
    text = (ROOT / "gwangju_ai/settings.py").read_text() + (ROOT / "gwangju_ai/environment.py").read_text()
    read = set(re.findall(r'(?:read\("\w+", |_env\.\w+\(|environ\.get\()"([A-Z_]+)"', text))

    example = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert read == example


def test_starts_without_any_setting():
    assert start().returncode == 0


@pytest.mark.parametrize(
    "environment",
    [
        {"DEBUG": "maybe"},
        {"DATABASE_URL": "mysql://somewhere/else"},
        {"DATABASE_URL": "nonsense"},
        {"DATABASE_URL": "postgres://user@host:port/name"},
        {"DATABASE_URL": "postgres://user@host"},
        {"DATABASE_REPLICA_URL": "postgres://register@localhost/register"},
        {"DATABASE_URL": POSTGRESQL, "DATABASE_REPLICA_URL": "sqlite:////tmp/copy.sqlite3"},
        {"DATABASE_URL": POSTGRESQL, "DATABASE_REPLICA_URL": "postgres://register@localhost"},
        {"SECRET_KEY": KEY},
        {"SECRET_KEY": "short", "ALLOWED_HOSTS": "example.go.kr"},
        {"HTTPS": "perhaps"},
        {"LOG_LEVEL": "LOUD"},
        {"OPERATOR_EMAIL": "nobody"},
        {"SESSION_MINUTES": "half"},
        {"SESSION_MINUTES": "0"},
        {"CACHE_URL": "memcached://127.0.0.1:11211"},
        {"CACHE_URL": "redis://"},
        {"CACHE_URL": "redis://host:port/0"},
        {"PAGE_CACHE_MB": "-1"},
    ],
)
def test_a_wrong_setting_stops_the_start_in_one_line(environment):
    done = start(**environment)

    assert done.returncode != 0
    assert re.fullmatch(r"settings: [A-Z_]+ is wrong or missing\. .+ See \.env\.example\.\n", done.stderr)
    assert "Traceback" not in done.stderr


def test_a_database_that_cannot_be_reached_is_said_in_one_line():
    address = "postgres://register:secret@127.0.0.1:9/register"
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    command = [sys.executable, "manage.py", "migrate"]

    done = subprocess.run(
        command, cwd=ROOT, env=clean | {"DATABASE_URL": address}, capture_output=True, text=True, timeout=60
    )

    assert done.returncode != 0
    assert done.stderr.startswith("database: it cannot be reached")
    assert len(done.stderr.splitlines()) == 1
    assert "secret" not in done.stderr


def test_the_key_of_local_mode_is_readable_by_its_owner_alone():
    start()

    assert (ROOT / "var/secret_key").stat().st_mode & 0o077 == 0
