"""A past edition is searched and sorted like the present one, so its rows need their keys too."""

from django.db import migrations, models

from common.korean import search_key, sort_key

KEYS = {
    "Company": {"search_key": search_key, "sort_key": sort_key},
    "Alias": {"search_key": search_key},
    "Representative": {"search_key": search_key},
}


def fill_in_keys(apps, schema_editor):
    using = schema_editor.connection.alias
    for name, keys in KEYS.items():
        versions = apps.get_model("companies", f"Historical{name}").objects.using(using)
        for written in versions.order_by().values_list("name", flat=True).distinct():
            versions.filter(name=written).update(**{column: key(written) for column, key in keys.items()})


def key(length):
    return models.CharField(db_index=True, default="", editable=False, max_length=length)


def added(model, column, length):
    return migrations.AddField(model, column, key(length), preserve_default=False)


class Migration(migrations.Migration):
    dependencies = [("companies", "0003_begin_the_history_of_fields_and_districts")]
    operations = [
        added("historicalcompany", "search_key", 100),
        added("historicalcompany", "sort_key", 401),
        added("historicalalias", "search_key", 100),
        added("historicalrepresentative", "search_key", 60),
        migrations.RunPython(fill_in_keys, migrations.RunPython.noop),
    ]
