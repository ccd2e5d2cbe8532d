"""The one short form that records what happened to a company's place."""

from django import forms
from django.contrib.admin.widgets import AdminRadioSelect, AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.partial_date_forms import PartialDateField
from common.partial_dates import PartialDate
from companies.models import District, Establishment
from companies.models.establishment import PlaceStatus
from companies.places import PlaceEvent, record_place_event
from sources.models import Source

CHOICES = {"class": "radiolist"}
NEW = "new"
NEW_PLACE_FIELDS = ["kind", "district", "name", "address"]
NEW_SOURCE_FIELDS = ["title", "publisher", "published_on"]
STATUS_DATES = {
    PlaceStatus.OPEN: ["confirmed_on", "opened_on"],
    PlaceStatus.PLANNED: ["planned_on", "announced_on"],
    PlaceStatus.CLOSED: ["closed_on", "closing_reported_on"],
    PlaceStatus.UNCONFIRMED: [],
}


class PlaceEventForm(forms.Form):
    """`today`: no event lies after it. `record(by=…)` does what the valid form says."""

    event = forms.ChoiceField(label=_("What happened"), choices=PlaceEvent.choices, widget=AdminRadioSelect(CHOICES))
    place = forms.ChoiceField(label=capfirst(_("place")), widget=AdminRadioSelect(CHOICES))
    day = PartialDateField(
        label=_("Day or month"),
        required=False,
        help_text=_("Of the event; for a plan, the day planned for. 2022-03 or 2022 where only that is known."),
    )
    announced = PartialDateField(
        label=capfirst(_("plan announced on")), required=False, help_text=_("For a plan alone.")
    )
    kind = forms.ChoiceField(
        label=capfirst(_("kind of place")), required=False, choices=[("", _("not known")), *Establishment.Kind.choices]
    )
    district = forms.ModelChoiceField(
        label=capfirst(_("district")), required=False, queryset=District.objects.all(), empty_label=_("not known")
    )
    name = forms.CharField(label=capfirst(_("name of the place")), required=False, max_length=100)
    address = forms.CharField(label=capfirst(_("address")), required=False, max_length=200)
    url = forms.URLField(
        label=_("Address of the source"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField", "inputmode": "url"}),
        help_text=_("Where it was said. An address that the register knows is recognised."),
    )
    source = forms.ModelChoiceField(label=_("Or a known source"), required=False, queryset=Source.objects.all())
    title = forms.CharField(label=capfirst(pgettext_lazy("of a page", "title")), required=False, max_length=300)
    publisher = forms.CharField(label=capfirst(_("publisher")), required=False, max_length=100)
    published_on = PartialDateField(label=capfirst(_("published on")), required=False)

    fieldsets = [
        (None, {"fields": ["event", "place", "day", "announced"]}),
        (
            _("The new place, as far as it is known"),
            {"fields": [("kind", "district"), ("name", "address")], "classes": ["new-place"]},
        ),
        (_("Source"), {"fields": ["url", NEW_SOURCE_FIELDS, "source"]}),
    ]

    def __init__(self, *args, company, today, admin_site, **options):
        super().__init__(*args, **options)
        self.company, self.today = company, today
        self.places = {str(place.pk): place for place in company.establishments.with_status(today)}
        labels = [(pk, place_in_words(place)) for pk, place in self.places.items()]
        self.fields["place"].choices = [*labels, (NEW, _("a new place"))]
        if self.initial.get("place") not in self.places:
            self.initial["place"] = self._likely_place()
        sources = Establishment._meta.get_field("sources")
        self.fields["source"].widget = AutocompleteSelect(sources, admin_site, choices=self.fields["source"].choices)

    def _likely_place(self):
        """The only place there is; a new one where there is none; else nothing, so that somebody chooses."""
        return {0: NEW, 1: next(iter(self.places), NEW)}.get(len(self.places))

    def clean(self):
        cleaned = super().clean()
        self._clean_new_place(cleaned)
        self._clean_source(cleaned)
        if cleaned.get("announced") and cleaned.get("event") not in (None, PlaceEvent.PLANNED):
            self.add_error("announced", _("Only a plan is announced. Choose “planned”, or empty this."))
        return cleaned

    def _clean_new_place(self, cleaned):
        typed = [name for name in NEW_PLACE_FIELDS if cleaned.get(name)]
        if cleaned.get("place") in self.places:
            for name in typed:
                self.add_error(name, _("This describes a new place. Choose “a new place”, or empty this."))

    def _clean_source(self, cleaned):
        url, source = cleaned.get("url"), cleaned.get("source")
        if not url and not source and "url" not in self.errors:
            self.add_error("url", _("Give the address of the source, or choose a known one."))
        if url and source and source.url != url:
            self.add_error("source", _("Name one source: the address, or a known one."))
        for name in NEW_SOURCE_FIELDS:
            if cleaned.get(name) and source and not url:
                self.add_error(name, _("This describes a new source. Give its address, or empty this."))

    def record(self, *, by):
        """The place as it now stands; None where it was refused, with the reason among the form's errors."""
        cleaned = self.cleaned_data
        try:
            return record_place_event(
                company=self.company,
                place=self.places.get(cleaned["place"]) or Establishment(**_filled(cleaned, NEW_PLACE_FIELDS)),
                event=cleaned["event"],
                day=cleaned["day"],
                announced=cleaned["announced"],
                today=self.today,
                source=cleaned["source"] or self._new_source(),
                by=by,
            )
        except ValidationError as error:
            self._add_refusal(error)
        except IntegrityError:
            self.add_error(None, _("Somebody saved the same at this moment. Nothing of yours was saved; save again."))

    def _new_source(self):
        source = Source(**_filled(self.cleaned_data, ["url", "title", "publisher"]))
        published_on = self.cleaned_data["published_on"]
        if published_on:
            published_on.write(source, "published_on")
        return source

    def _add_refusal(self, error):
        if not hasattr(error, "error_dict"):
            return self.add_error(None, error)
        for name, errors in error.error_dict.items():
            self.add_error(name if name in self.fields else None, errors)


def _filled(cleaned, names):
    return {name: cleaned[name] for name in names if cleaned[name]}


def place_in_words(place):
    """What the place is called and how it stands, with the latest day that says so; `place_status` is set."""
    status = PlaceStatus(place.place_status)
    known = next(filter(None, (PartialDate.read(place, name) for name in STATUS_DATES[status])), None)
    return " · ".join(str(part) for part in (called(place), status.label, known and known.in_words()) if part)


def called(place):
    """The name of a place with its kind, or its kind alone, or “place in the city” where neither is known."""
    kind = place.get_kind_display()
    if place.name and kind:
        return f"{place.name} ({kind})"
    return place.name or kind or str(_("place in the city"))
