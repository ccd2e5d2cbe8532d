"""The agreed points of all rounds as a table."""

import django_tables2 as tables
from django.db.models import Case, Value, When
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Commitment
from common.templatetags.register_text import in_language, partial_date
from companies.tables import OrderedColumn, RegisterTable, company_link, unknown


def in_order_of(column, choices):
    """Sorts by the order in which `choices` stand; what is not known is last both ways."""
    return Case(*(When(**{column: value}, then=Value(order)) for order, value in enumerate(choices.values)))


UNBROKEN = {"td": {"class": "unbroken"}}


class CommitmentTable(RegisterTable):
    text = tables.Column(verbose_name=gettext_lazy("Agreed point"), orderable=False)
    party = tables.Column(verbose_name=gettext_lazy("Agreed with"), orderable=False)
    # The points of a round stay together, in their order.
    signed_on = OrderedColumn(
        verbose_name=gettext_lazy("Signed on"), sort_by="round__signed_on", equals=("round_id", "order", "pk")
    )
    kind = OrderedColumn(verbose_name=gettext_lazy("What was promised"), sort_by=in_order_of("kind", Commitment.Kind))
    state = OrderedColumn(
        verbose_name=gettext_lazy("State"), sort_by=in_order_of("shown_state", Commitment.State), attrs=UNBROKEN
    )
    due_on = OrderedColumn(verbose_name=gettext_lazy("Due"), sort_by="due_on", attrs=UNBROKEN)

    class Meta:
        attrs = {"class": "table brief"}
        order_by = "-signed_on"
        caption = gettext_lazy("Agreed points")
        empty_text = gettext_lazy("No agreed point matches. Try another word, or remove a condition.")

    def render_text(self, record):
        address = f"{record.round.get_absolute_url()}{self.kept}#{record.anchor}"
        return format_html('<a href="{}">{}</a>', address, in_language(record, "text"))

    def render_party(self, record):
        if record.agreement:
            return company_link(record.agreement.company, self.kept)
        return _("all parties of %(round)s") % {"round": record.round.heading}

    def render_signed_on(self, record):
        return partial_date(record.round, "signed_on")

    def render_kind(self, record):
        return record.get_kind_display() or unknown(_("not clear"))

    def render_state(self, record):
        return render_to_string("companies/point_state.html", {"point": record})

    def render_due_on(self, record):
        return render_to_string("companies/point_due.html", {"point": record})
