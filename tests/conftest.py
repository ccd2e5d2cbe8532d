"""Most tests make the few rows they need (factories.py); the `register` fixture gives the whole real register."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import translation
from hypothesis import HealthCheck, settings

from agreements.register_files import load_register
from editions.signals import edition_closing
from figures.services import check_closing_edition

# A busy machine is slow, not wrong: property tests look at results, never at the clock.
settings.register_profile("register", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("register")

REGISTER_FILES = Path(__file__).resolve().parent.parent / "fixtures" / "register"


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords():
    """A real password hash takes a third of a second by design, and most tests make an account. The browser tests
    sign in to the served program, whose hashes are real."""
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session", autouse=True)
def _api_without_limit():
    """Tests ask more often than any client may, all from one address; those of the limit set one of their own."""
    django_settings.API_REQUESTS_PER_MINUTE = 1_000_000


@pytest.fixture(scope="session", autouse=True)
def _caches_of_its_own():
    """What a test keeps is nothing to the next run, nor to the program that is served here."""
    for name in ("default", "clients"):
        in_memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
        django_settings.CACHES[name] = in_memory


@pytest.fixture(scope="session", autouse=True)
def _no_page_kept():
    """Every page is made for the test that asks for it; those of the cache have one (tests/project/test_page_cache.py),
    and so have the browser tests."""
    django_settings.PAGE_CACHE_MB = django_settings.FILES_KEPT_MB = 0


@pytest.fixture(scope="session", autouse=True)
def _publications_unchecked():
    """The self-check of a publication takes half a second, and most tests publish several times."""
    edition_closing.disconnect(check_closing_edition)


@pytest.fixture
def self_checked():
    """Every publication of the test is checked, as in the served program."""
    edition_closing.connect(check_closing_edition)
    yield
    edition_closing.disconnect(check_closing_edition)


@pytest.fixture(autouse=True)
def _in_korean():
    """The address of a page sets the language, and it stays so: no test begins in the language of the one before."""
    translation.activate(django_settings.LANGUAGE_CODE)


@pytest.fixture(scope="session", autouse=True)
def _collected_static(tmp_path_factory):
    """Pages link static files by their hashed names, as they are served."""
    django_settings.STATIC_ROOT = tmp_path_factory.mktemp("static")
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def _packages_of_the_tests(tmp_path_factory):
    django_settings.PACKAGES_DIR = tmp_path_factory.mktemp("packages")


@pytest.fixture(scope="session")
def _copied_tables(django_db_setup, django_db_blocker):
    """Every table that the register fills, with a copy of its rows beside it: loading takes seconds, copying none."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            _count_on()
            load_register(REGISTER_FILES)
            tables = _read_tables()
            transaction.set_rollback(True)
        with connection.cursor() as cursor:
            for table, columns, rows in tables:
                cursor.execute(f'CREATE TABLE "copy_of_{table}" AS SELECT * FROM "{table}" WHERE 1 = 0')
                marks = f"({', '.join(['%s'] * len(columns))})"
                for part in batched(rows, 900 // len(columns)):
                    values = [value for row in part for value in row]
                    cursor.execute(f'INSERT INTO "copy_of_{table}" VALUES {", ".join([marks] * len(part))}', values)
    return [table for table, _columns, _rows in tables]


def _count_on():
    """PostgreSQL's counters know nothing of tests rolled back, nor of rows copied: they go on from what there is, so
    that addresses are the same whatever ran before."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)


@pytest.fixture
def register(db, _copied_tables):
    """The real register, as `make run` serves it, at edition 1."""
    with connection.cursor() as cursor:
        for table in _copied_tables:
            cursor.execute(f'INSERT INTO "{table}" SELECT * FROM "copy_of_{table}"')
    _count_on()
    take_statistics(_copied_tables)


def take_statistics(tables):
    """PostgreSQL plans by what its own autovacuum saw, which in tests is empty tables."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(tables)}")


def batched(rows, size):
    return (rows[start : start + size] for start in range(0, len(rows), size))


def _read_tables():
    """(table, columns, rows) of every table that the loader fills, in an order that references allow."""
    tables = []
    labels = ["editions", "sources", "companies", "agreements"]
    models = [model for label in labels for model in apps.get_app_config(label).get_models(include_auto_created=True)]
    models.sort(key=lambda model: model._meta.auto_created is not False)
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            rows = cursor.fetchall()
            if rows:
                tables.append((model._meta.db_table, [column[0] for column in cursor.description], rows))
    return tables
