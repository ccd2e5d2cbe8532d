"""A name is found by its initial consonants, in a past edition as in the present one."""

from django.db import migrations, models

from common.korean import initials

NAMED = ["Company", "Alias", "Representative"]
KEPT = [*NAMED, *(f"Historical{name}" for name in NAMED)]


def fill_in_initials(apps, schema_editor):
    using = schema_editor.connection.alias
    for name in KEPT:
        rows = apps.get_model("companies", name).objects.using(using)
        for key in rows.order_by().values_list("search_key", flat=True).distinct():
            rows.filter(search_key=key).update(initials_key=initials(key))


def added(model):
    column = models.CharField(default="", editable=False, max_length=100)
    return migrations.AddField(model, "initials_key", column, preserve_default=False)


def as_long_as_its_initials(model):
    column = models.CharField(db_index=True, editable=False, max_length=100)
    return migrations.AlterField(model, "search_key", column)


class Migration(migrations.Migration):
    dependencies = [("companies", "0004_keep_search_keys_in_history")]
    operations = [
        *(added(name.lower()) for name in KEPT),
        as_long_as_its_initials("representative"),
        as_long_as_its_initials("historicalrepresentative"),
        migrations.RunPython(fill_in_initials, migrations.RunPython.noop),
    ]
