"""AI fields and districts have stood on public pages from the first edition on: their history begins there."""

from django.db import migrations
from django.utils import timezone

CHOICES = ["Field", "District"]


def begin_history(apps, schema_editor):
    using = schema_editor.connection.alias
    first = apps.get_model("editions", "Edition").objects.using(using).order_by("number").first()
    # Without any edition the first one will be number 1.
    stamp = {"edition_from": first.number if first else 1, "history_date": first.made_at if first else timezone.now()}
    for name in CHOICES:
        history = apps.get_model("companies", f"Historical{name}")
        columns = [field.attname for field in apps.get_model("companies", name)._meta.concrete_fields]
        rows = apps.get_model("companies", name).objects.using(using).values(*columns)
        history.objects.using(using).bulk_create(history(history_type="+", **stamp, **row) for row in rows)


class Migration(migrations.Migration):
    dependencies = [("companies", "0002_rename_merge_and_tell_companies_apart"), ("editions", "0002_record_and_merge")]
    operations = [migrations.RunPython(begin_history, migrations.RunPython.noop)]
