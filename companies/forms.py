"""What staff type about a company outside its main form."""

import re
import unicodedata

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from common.korean import validate_name
from common.partial_date_forms import PartialDateField
from companies.models import BusinessNumber, Company
from companies.services import bearer_of
from editions.admin import REASON, RegisterForm, RowForm
from sources.models import Source


class CompanyForm(RegisterForm):
    """A name that another company has is that company's, or the two are one."""

    def clean_name(self):
        name = self.cleaned_data["name"]
        other = bearer_of(name, besides=self.instance) if "name" in self.changed_data else None
        if other:
            text = _("%(company)s is another company of the register. If the two are one, merge them.")
            raise ValidationError(text, params={"company": other.name})
        return name


class KnownSelect(AutocompleteSelect):
    """Shows what is no key of any row as nothing chosen, where Django's own would fail."""

    def __init__(self, field):
        super().__init__(field, admin.site)

    def optgroups(self, name, value, attrs=None):
        keys = [key for key in value if key.isdecimal() and len(key) < 19]
        return super().optgroups(name, keys, attrs)


class RenameForm(forms.Form):
    """The new name, since when, who said so and why; the reason is asked of a published company alone."""

    required_css_class = "required"
    name = forms.CharField(
        label=capfirst(_("new name")),
        max_length=100,
        validators=[validate_name],
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    renamed_on = PartialDateField(
        label=capfirst(_("new name since")),
        required=False,
        help_text=_("As far as it is known: 2022-03-23, 2022-03 or 2022. The old name is shown as used until then."),
    )
    source = forms.ModelChoiceField(
        Source.objects.all(),
        label=capfirst(_("source")),
        required=False,
        widget=KnownSelect(Company._meta.get_field("sources")),
    )
    source_url = forms.URLField(
        label=capfirst(_("or the address of a new source")),
        required=False,
        max_length=1000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    edition_reason = forms.CharField(
        label=capfirst(_("reason for the change")),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )

    def __init__(self, *args, company, **options):
        super().__init__(*args, **options)
        self.fields[REASON].required = company.is_public()
        if company.is_public():
            self.fields[REASON].help_text = RegisterForm.base_fields[REASON].help_text

    def clean_renamed_on(self):
        known = self.cleaned_data["renamed_on"]
        today = timezone.localdate().isoformat()
        if known and str(known) > today[: len(str(known))]:
            raise ValidationError(_("Enter a day up to today: until then the company has its old name."))
        return known

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("source") and cleaned.get("source_url"):
            self.add_error("source_url", _("Choose a source or give a new address, not both."))
        return cleaned

    def refuse(self, error):
        """Show what the service has against it, beside the field that it speaks of."""
        for field, messages in getattr(error, "message_dict", {None: error.messages}).items():
            self.add_error(field if field in self.fields else None, messages)


class PairForm(forms.Form):
    """Two companies of the register that somebody has told apart."""

    first = forms.ModelChoiceField(Company.objects.unmerged())
    second = forms.ModelChoiceField(Company.objects.unmerged())

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("first") == cleaned.get("second"):
            raise ValidationError(_("Choose two companies."))
        return cleaned


class BusinessNumberField(forms.CharField):
    """Takes 124-81-00998, 1248100998 and full-width digits; its value is ten digits."""

    def __init__(self, **options):
        super().__init__(**options | {"max_length": None})

    def prepare_value(self, value):
        return str(BusinessNumber(number=value)) if value and re.fullmatch("[0-9]{10}", value) else value

    def to_python(self, value):
        digits = re.sub(r"[\s\-‐-―−]", "", unicodedata.normalize("NFKC", super().to_python(value)))
        if digits and not re.fullmatch("[0-9]{10}", digits):
            raise ValidationError(_("A business registration number has ten digits: 000-00-00000."))
        return digits


class BusinessNumberForm(RowForm):
    number = BusinessNumberField(
        label=capfirst(_("business registration number")),
        help_text=_("000-00-00000. Never shown to the public."),
        widget=forms.TextInput(attrs={"size": 14, "placeholder": "000-00-00000", "autocomplete": "off"}),
    )

    class Meta:
        model = BusinessNumber
        fields = ["company", "number"]

    def clean_number(self):
        number = self.cleaned_data["number"]
        other = BusinessNumber.objects.filter(number=number).exclude(pk=self.instance.pk).first()
        if other:
            raise ValidationError(
                _("%(company)s already has this number. If the two are one company, merge them."),
                params={"company": other.company.name},
            )
        return number
