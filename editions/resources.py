"""What every table that staff take out and bring in shares: how a row finds its record, and what refuses it.

A table is a `SheetResource` with its model, its columns in order (`fields`), the columns that find a row
(`import_id_fields`), and for each relation the column of the other table that names it (`widgets`).
"""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import ModelResource
from import_export.results import RowResult
from import_export.widgets import ManyToManyWidget

from editions.refusals import REFUSED
from editions.sheet_columns import Column, column_for


class RecordsByKey(BaseInstanceLoader):
    """The records of a table by their key, read once."""

    def __init__(self, resource, dataset=None):
        super().__init__(resource, dataset)
        self.found = defaultdict(list)
        for record in resource.get_queryset():
            self.found[resource.key_of(record)].append(record)

    def get_instance(self, row):
        """The record of a row, or None. Where several have its key: the one that says what the row says."""
        found = self.found.get(self.resource.key_in(row), [])
        if len(found) < 2:
            return found[0] if found else None
        for record in found:
            if record.pk not in self.resource.seen and not self.resource.changes(record, row):
                return record
        raise ValidationError(_("Several entries of the register fit this row. Change them on their own pages."))


class SheetResource(ModelResource):
    """`may_save(record)` and `publish_attached(record)` are the admin's: who may, and what becomes public with it."""

    # Whether a row without a key is found, or gets its key, by its other cells (see `complete`).
    completes_keys = False
    # Relations of relations that its cells show.
    also_read = ()

    class Meta:
        instance_loader_class = RecordsByKey
        # The library compares by copying each record whole; `after_init_instance` keeps its cells instead.
        skip_diff = True
        store_instance = True

    def __init__(self, *, sheet=None, may_save=None, publish_attached=None):
        super().__init__()
        self.sheet, self.may_save, self.publish_attached = sheet, may_save, publish_attached
        self.seen, self.at_work, self.before, self.is_same = {}, None, {}, False

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        return column_for(django_field, cls._meta.widgets or {})

    @classmethod
    def columns(cls):
        """[(column, its name in words, whether it finds the row)]."""
        return [(name, cls.words_for(name), name in cls._meta.import_id_fields) for name in cls._meta.fields]

    @classmethod
    def words_for(cls, name):
        return cls._meta.model._meta.get_field(name).verbose_name

    def complete(self, row):
        """Give a row without a key the key that its other cells tell."""

    def get_queryset(self):
        return self._with_relations(super().get_queryset())

    def iter_queryset(self, queryset):
        yield from self._with_relations(queryset).iterator(chunk_size=1000)

    def _with_relations(self, queryset):
        opts = self._meta.model._meta
        single = [field.name for field in opts.concrete_fields if isinstance(field, models.ForeignKey)]
        several = [field.name for field in opts.many_to_many]
        return queryset.select_related(*single, *self.also_read).prefetch_related(*several)

    def cells(self, record):
        return {name: self.fields[name].export(record) for name in self._meta.fields}

    def key_of(self, record):
        return tuple(str(self.fields[name].export(record)) for name in self._meta.import_id_fields)

    def key_in(self, row):
        fields = [self.fields[name] for name in self._meta.import_id_fields]
        return tuple(str(field.widget.render(field.clean(row))) for field in fields)

    def changes(self, record, row):
        return any(isinstance(field, Column) and field.takes(record, row) for field in self.fields.values())

    def before_import_row(self, row, row_number=None, **options):
        number = self.sheet.rows[row_number - 1][0]
        if number in self.sheet.faults:
            raise ValidationError(self.sheet.faults[number])
        self.complete(row)
        empty = [name for name in self._meta.import_id_fields if not row[name].strip()]
        if empty and not self.completes_keys:
            raise ValidationError({name: _("Fill this cell in: it says which entry is meant.") for name in empty})

    def after_init_instance(self, instance, new, row, row_number=None, dry_run=False, **options):
        if dry_run:
            instance.skip_history_when_saving = True
        self.at_work, self.before = instance, {} if new else self.cells(instance)
        self.is_same = not new and not self.changes(instance, row)
        number = self.sheet.rows[row_number - 1][0]
        key = instance.pk if not new else self.key_in(row)
        if key != ("",) and self.seen.setdefault(key, number) != number:
            raise ValidationError(_("The same entry as in row %(number)s.") % {"number": self.seen[key]})

    def import_instance(self, instance, row, **options):
        problems = {} if self.is_same else self.read_cells(instance, row)
        if problems:
            raise ValidationError(problems)

    def read_cells(self, instance, row):
        """Write the cells of a row into its record, but for relations to several; returns {column: what is wrong}."""
        problems = {}
        for field in self.get_import_fields():
            try:
                self._read_cell(field, instance, row)
            except ValidationError as error:
                problems |= error.message_dict
        return problems

    def _read_cell(self, field, instance, row):
        if not isinstance(field.widget, ManyToManyWidget):
            self.import_field(field, instance, row)
        elif field.column_name in row:
            field.clean(row)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        """Whether a row changes nothing; a cell may say the same in another spelling."""
        if self.is_same or import_validation_errors or not self.before:
            return self.is_same
        return self.before == self.cells_after(row)

    def after_import_row(self, row, row_result, **options):
        """Adds to the result its `diff`: [(column, before, after)] of the cells that the row changes."""
        after = {} if row_result.is_skip() else self.cells_after(row)
        cells = [(name, self.before.get(name, ""), value) for name, value in after.items()]
        row_result.diff = [(name, before, value) for name, before, value in cells if before != value]

    def cells_after(self, row):
        """The cells of the record at work as the row leaves them, relations to several among them."""
        cells = dict.fromkeys(self._meta.fields, "") | self.before
        for name in cells:
            field = self.fields[name]
            if not isinstance(field.widget, ManyToManyWidget):
                cells[name] = field.export(self.at_work)
            elif name in row:
                cells[name] = field.widget.render(field.clean(row))
        return cells

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """Constraints are left to the database, which knows them all and answers at once (see `_explained`)."""
        if import_validation_errors:
            raise ValidationError(import_validation_errors)
        relations = [field for field in instance._meta.concrete_fields if field.is_relation]
        # What a relation names was found in its table a moment ago.
        found = [field.name for field in relations if getattr(instance, field.attname) is not None]
        instance.full_clean(exclude=found, validate_unique=False, validate_constraints=False)

    def before_save_instance(self, instance, row, **options):
        if not self.may_save(instance):
            raise ValidationError(_("This is published; only who may publish it may change it."))

    def save_m2m(self, instance, row, dry_run=False, **options):
        if dry_run:
            return
        super().save_m2m(instance, row, **options)
        if instance.is_public():
            self.publish_attached(instance)

    def import_row(self, row, instance_loader, **options):
        """A row that is refused leaves nothing behind. Adds to the result the row's `number` in the file."""
        with transaction.atomic():
            result = super().import_row(row, instance_loader, **options)
            if not result.is_valid():
                transaction.set_rollback(True)
        if result.errors:
            result.validation_error = self._explained(result.errors.pop().error)
            result.import_type = RowResult.IMPORT_TYPE_INVALID
        result.number = self.sheet.rows[options["row_number"] - 1][0]
        options["progress"](options["row_number"], len(self.sheet.rows))
        return result

    def _explained(self, error):
        """What the database has against the row at work, in words. Any other error is a fault of this program."""
        if not isinstance(error, IntegrityError):
            raise error
        try:
            self.at_work.full_clean()
        except ValidationError as explained:
            return explained
        return ValidationError(REFUSED)
