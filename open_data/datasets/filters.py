"""What can be narrowed by in the tables that no page lists, or lists without a FilterSet."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from companies.filters import RemovableFilterSet, codes_or_unknown, day_filter, is_value, search_filter
from companies.models import Company, Field
from editions.models import Edition
from figures.statements.checks import Measure, Verdict


class OfCompaniesFilterSet(RemovableFilterSet):
    """Rows that belong to a company, narrowed as the directory is."""

    q = search_filter(_("Company or representative"), "search")
    kind = ChoiceFilter(label=_("Kind"), field_name="company__kind", choices=Company.Kind.choices, empty_label=_("All"))
    field = ChoiceFilter(label=_("Field"), method="in_field", choices=codes_or_unknown(Field), empty_label=_("All"))

    def search(self, rows, name, value):
        return self.search_rows(rows, value, lambda reading: rows.filter(company__in=self._found(reading)))

    def _found(self, reading):
        return Company.objects.published().found_by(reading, self.day).order_by().values("pk")

    def in_field(self, rows, name, value):
        return rows.filter(is_value("company__field__code", value))


class RepresentativeFilterSet(OfCompaniesFilterSet):
    pass


class AgreementFilterSet(OfCompaniesFilterSet):
    signed_after = day_filter(_("Signed from"), "signed_from")
    signed_before = day_filter(_("Signed until"), "signed_until")

    def signed_from(self, agreements, name, value):
        return agreements.filter(round__signed_on__gte=value)

    def signed_until(self, agreements, name, value):
        return agreements.filter(round__signed_on__lte=value)


class StatementFilterSet(RemovableFilterSet):
    verdict = ChoiceFilter(label=_("Result"), choices=Verdict.choices, empty_label=_("All"))
    measure = ChoiceFilter(label=_("Measure"), choices=Measure.choices, empty_label=_("All"))


class SourceFilterSet(RemovableFilterSet):
    q = search_filter(_("Title or publisher"), "search")

    def search(self, sources, name, value):
        return sources.filter(Q(title__icontains=value.strip()) | Q(publisher__icontains=value.strip()))


class EditionFilterSet(RemovableFilterSet):
    kind = ChoiceFilter(label=_("Kind"), choices=Edition.Kind.choices, empty_label=_("All"))
