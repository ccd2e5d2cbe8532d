"""The forms of the review page. They are always bound to a review's answers, so that a wrong value says so at once."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.models import Attendee, Signatory, SigningRound, Statement
from common.korean import validate_name
from common.partial_date_forms import PartialDateField
from companies.models import Company, Representative
from intake.answers import MAXIMUM_ROWS
from intake.people import people_of
from intake.release.names import bare_name
from sources.models import Source

MAXIMUM_NUMBER = 99_999


class LineField(forms.CharField):
    """One line of text. What is too long is refused in words; a browser's `maxlength` would cut it off silently."""

    def __init__(self, label, column=None, validators=(), **attributes):
        longest = [MaxLengthValidator(column.max_length)] if column else []
        widget = forms.TextInput(attrs={"autocomplete": "off", **attributes})
        super().__init__(label=capfirst(label), required=False, validators=[*longest, *validators], widget=widget)


class CountField(forms.IntegerField):
    """A whole number in a plain box: Enter, arrows and the wheel do nothing unexpected in it."""

    def __init__(self, label, lowest=1):
        widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"})
        super().__init__(
            label=capfirst(label), required=False, min_value=lowest, max_value=MAXIMUM_NUMBER, widget=widget
        )


def _day(label):
    return PartialDateField(label=capfirst(label), required=False)


def _column(model, name):
    return model._meta.get_field(name)


class FactsForm(forms.Form):
    """What is said of the round as a whole. Every box may stay empty: not known."""

    first_number = CountField(_("first number"))
    last_number = CountField(_("last number"))
    stated_count = CountField(_("stated count"), lowest=0)
    signed_on = _day(_("signed on"))
    venue = LineField(_("venue"), _column(SigningRound, "venue"))
    city_signatory_name = LineField(
        _("signed for the city by"), _column(SigningRound, "city_signatory_name"), [validate_name]
    )
    city_signatory_title = LineField(_("title of the city's signatory"), _column(SigningRound, "city_signatory_title"))
    signing_party = LineField(_("signing party of the city"), _column(SigningRound, "signing_party"))

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first_number"), cleaned.get("last_number")
        if {"first_number", "last_number"} & self.errors.keys():
            return cleaned
        if (first is None) != (last is None):
            missing = "last_number" if last is None else "first_number"
            self.add_error(missing, _("Give both numbers, or leave both empty."))
        elif first is not None and last < first:
            self.add_error("last_number", _("The last number is below the first. Exchange them."))
        return cleaned


class RowForm(forms.Form):
    """One company of the round. `people` of the cleaned row are its representatives, one by one."""

    number = CountField(_("number"))
    company = LineField(_("company"), _column(Company, "name"), [validate_name], list="companies")
    representatives = LineField(_("representatives"))
    title = LineField(_("title"), _column(Signatory, "title"))
    field = forms.ChoiceField(label=capfirst(_("AI field")), required=False)

    def __init__(self, *args, fields_known, **options):
        super().__init__(*args, **options)
        self.fields["field"].choices = [("", "–"), *((code, str(row)) for code, row in fields_known.items())]

    def clean_company(self):
        name = bare_name(self.cleaned_data["company"])
        if name and not any(character.isalnum() for character in name):
            raise ValidationError(_("This is no name: it holds neither a letter nor a digit."))
        return name

    def clean_representatives(self):
        names = self.cleaned_data["representatives"]
        for person in people_of(names, ""):
            validate_name(person.name)
            if max(len(person.name), len(person.title)) > _column(Representative, "name").max_length:
                raise ValidationError(_("A name or a title has at most 60 characters; a middle dot parts two people."))
        return names

    def clean(self):
        cleaned = super().clean()
        cleaned["people"] = people_of(cleaned.get("representatives", ""), cleaned.get("title", ""))
        if self.has_changed() and not cleaned.get("company") and "company" not in self.errors:
            self.add_error("company", _("Name the company, or empty the row."))
        return cleaned


class AttendeeForm(forms.Form):
    name = LineField(_("name"), _column(Attendee, "name"), [validate_name])
    title = LineField(_("title"), _column(Attendee, "title"))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("title") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Name the person, or empty the line."))
        return cleaned


class PointForm(forms.Form):
    text = forms.CharField(label=capfirst(_("agreed point")), required=False, widget=forms.Textarea(attrs={"rows": 2}))


class StatementForm(forms.Form):
    """An official total that the text tells of; it is drafted unless it is left out."""

    established = CountField(_("established"), lowest=0)
    out_of = CountField(_("out of"), lowest=0)
    as_of = _day(_("speaks of"))
    stated_by = LineField(_("said by"), _column(Statement, "stated_by"))
    left_out = forms.BooleanField(label=capfirst(_("leave out")), required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("left_out") or self.errors:
            return cleaned
        established, out_of = cleaned.get("established"), cleaned.get("out_of")
        if established is None and self.has_changed():
            self.add_error("established", _("Give the number that was said, or leave the statement out."))
        elif out_of is not None and established is not None and out_of < established:
            self.add_error("out_of", _("The value cannot be larger than the number it is out of."))
        return cleaned


class SourceForm(forms.Form):
    url = forms.URLField(
        label=capfirst(_("address")),
        required=False,
        assume_scheme="https",
        validators=[MaxLengthValidator(_column(Source, "url").max_length)],
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    title = LineField(pgettext_lazy("of a page", "title"), _column(Source, "title"))
    publisher = LineField(_("publisher"), _column(Source, "publisher"))
    published_on = _day(_("published on"))

    def clean(self):
        cleaned = super().clean()
        if self.has_changed() and not cleaned.get("url") and "url" not in self.errors:
            self.add_error("url", _("Give the address of the source, or empty the line."))
        return cleaned


def _formset(form):
    return forms.formset_factory(form, extra=0, max_num=MAXIMUM_ROWS, absolute_max=MAXIMUM_ROWS, validate_max=True)


RowFormSet = _formset(RowForm)
AttendeeFormSet = _formset(AttendeeForm)
PointFormSet = _formset(PointForm)
StatementFormSet = _formset(StatementForm)
SourceFormSet = _formset(SourceForm)
