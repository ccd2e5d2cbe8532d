"""The database itself refuses two rounds that share a number, and a number outside its round's range.

Both rules span rows, so CHECK cannot say them: PostgreSQL gets an exclusion constraint and triggers, SQLite triggers.
SQLite loses a table's triggers when a later migration rebuilds that table; tests/agreements/test_constraints.py
notices, and the migration then calls `create` again.
"""

from django.db import migrations

SHARED = "NUMBERS_SHARED: two rounds share a number"
OUTSIDE = "OUT_OF_RANGE: the number is outside the range of its round"

SQLITE = (
    {
        f"round_numbers_shared_{event}": f"""
        CREATE TRIGGER round_numbers_shared_{event} BEFORE {event} ON agreements_signinground
        WHEN EXISTS (SELECT 1 FROM agreements_signinground other WHERE other.id <> COALESCE(NEW.id, -1)
            AND other.first_number <= NEW.last_number AND other.last_number >= NEW.first_number)
        BEGIN SELECT RAISE(ABORT, '{SHARED}'); END"""
        for event in ("INSERT", "UPDATE")
    }
    | {
        f"agreement_number_in_range_{event}": f"""
        CREATE TRIGGER agreement_number_in_range_{event} BEFORE {event} ON agreements_agreement
        WHEN NEW.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agreements_signinground round
            WHERE round.id = NEW.round_id AND NEW.number BETWEEN round.first_number AND round.last_number)
        BEGIN SELECT RAISE(ABORT, '{OUTSIDE}'); END"""
        for event in ("INSERT", "UPDATE")
    }
    | {
        "round_range_holds_its_numbers": f"""
        CREATE TRIGGER round_range_holds_its_numbers BEFORE UPDATE ON agreements_signinground
        WHEN EXISTS (SELECT 1 FROM agreements_agreement agreement WHERE agreement.round_id = NEW.id
            AND agreement.number IS NOT NULL AND NOT COALESCE(
                agreement.number BETWEEN NEW.first_number AND NEW.last_number, 0))
        BEGIN SELECT RAISE(ABORT, '{OUTSIDE}'); END"""
    }
)

POSTGRESQL = f"""
    ALTER TABLE agreements_signinground ADD CONSTRAINT agreements_signinground_numbers_not_shared
        EXCLUDE USING gist (int4range(first_number, last_number, '[]') WITH &&)
        WHERE (first_number IS NOT NULL);
    CREATE FUNCTION agreements_number_in_range() RETURNS trigger AS $$ BEGIN
        IF NEW.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agreements_signinground round
            WHERE round.id = NEW.round_id AND NEW.number BETWEEN round.first_number AND round.last_number) THEN
            RAISE EXCEPTION '{OUTSIDE}' USING ERRCODE = 'check_violation';
        END IF; RETURN NEW; END $$ LANGUAGE plpgsql;
    CREATE TRIGGER agreement_number_in_range BEFORE INSERT OR UPDATE ON agreements_agreement
        FOR EACH ROW EXECUTE FUNCTION agreements_number_in_range();
    CREATE FUNCTION agreements_range_holds_numbers() RETURNS trigger AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM agreements_agreement agreement WHERE agreement.round_id = NEW.id
            AND agreement.number IS NOT NULL AND NOT COALESCE(
                agreement.number BETWEEN NEW.first_number AND NEW.last_number, FALSE)) THEN
            RAISE EXCEPTION '{OUTSIDE}' USING ERRCODE = 'check_violation';
        END IF; RETURN NEW; END $$ LANGUAGE plpgsql;
    CREATE TRIGGER round_range_holds_its_numbers BEFORE UPDATE ON agreements_signinground
        FOR EACH ROW EXECUTE FUNCTION agreements_range_holds_numbers();
"""
POSTGRESQL_UNDO = """
    DROP TRIGGER round_range_holds_its_numbers ON agreements_signinground;
    DROP FUNCTION agreements_range_holds_numbers();
    DROP TRIGGER agreement_number_in_range ON agreements_agreement;
    DROP FUNCTION agreements_number_in_range();
    ALTER TABLE agreements_signinground DROP CONSTRAINT agreements_signinground_numbers_not_shared;
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL, params=None)
    else:
        for statement in SQLITE.values():
            schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_UNDO, params=None)
    else:
        for name in SQLITE:
            schema_editor.execute(f"DROP TRIGGER {name}", params=None)


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
