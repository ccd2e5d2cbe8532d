"""PostgreSQL finds parts of names by an index of trigrams, where the server has the extension and it knows Hangul.

Without it the same rows are found by reading all names. The extension may be created by whoever owns the database; to
have the indexes on a server that got it later, migrate back to 0006 and forth again.
"""

from django.db import DatabaseError, migrations, transaction

TABLES = ["companies_company", "companies_alias", "companies_representative"]


def create(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            # Of a database with the character type C it takes no Hangul for letters, and indexes none.
            cursor.execute("SELECT cardinality(show_trgm('가나다')) > 0")
            if cursor.fetchone()[0]:
                for table in TABLES:
                    columns = "search_key gin_trgm_ops, initials_key gin_trgm_ops"
                    cursor.execute(f"CREATE INDEX {table}_trigrams ON {table} USING gin ({columns})")
    except DatabaseError:
        # Not installed, or not allowed: slower, and not wrong.
        return


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"DROP INDEX IF EXISTS {table}_trigrams")


class Migration(migrations.Migration):
    dependencies = [("companies", "0006_index_the_editions_of_history")]
    operations = [migrations.RunPython(create, drop)]
