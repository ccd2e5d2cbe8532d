"""The first page of a review: a text, a file, or nothing; and what a reader makes of it."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from intake.containers.bounds import MAX_FILE_BYTES
from intake.documents import read_document
from intake.forms import LineField
from intake.models import Review
from intake.proposals import propose_release, propose_table
from intake.release import LIMIT, read_release
from intake.tables import read_spreadsheet, read_table
from sources.models import Source

SPREADSHEETS = (".xlsx", ".csv")
TOO_LONG = _("The text is too long to be read. Keep the part that tells of the signing.")
NO_SIGNING = _(
    "No signing was found in this text. Check that it is the right one, or start empty and type the companies."
)


class StartForm(forms.Form):
    """Valid only where something was read from it: `found` then holds kind, text, answers and reading."""

    text = forms.CharField(
        label=_("Press release or table"),
        required=False,
        strip=False,
        validators=[MaxLengthValidator(LIMIT, TOO_LONG)],
        widget=forms.Textarea(attrs={"rows": 14, "autofocus": True}),
    )
    document = forms.FileField(
        label=_("or a file"),
        required=False,
        help_text=_(".txt, .hwpx, .docx, .pdf, .xlsx or .csv"),
        widget=forms.FileInput(attrs={"accept": ".txt,.hwpx,.docx,.pdf,.xlsx,.csv"}),
    )
    published_on = forms.DateField(
        label=capfirst(_("published on")),
        required=False,
        help_text=_("From this day the reader works out “on the 23rd” and “last month”."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "2022-03-23", "size": 12}),
    )
    url = forms.URLField(
        label=capfirst(_("address")),
        required=False,
        assume_scheme="https",
        validators=[MaxLengthValidator(Source._meta.get_field("url").max_length)],
    )
    title = LineField(pgettext_lazy("of a page", "title"), Source._meta.get_field("title"))
    publisher = LineField(_("publisher"), Source._meta.get_field("publisher"))

    def clean(self):
        cleaned = super().clean()
        text, document = cleaned.get("text", ""), cleaned.get("document")
        if self.errors:
            return cleaned
        if bool(text.strip()) == bool(document):
            raise ValidationError(_("Paste a text or choose a file, one of the two; or start empty."))
        try:
            self.found = self._read_file(document) if document else self._read_text(text)
        except ValidationError as error:
            self.add_error("document" if document else "text", error)
        return cleaned

    def source(self):
        """The report as lines of the part `sources`: one, or none where no address is given."""
        day = self.cleaned_data.get("published_on")
        line = {name: self.cleaned_data.get(name, "") for name in ("url", "title", "publisher")}
        return [line | {"published_on": day.isoformat() if day else ""}] if line["url"] else []

    def typed(self):
        """The text as it was typed, whether or not anything was found in it."""
        return self.data.get("text", "")[:LIMIT].replace("\r\n", "\n").replace("\0", "")

    def _read_file(self, document):
        if document.name.lower().endswith(SPREADSHEETS):
            return self._found(Review.Kind.TABLE, "", read_spreadsheet(document.name, _bounded(document)))
        return self._read_text(read_document(document.name, _bounded(document)))

    def _read_text(self, text):
        if len(text) > LIMIT:
            raise ValidationError(TOO_LONG)
        text = text.replace("\r\n", "\n").replace("\0", "")
        if looks_like_table(text):
            return self._found(Review.Kind.TABLE, text, read_table(text))
        release = read_release(text, self.cleaned_data.get("published_on"))
        if not (release.parties or release.numbers):
            raise ValidationError(NO_SIGNING)
        return self._found(Review.Kind.RELEASE, text, release)

    def _found(self, kind, text, found):
        propose = propose_table if kind == Review.Kind.TABLE else propose_release
        answers, reading = propose(found, sources=self.source())
        return {"kind": kind, "text": text, "answers": answers, "reading": reading}


def _bounded(document):
    """The bytes of an upload, or as many as show that it is too large."""
    return document.read(MAX_FILE_BYTES + 1)


def looks_like_table(text):
    """Whether `text` was copied from a spreadsheet or a table: more than half of its lines have columns."""
    lines = [line for line in text.splitlines() if line.strip()]
    return sum("\t" in line for line in lines) * 2 > len(lines)
