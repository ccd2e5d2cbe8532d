"""A public list: one FilterSet, one table, strict parameters, pages, and the day it speaks of."""

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from common.parameters import ParametersRefused, give_one_of, not_a_day, read_page
from editions.clocks import TwoClocksMixin


class LimitsForm(forms.Form):
    """Its days `signed_after` and `signed_before`, where it has them, do not run back."""

    def clean(self):
        first, last = self.cleaned_data.get("signed_after"), self.cleaned_data.get("signed_before")
        if first and last and first > last:
            words = _("Enter a day up to %(last)s, the last day asked for.") % {"last": last.isoformat()}
            self.add_error("signed_after", ValidationError(words, code="runs_back"))


class DayFilterSet(django_filters.FilterSet):
    """A FilterSet whose filters may depend on the day that the page speaks of (`self.day`)."""

    class Meta:
        form = LimitsForm

    def __init__(self, *args, day, **kwargs):
        self.day = day
        super().__init__(*args, **kwargs)

    def refuse_malformed(self):
        """Raise ParametersRefused for every value that is no possible value of its filter."""
        if not self.is_valid():
            advice = [(name, _advice(self.form.fields[name], errors)) for name, errors in self.errors.items()]
            raise ParametersRefused(advice, {name: self.filters[name].label for name in self.errors})

    def active(self):
        """The filters in use, as (name, label, value in words), for chips and captions."""
        cleaned = self.form.cleaned_data
        return [
            (name, self.filters[name].label, _value_in_words(self.form.fields[name], cleaned[name]))
            for name in self.filters
            if cleaned.get(name) not in (None, "")
        ]


def _advice(field, errors):
    """What to write instead of a value that `field` refuses."""
    if isinstance(field, forms.DateField) and not any(error.code == "runs_back" for error in errors.as_data()):
        return not_a_day()
    values = [value for value, _label in getattr(field, "choices", []) if value]
    return give_one_of(values) if values else " ".join(errors)


def _value_in_words(field, value):
    return dict(getattr(field, "choices", [])).get(value, value)


def page_of(rows, per_page, query):
    """The page of `rows` that the address asks for; 404 where there is no such page."""
    try:
        return Paginator(rows, per_page).page(read_page(query))
    except EmptyPage as error:
        raise Http404 from error


class RegisterListView(TwoClocksMixin, TemplateView):
    """Subclasses give `filterset_class`, `table_class` and `rows(day)`."""

    filterset_class = None
    table_class = None
    per_page = 50

    def get_parameters(self):
        return {*self.filterset_class.base_filters, "sort", "page"}

    def get_context_data(self, **kwargs):
        query, day = self.request.GET, self.clocks.as_of
        filterset = self.filterset_class(query, self.rows(day), request=self.request, day=day)
        filterset.refuse_malformed()
        table = self.make_table(filterset, self._sort(query))
        try:
            table.paginate(page=read_page(query), per_page=self.per_page)
        except EmptyPage as error:
            raise Http404 from error
        return super().get_context_data(**kwargs, filter=filterset, table=table, count=table.paginator.count)

    def make_table(self, filterset, sort):
        """The table of what the conditions leave, in the order asked for or else in its own."""
        return self.table_class(filterset.qs, order_by=sort or None, request=self.request)

    def _sort(self, query):
        """The order asked for, empty for none; refuses a column that this list cannot be sorted by."""
        sort = query.get("sort", "")
        columns = self.table_class.base_columns
        name = sort.removeprefix("-")
        if sort and not (name in columns and columns[name].orderable is not False):
            offered = [name for name, column in columns.items() if column.orderable is not False]
            raise ParametersRefused([("sort", give_one_of(offered))])
        return sort
