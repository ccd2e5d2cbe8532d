from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from companies.filters import RemovableFilterSet, codes, day_filter, search_filter
from companies.models import Company, Field


class RoundFilterSet(RemovableFilterSet):
    q = search_filter(_("Company or representative"), "with_company")
    field = ChoiceFilter(label=_("Field"), method="with_field", choices=codes(Field), empty_label=_("All"))
    signed_after = day_filter(_("Signed from"), "signed_within")
    signed_before = day_filter(_("Signed until"), "signed_within")

    def with_company(self, rounds, name, value):
        return rounds.with_party(Company.objects.published().search(value))

    def with_field(self, rounds, name, value):
        return rounds.with_party(Company.objects.published().filter(field__code=value))

    def signed_within(self, rounds, name, value):
        limits = self.form.cleaned_data
        return rounds.signed_between(limits.get("signed_after"), limits.get("signed_before"))
