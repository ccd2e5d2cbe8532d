"""A range with only one of its two numbers passed the CHECK, which cannot decide it. SQLite rebuilds the table for the
new CHECK and would lose the triggers of 0002 on the way, so they are dropped before and made again after."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import F, Q

triggers = import_module("agreements.migrations.0002_refuse_numbers_shared_or_out_of_range")
NAME = "agreements_signinground_numbers_in_order"


class Migration(migrations.Migration):
    dependencies = [("agreements", "0003_add_publish_permission")]
    operations = [
        migrations.RunPython(triggers.drop, triggers.create),
        migrations.RemoveConstraint(model_name="signinground", name=NAME),
        migrations.AddConstraint(
            model_name="signinground",
            constraint=models.CheckConstraint(
                condition=Q(first_number__isnull=True, last_number__isnull=True, number_basis="")
                | Q(
                    first_number__isnull=False,
                    first_number__gte=1,
                    last_number__isnull=False,
                    last_number__gte=F("first_number"),
                    number_basis__in=["printed", "deduced"],
                ),
                name=NAME,
                violation_error_message=(
                    "Give both numbers, the first not above the last, and say whether they are printed or deduced; "
                    "or leave all three empty."
                ),
            ),
        ),
        migrations.RunPython(triggers.create, triggers.drop),
    ]
