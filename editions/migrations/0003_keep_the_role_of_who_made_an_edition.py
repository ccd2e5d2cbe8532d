from django.conf import settings
from django.db import migrations, models

# As accounts/roles.py had them when roles were first kept, the one in which somebody acts first.
ROLES = ["승인", "입력", "관리"]


def fill_in_roles(apps, schema_editor):
    """What is known of an older edition are the roles that its maker has now."""
    using = schema_editor.connection.alias
    editions = apps.get_model("editions", "Edition").objects.using(using)
    people = apps.get_model(settings.AUTH_USER_MODEL).objects.using(using)
    for person in people.filter(pk__in=editions.order_by().values("made_by")):
        groups = set(person.groups.values_list("name", flat=True))
        without = "관리" if person.is_superuser else "직원"
        role = next((role for role in ROLES if role in groups), without)
        editions.filter(made_by=person).update(made_by_role=role)


class Migration(migrations.Migration):
    dependencies = [
        ("editions", "0002_record_and_merge"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="made_by_role",
            field=models.CharField(
                blank=True,
                choices=[("승인", "approval"), ("입력", "entry"), ("관리", "administration"), ("직원", "staff")],
                max_length=10,
                verbose_name="made in the role of",
            ),
        ),
        migrations.RunPython(fill_in_roles, migrations.RunPython.noop),
    ]
