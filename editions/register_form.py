"""The form of a record that the public may see."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from common.partial_date_forms import PartialDatesMixin
from editions.history import version_of

REASON, SEEN = "edition_reason", "seen_version"
CHANGED_MEANWHILE = _(
    "Somebody changed this entry, or a row of it, after you opened it. Nothing was saved; what you typed still stands "
    "below. Look at the history, then save again to put yours over it."
)


class RegisterForm(PartialDatesMixin, forms.ModelForm):
    """A form whose change of a published record carries a reason, shown in the list of changes. It is not saved over
    what somebody else changed since it was opened."""

    # What the database or the edition had against saving this.
    refused = ()
    seen_version = forms.CharField(required=False, widget=forms.HiddenInput)
    edition_reason = forms.CharField(
        label=capfirst(_("reason for the change")),
        required=False,
        max_length=500,
        help_text=_("This record is published: saving makes an edition, and the list of changes shows the reason."),
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields[REASON].required = self.instance.pk is not None and self.instance.is_public()
        if self.instance.pk:
            self.initial[SEEN] = version_of(self.instance)

    def clean(self):
        cleaned = super().clean()
        self._refuse_if_changed_meanwhile()
        if self.refused:
            raise ValidationError(list(self.refused))
        return cleaned

    def _refuse_if_changed_meanwhile(self):
        seen, present = self.cleaned_data.get(SEEN), self.initial.get(SEEN)
        if seen and seen != present:
            # What is shown again has been seen: saving once more writes it.
            self.data = self.data.copy()
            self.data[self.add_prefix(SEEN)] = present
            raise ValidationError(CHANGED_MEANWHILE)
