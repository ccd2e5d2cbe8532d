"""What the public can narrow the directory by; the parts shared by every list of the register first."""

import datetime

import django_filters
from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from common.partial_dates import PartialDate, Precision
from companies.models import Company, District, Establishment, Field
from companies.models.establishment import PlaceStatus
from editions.lists import DayFilterSet


class RemovableFilterSet(DayFilterSet):
    """A FilterSet that says its conditions in words, each with the address of the page without it."""

    @property
    def conditions(self):
        return [
            {"label": label, "value": _in_words(value), "remove_query": self._address_without(name)}
            for name, label, value in self.active()
        ]

    def _address_without(self, name):
        query = self.request.GET.copy()
        for parameter in (name, "page"):
            query.pop(parameter, None)
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path


def _in_words(value):
    return PartialDate(value, Precision.DAY).in_words() if isinstance(value, datetime.date) else value


def codes(model):
    """A callable for `choices`: the code and the name, in the reader's language, of each row of `model`."""

    def choices():
        name = "name_ko" if get_language() == "ko" else "name_en"
        return list(model.objects.values_list("code", name))

    return choices


def day_filter(label, method):
    """A filter by a day as YYYY-MM-DD, in both languages alike."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return django_filters.DateFilter(label=label, method=method, widget=widget, input_formats=["%Y-%m-%d"])


def search_filter(label, method):
    return django_filters.CharFilter(label=label, method=method, widget=forms.TextInput(attrs={"type": "search"}))


class CompanyFilterSet(RemovableFilterSet):
    q = search_filter(_("Company or representative"), "search")
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Company.Kind.choices, empty_label=_("All"))
    field = django_filters.ChoiceFilter(
        label=_("Field"), field_name="field__code", choices=codes(Field), empty_label=_("All")
    )
    status = django_filters.ChoiceFilter(
        label=_("Place in the city"), field_name="place_status", choices=PlaceStatus.choices, empty_label=_("All")
    )
    district = django_filters.ChoiceFilter(
        label=_("District"), method="in_district", choices=codes(District), empty_label=_("All")
    )
    signed_after = day_filter(_("Signed from"), "signed_within")
    signed_before = day_filter(_("Signed until"), "signed_within")

    def search(self, companies, name, value):
        return companies.search(value)

    def in_district(self, companies, name, value):
        """Companies with an open place in the district; with `status`, with a place of that status there."""
        status = self.form.cleaned_data.get("status") or PlaceStatus.OPEN
        places = Establishment.objects.with_status(self.day).filter(district__code=value, place_status=status)
        return companies.filter(pk__in=places.order_by().values("company"))

    def signed_within(self, companies, name, value):
        """Companies with an agreement signed from `signed_after` to `signed_before`, both days included.

        Both limits must meet in one agreement, so each limit is applied together with the other.
        """
        limits = self.form.cleaned_data
        last = min(limits.get("signed_before") or self.day, self.day)
        return companies.signed_between(limits.get("signed_after"), last)


class PlaceFilterSet(RemovableFilterSet):
    """`status` has no value for closed places: they are not in the list."""

    q = search_filter(_("Company or representative"), "search")
    kind = django_filters.ChoiceFilter(
        label=_("Kind of place"), choices=Establishment.Kind.choices, empty_label=_("All")
    )
    district = django_filters.ChoiceFilter(
        label=_("District"), field_name="district__code", choices=codes(District), empty_label=_("All")
    )
    status = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a place", "State"),
        field_name="place_status",
        choices=[choice for choice in PlaceStatus.choices if choice[0] != PlaceStatus.CLOSED],
        empty_label=_("All"),
    )

    def search(self, places, name, value):
        return places.filter(company__in=Company.objects.published().search(value).order_by().values("pk"))
