from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from agreements.models import Commitment
from companies.filters import UNKNOWN, RemovableFilterSet, codes_or_unknown, day_filter, is_value, search_filter
from companies.models import Company, Field


class RoundFilterSet(RemovableFilterSet):
    q = search_filter(_("Company or representative"), "with_company")
    field = ChoiceFilter(label=_("Field"), method="with_field", choices=codes_or_unknown(Field), empty_label=_("All"))
    signed_after = day_filter(_("Signed from"), "signed_within")
    signed_before = day_filter(_("Signed until"), "signed_within")

    def with_company(self, rounds, name, value):
        found = Company.objects.published().found_by
        return self.search_rows(rounds, value, lambda reading: rounds.with_party(found(reading, self.day)))

    def with_field(self, rounds, name, value):
        return rounds.with_party(Company.objects.published().filter(is_value("field__code", value)))

    def signed_within(self, rounds, name, value):
        limits = self.form.cleaned_data
        return rounds.signed_between(limits.get("signed_after"), limits.get("signed_before"))


class CommitmentFilterSet(RemovableFilterSet):
    q = search_filter(_("Text, company or representative"), "search")
    kind = ChoiceFilter(
        label=_("What was promised"),
        method="of_kind",
        choices=[*Commitment.Kind.choices, (UNKNOWN, _("kind not clear"))],
        empty_label=_("All"),
    )
    state = ChoiceFilter(
        label=_("State"),
        method="in_state",
        choices=[*Commitment.State.choices, (UNKNOWN, _("state not known"))],
        empty_label=_("All"),
    )
    overdue = ChoiceFilter(
        label=_("Due date"),
        method="past_due",
        choices=[("yes", _("overdue")), ("no", _("not overdue")), (UNKNOWN, _("not known whether overdue"))],
        empty_label=_("All"),
    )

    def search(self, points, name, value):
        return self.search_rows(points, value, lambda reading: points.found_by(reading, self.day))

    def of_kind(self, points, name, value):
        return points.filter(kind="" if value == UNKNOWN else value)

    def in_state(self, points, name, value):
        return points.filter(shown_state="" if value == UNKNOWN else value)

    def past_due(self, points, name, value):
        return points.filter(is_overdue={"yes": True, "no": False, UNKNOWN: None}[value])
