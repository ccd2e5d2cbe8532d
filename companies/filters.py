"""What the public can narrow the directory by; the parts shared by every list of the register first."""

import datetime

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from common.name_search import first_that_finds, readings
from common.parameters import changed
from common.partial_dates import PartialDate, Precision
from companies.models import Company, District, Establishment, Field
from companies.models.establishment import PlaceStatus
from editions.lists import DayFilterSet

UNKNOWN = "unknown"


class RemovableFilterSet(DayFilterSet):
    """A FilterSet that says its conditions in words, each with the address of the page without it.

    `reading` is how the search words were read; None while nothing is searched, or where nothing was left to look for.
    """

    reading = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for narrowing in self.filters.values():
            if callable(choices := narrowing.extra.get("choices")):
                narrowing.extra["choices"] = choices()  # read once, however often they are looked at

    @property
    def conditions(self):
        return [
            {"label": label, "value": value, "remove_query": self.address_with(**{name: None})}
            for name, label, value in self.in_words()
        ]

    def in_words(self):
        """The conditions in use, as (name, label, value), all in the reader's words."""
        return [
            (name, _("Search words") if name == "q" else label, _in_words(value))
            for name, label, value in self.active()
        ]

    def address_with(self, **changes):
        """This list with some parameters changed, from its first page on; None drops one."""
        return self.request.path + changed(self.request.GET, **changes, page=None)

    def search_rows(self, rows, text, find):
        """What `find(reading)` gives for the nearest reading of `text` that finds any of `rows`."""
        if self.reading is None:
            self.reading = first_that_finds(readings(text), lambda reading: find(reading).exists())
        return find(self.reading) if self.reading else rows.none()


def _in_words(value):
    return PartialDate(value, Precision.DAY).in_words() if isinstance(value, datetime.date) else value


def codes_or_unknown(model):
    """A callable for `choices`: the code and the name, in the reader's language, of each row of `model`; and, last,
    what asks for the rows of which it is not known."""

    def choices():
        name = "name_ko" if get_language() == "ko" else "name_en"
        return [*model.objects.values_list("code", name), (UNKNOWN, _("not known"))]

    return choices


def is_value(column, value):
    """The condition that a column has one of the values of `codes_or_unknown`."""
    return Q(**{f"{column}__isnull": True}) if value == UNKNOWN else Q(**{column: value})


def day_filter(label, method, **attributes):
    """A filter by a day as YYYY-MM-DD, in both languages alike."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", **attributes})
    return django_filters.DateFilter(label=label, method=method, widget=widget, input_formats=["%Y-%m-%d"])


def search_filter(label, method, **attributes):
    """A filter by words as people type them; its method uses `search_rows`."""
    return django_filters.CharFilter(
        label=label, method=method, widget=forms.TextInput(attrs={"type": "search", **attributes})
    )


class CompanyFilterSet(RemovableFilterSet):
    FACETS = ("kind", "field", "status", "district")

    q = search_filter(_("Company or representative"), "search", **{"aria-describedby": "id_q-hint"})
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Company.Kind.choices, empty_label=_("All"))
    field = django_filters.ChoiceFilter(
        label=_("Field"), method="in_field", choices=codes_or_unknown(Field), empty_label=_("All")
    )
    status = django_filters.ChoiceFilter(
        label=_("Place in the city"), field_name="place_status", choices=PlaceStatus.choices, empty_label=_("All")
    )
    district = django_filters.ChoiceFilter(
        label=_("District"), method="in_district", choices=codes_or_unknown(District), empty_label=_("All")
    )
    # They stand among the facets, outside the form of the search box.
    signed_after = day_filter(_("Signed from"), "signed_within", form="search")
    signed_before = day_filter(_("Signed until"), "signed_within", form="search")

    def search(self, companies, name, value):
        return self.search_rows(companies, value, lambda reading: companies.found_by(reading, self.day))

    def in_field(self, companies, name, value):
        return companies.filter(is_value("field__code", value))

    def in_district(self, companies, name, value):
        """Companies with an open place in the district, or in one not known; with `status`, with a place of that
        status there."""
        places = self.places_counted().filter(is_value("district__code", value))
        return companies.filter(pk__in=places.order_by().values("company"))

    def places_counted(self):
        """The places by whose districts companies are found: open ones, or those of the status asked for."""
        status = self.form.cleaned_data.get("status") or PlaceStatus.OPEN
        return Establishment.objects.with_status(self.day).filter(place_status=status)

    def signed_within(self, companies, name, value):
        """Companies with an agreement signed from `signed_after` to `signed_before`, both days included.

        Both limits must meet in one agreement, so each limit is applied together with the other.
        """
        return companies.signed_between(*self.limits_of_signing())

    def limits_of_signing(self):
        """The first day, None for any, and the last one, which is no later than the day of the page."""
        limits = self.form.cleaned_data
        return limits.get("signed_after"), min(limits.get("signed_before") or self.day, self.day)


class PlaceFilterSet(RemovableFilterSet):
    """Closed places are listed only where their state is asked for."""

    q = search_filter(_("Company or representative"), "search")
    kind = django_filters.ChoiceFilter(
        label=_("Kind of place"), choices=Establishment.Kind.choices, empty_label=_("All")
    )
    district = django_filters.ChoiceFilter(
        label=_("District"), method="in_district", choices=codes_or_unknown(District), empty_label=_("All")
    )
    status = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a place", "State"),
        field_name="place_status",
        choices=PlaceStatus.choices,
        empty_label=_("All but closed"),
    )

    def filter_queryset(self, places):
        asked = self.form.cleaned_data["status"]
        return super().filter_queryset(places if asked else places.exclude(place_status=PlaceStatus.CLOSED))

    def in_district(self, places, name, value):
        return places.filter(is_value("district__code", value))

    def search(self, places, name, value):
        return self.search_rows(places, value, lambda reading: places.filter(company__in=self._found(reading)))

    def _found(self, reading):
        return Company.objects.published().found_by(reading, self.day).order_by().values("pk")
