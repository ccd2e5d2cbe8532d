"""Agreements: one company's agreement in a round."""

from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, Signatory, SigningRound
from agreements.tables import known_number
from open_data.dataset import Column, Dataset, Kind, Part
from open_data.datasets.columns import (
    aliases_of,
    chosen,
    company,
    dated,
    key,
    listed,
    page,
    sources,
    sources_of,
    titled,
)
from open_data.datasets.filters import AgreementFilterSet
from open_data.datasets.orders import orders


def _rows(clocks):
    return Agreement.objects.public().known_by(clocks.as_of, undated=clocks.is_today).named()


AGREEMENTS = Dataset(
    name="agreements",
    title=_("Agreements"),
    description=_(
        "Every agreement recorded by the name of its party and signed up to the day, one row each. Those of rounds "
        "without a known day stand in the table of the present day only: the figure agreements_recorded does not count "
        "them, and “signed_after” and “signed_before” leave them out. More were signed than are recorded by name: the "
        "totals stand among the figures."
    ),
    columns=(
        key(),
        Column(
            "number",
            _("Number"),
            Kind.WHOLE,
            _("The agreement number, where it is known whose it is."),
            ("number", "round__first_number", "round__last_number"),
            known_number,
        ),
        *chosen(
            SigningRound,
            "number_basis",
            _("basis of the numbers"),
            _("Whether a source prints the numbers of the round, or the register deduced them."),
            "round__number_basis",
        ),
        Column(
            "round_id",
            _("Key of the round"),
            Kind.WHOLE,
            _("The key in the table of signing rounds."),
            ("round_id",),
        ),
        Column("round", _("Signing round"), Kind.TEXT, _("The name of the round in addresses."), ("round__slug",)),
        dated(
            SigningRound,
            "signed_on",
            _("The day of signing, as far as it is known."),
            "round__signed_on",
        ),
        Column(
            "order",
            _("Order"),
            Kind.WHOLE,
            _("The place of the party in the list of its round."),
            ("order",),
        ),
        *company(),
        listed(
            "signatories",
            _("Signed by"),
            _("Who signed for the party, with the title of that day."),
            ("signatories",),
            titled,
        ),
        sources(_("The addresses of the sources of the round.")),
        page("agreements:round-detail", "round__slug", description=_("The page of the round.")),
    ),
    rows=_rows,
    parts=(
        aliases_of("company_id"),
        Part("signatories", lambda clocks: Signatory.objects.all(), "agreement", ("name", "title")),
        sources_of("rounds", "round_id"),
    ),
    filterset_class=AgreementFilterSet,
    orders=orders(
        ("round_id", "order", "pk"),
        signed_on="round__signed_on",
        number="round__first_number",
        company="company__sort_key",
    ),
    order="-signed_on",
)
