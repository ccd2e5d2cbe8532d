"""The rows of a signing round and of a statement, as they are typed on one screen."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, Attendee, Commitment, Signatory, StatementFigure
from editions.admin import OrderedFormSet, OrderedRowForm, RowInline, StackedRowInline

ROWS_ON_ADD = 10


class SignatoriesField(forms.CharField):
    """Signatories in one line, as a list of (name, title): `이완완 대표이사; 신범식 대표이사`.

    The name ends at the first space; one that holds spaces ends at a comma: `투피 살리바, 위원장`.
    """

    def clean(self, value):
        people = [_name_and_title(part.strip()) for part in super().clean(value).split(";") if part.strip()]
        for text in (text for person in people for text in person):
            if len(text) > 60:
                raise ValidationError(_("A name or a title has at most 60 characters; a semicolon parts two people."))
        if not all(name for name, _title in people):
            raise ValidationError(_("Write the name first, then the title."))
        return people

    @staticmethod
    def in_one_line(signatories):
        return "; ".join(
            f"{person.name}, {person.title}".strip() if " " in person.name else str(person) for person in signatories
        )


def _name_and_title(text):
    name, _mark, title = text.partition("," if "," in text else " ")
    return name.strip(), title.strip()


class AgreementForm(OrderedRowForm):
    signatories = SignatoriesField(
        label=capfirst(_("signatories")),
        required=False,
        help_text=_("Name and title; a semicolon parts two people."),
        widget=forms.TextInput(attrs={"size": 40}),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["signatories"] = SignatoriesField.in_one_line(self.instance.signatories.all())

    def clean(self):
        """The range of a round that is being typed in the same form, which Agreement.clean cannot see yet."""
        cleaned = super().clean() or self.cleaned_data
        round, number = cleaned.get("round"), cleaned.get("number")
        if round and round.pk is None and number is not None and not _holds(round, number):
            self.add_error("number", _("The number is outside the range of its round."))
        return cleaned

    def _save_m2m(self):
        super()._save_m2m()
        if "signatories" in self.changed_data:
            write_signatories(self.instance, self.cleaned_data["signatories"])


def _holds(round, number):
    first, last = round.first_number, round.last_number
    return first is not None and last is not None and first <= number <= last


def write_signatories(agreement, people):
    """Make the signatories of an agreement those of `people`, in that order, touching only rows that differ."""
    rows = list(Signatory.objects.filter(agreement=agreement))
    for surplus in rows[len(people) :]:
        surplus.delete()
    rows += [Signatory(agreement=agreement) for _person in people[len(rows) :]]
    for order, (row, (name, title)) in enumerate(zip(rows, people, strict=False), start=1):
        if row.pk is None or (row.order, row.name, row.title) != (order, name, title):
            row.agreement, row.order, row.name, row.title = agreement, order, name, title
            row.save()


class AgreementInline(RowInline):
    model = Agreement
    form, formset = AgreementForm, OrderedFormSet
    fields = ["order", "company", "signatories", "number"]
    autocomplete_fields = ["company"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("company", "round").prefetch_related("signatories")

    @admin.display(description=_("signatories"))
    def signatories(self, agreement):
        """For whoever may only read the round."""
        return SignatoriesField.in_one_line(agreement.signatories.all()) or "–"

    def get_extra(self, request, obj=None, **options):
        return 0 if obj else ROWS_ON_ADD


class AttendeeInline(RowInline):
    model = Attendee
    form, formset = OrderedRowForm, OrderedFormSet
    fields = ["order", "name", "title"]

    def get_extra(self, request, obj=None, **options):
        return 0 if obj else 2


class CommitmentFormSet(OrderedFormSet):
    """Reads the agreements of the round once, not once a row."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "agreement" in form.fields:
            form.fields["agreement"].queryset = self._agreements
            form.fields["agreement"].choices = self._choices

    @property
    def _agreements(self):
        return Agreement.objects.filter(round=self.instance.pk).select_related("company", "round")

    @property
    def _choices(self):
        if not hasattr(self, "_read_choices"):
            rows = self._agreements if self.instance.pk else []
            self._read_choices = [("", _("the whole round")), *((row.pk, str(row)) for row in rows)]
        return self._read_choices


class ShortTexts:
    """An agreed point is a line or two: boxes as high as that leave its state and evidence in sight."""

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name in ("text_ko", "text_en"):
            field.widget = forms.Textarea(attrs={"rows": 2, "cols": 40})
        return field


class CommitmentInline(ShortTexts, StackedRowInline):
    model = Commitment
    view_on_site = False
    form, formset = OrderedRowForm, CommitmentFormSet
    fields = [
        ("order", "agreement"),
        ("text_ko", "text_en"),
        ("kind", "due_on"),
        ("state", "state_on"),
        "evidence",
    ]
    autocomplete_fields = ["evidence"]

    def get_extra(self, request, obj=None, **options):
        return 0 if obj else 4

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == "agreement":
            field.widget.can_add_related = field.widget.can_change_related = False
        return field


class SignatoryInline(RowInline):
    model = Signatory
    form, formset = OrderedRowForm, OrderedFormSet
    fields = ["order", "name", "title"]


class StatementFigureInline(RowInline):
    model = StatementFigure
    fields = ["measure", "value", "out_of", "certainty"]

    def get_extra(self, request, obj=None, **options):
        return 0 if obj else 3
