"""Rules that hold for every model."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
# Logs that are never changed, answers of staff, accounts, and what is not in the register yet.
WITHOUT_HISTORY = {"agreements.CompanyMerge", "companies.DistinctCompanies", "editions.Edition", "accounts.User"}
WITHOUT_HISTORY |= {"intake.Review", "figures.SelfCheck"}
OURS = ["accounts", "editions", "sources", "companies", "agreements", "figures", "intake"]


def models():
    for app in OURS:
        for model in apps.get_app_config(app).get_models():
            if not hasattr(model, "instance_type"):
                yield model


@pytest.mark.parametrize("model", list(models()), ids=lambda model: model._meta.label)
def test_every_public_record_keeps_its_history(model):
    """To repair: give the model `history = public_history()` and `is_public()`, or add it to WITHOUT_HISTORY."""
    has_history = hasattr(model, "history") and hasattr(model, "is_public")

    assert has_history != (model._meta.label in WITHOUT_HISTORY)


def test_nothing_writes_past_the_history():
    """`update()` and `bulk_create()` leave no history. To repair: save row by row."""
    pattern = re.compile(r"\.(bulk_create|bulk_update|update)\(")
    allowed = {
        "editions/history.py",  # closes the span of a history row
        "editions/watching.py",  # hands on the messages for the reader, which are no rows
        "open_data/package/unpacking.py",  # checksums
        "open_data/package/writing.py",
    }
    found = {
        str(path.relative_to(ROOT))
        for app in [*OURS, "open_data", "api"]
        for path in (ROOT / app).rglob("*.py")
        for line in path.read_text().splitlines()
        if pattern.search(line) and "migrations" not in path.parts
    }

    assert found <= allowed


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
