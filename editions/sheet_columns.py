"""The cells of tables that staff take out and bring in: how each kind of field is written, read and compared."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.widgets import ManyToManyWidget, Widget

from common.partial_dates import PartialDate
from editions.models import Publishable
from editions.sheets import plain


class Text(Widget):
    """The empty cell is the empty text."""

    def clean(self, value, row=None, **options):
        return plain(value).strip()

    def render(self, value, obj=None, **options):
        return "" if value is None else str(value)


class Choice(Text):
    """One of `choices` (code: label), written by either."""

    def __init__(self, choices):
        self.codes = list(choices)
        self.by_label = {str(label): code for code, label in choices.items()}

    def clean(self, value, row=None, **options):
        code = super().clean(value)
        code = self.by_label.get(code, code)
        if code and code not in self.codes:
            raise ValidationError(_("Write one of: %(codes)s.") % {"codes": ", ".join(self.codes)})
        return code


class WholeNumber(Text):
    def clean(self, value, row=None, **options):
        text = super().clean(value)
        if text and not (text.isascii() and text.removeprefix("-").isdigit() and len(text) < 12):
            raise ValidationError(_("“%(text)s” is no whole number.") % {"text": text})
        return int(text) if text else None

    def render(self, value, obj=None, **options):
        return "" if value is None else value


class Day(Text):
    def clean(self, value, row=None, **options):
        text = super().clean(value)
        try:
            return PartialDate.parse(text) if text else None
        except ValueError:
            message = _("Write an existing date as far as it is known: 2022-03-23, 2022-03 or 2022.")
            raise ValidationError(message) from None


class Named(Text):
    """The row of another table that has the text of the cell in the column `field`, or as its Korean name where it has
    one. The table is read once."""

    def __init__(self, model, field):
        self.model, self.field, self._rows = model, field, None

    def clean(self, value, row=None, **options):
        text = super().clean(value)
        return self.find(text) if text else None

    def find(self, text):
        if self._rows is None:
            self._rows = defaultdict(list)
            for other in self.model.objects.all():
                for name in {getattr(other, self.field), getattr(other, "name_ko", getattr(other, self.field))}:
                    self._rows[name].append(other)
        found = self._rows.get(text, [])
        if not found:
            raise ValidationError(_("“%(name)s” is not in the register.") % {"name": text})
        if len(found) > 1:
            raise ValidationError(
                _("Several entries are called “%(name)s”. Enter this row on a page of its own.") % {"name": text}
            )
        return found[0]

    def render(self, value, obj=None, **options):
        return str(getattr(value, self.field)) if value else ""


class NamedSeveral(Named, ManyToManyWidget):
    """Rows of another table, named in one cell and parted by spaces."""

    def clean(self, value, row=None, **options):
        return [self.find(text) for text in value.split()]

    def render(self, value, obj=None, **options):
        rows = value if isinstance(value, list) else value.all() if value else []
        return " ".join(sorted(str(getattr(other, self.field)) for other in rows))


class Column(Field):
    """A cell that says what the record says already changes nothing, whatever its spelling of line ends."""

    def clean(self, row, **options):
        try:
            return self.widget.clean(row[self.column_name])
        except ValidationError as error:
            raise ValidationError({self.column_name: error.messages}) from error

    def takes(self, instance, row):
        """Whether the file has this cell, and it says something else than the record."""
        if self.column_name not in row:
            return False
        cell = row[self.column_name]
        if instance._state.adding and not cell.strip():
            return False
        return plain(cell) != plain(str(self.export(instance)))

    def save(self, instance, row, is_m2m=False, **options):
        if self.takes(instance, row):
            value = self.clean(row)
            if is_m2m:
                getattr(instance, self.attribute).set(value)
            else:
                self.write(instance, value)

    def write(self, instance, value):
        setattr(instance, self.attribute, value)


class DayColumn(Column):
    """A date as far as it is known, which the model keeps in two columns."""

    def get_value(self, instance):
        return PartialDate.read(instance, self.attribute)

    def write(self, instance, value):
        if value:
            value.write(instance, self.attribute)
        else:
            setattr(instance, self.attribute, None)


class StatusColumn(Column):
    """Shows whether the public sees the record; a file cannot change it, and need not say it."""

    def takes(self, instance, row):
        return bool(row.get(self.column_name, "").strip()) and super().takes(instance, row)

    def write(self, instance, value):
        if instance._state.adding:
            message = _("A new row comes in as a draft: write draft here, or leave the cell empty.")
        else:
            message = _("A file neither publishes nor withdraws: leave this cell as it was.")
        raise ValidationError({self.column_name: message})


class SeveralColumn(Column):
    """The order in which a cell names rows says nothing."""

    def takes(self, instance, row):
        return super().takes(instance, row) and sorted(row[self.column_name].split()) != sorted(
            self.export(instance).split()
        )


def column_for(model_field, names):
    """The column of a model's field; `names` says by what a relation is named."""
    name, model = model_field.name, model_field.model
    if isinstance(model_field, models.ManyToManyField):
        return SeveralColumn(name, name, NamedSeveral(model_field.related_model, **names[name]))
    if isinstance(model_field, models.ForeignKey):
        return Column(name, name, Named(model_field.related_model, **names[name]))
    if name == "status" and issubclass(model, Publishable):
        return StatusColumn(name, name, Choice(dict(Publishable.Status.choices)))
    if model_field.choices:
        return Column(name, name, Choice({code: label for code, label in model_field.flatchoices if code}))
    if isinstance(model_field, models.DateField):
        return DayColumn(name, name, Day())
    if isinstance(model_field, models.IntegerField):
        return Column(name, name, WholeNumber())
    return Column(name, name, Text())
