"""One text box for a date of which only the year or the month may be known (see partial_dates.py)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate, Precision


class PartialDateField(forms.Field):
    """Takes 2022-03-23, 2022. 3. 23., 2022-03 or 2022; its value is a PartialDate, or None where it is left empty."""

    default_error_messages = {
        "invalid": _("Write an existing date as far as it is known: 2022-03-23, 2022-03 or 2022.")
    }

    def __init__(self, **options):
        super().__init__(widget=forms.TextInput(attrs={"size": 12, "placeholder": "2022-03-23"}), **options)

    def to_python(self, value):
        if value is None or not value.strip():
            return None
        try:
            return PartialDate.parse(value)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def has_changed(self, initial, data):
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class PartialDatesMixin:
    """For a ModelForm: every partial date of its model becomes one box that writes both columns."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name in partial_dates(self._meta.model):
            self.fields.pop(f"{name}_precision", None)
            if name in self.fields:
                self.fields[name] = PartialDateField(label=self.fields[name].label, required=False)
                known = PartialDate.read(self.instance, name)
                if known:
                    self.initial[name] = str(known)

    def _post_clean(self):
        for name in partial_dates(self._meta.model):
            if name in self.fields and name in self.cleaned_data:
                known = self.cleaned_data[name]
                self.cleaned_data[name] = known.last_day if known else None
                setattr(self.instance, f"{name}_precision", known.precision if known else Precision.DAY)
        super()._post_clean()


def partial_dates(model):
    """The names of a model's partial dates."""
    names = {field.name for field in model._meta.concrete_fields}
    return sorted(name for name in names if f"{name}_precision" in names)
