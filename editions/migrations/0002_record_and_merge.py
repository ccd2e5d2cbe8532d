from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="edition",
            name="kind",
            field=models.CharField(
                choices=[
                    ("load", "Register loaded"),
                    ("publish", "Published"),
                    ("record", "Recorded"),
                    ("correct", "Corrected"),
                    ("merge", "Merged"),
                    ("withdraw", "Withdrawn"),
                ],
                max_length=10,
                verbose_name="kind",
            ),
        ),
    ]
