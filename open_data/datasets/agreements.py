"""Agreements: one company's agreement in a round."""

from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, SigningRound
from agreements.tables import number_of
from common.partial_dates import PartialDate
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import chosen, company, dated, key, listed, page, sources, text
from open_data.datasets.filters import AgreementFilterSet
from open_data.datasets.orders import orders
from sources.models import published_sources


def _rows(clocks):
    known = Agreement.objects.public().known_by(clocks.as_of, undated=clocks.is_today)
    agreements = known.named().select_related("company", "round").prefetch_related("company__aliases")
    return agreements.prefetch_related("signatories", published_sources("round__sources"))


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
        text("number", _("Number"), _("The agreement number, where it is known whose it is."), number_of, Kind.WHOLE),
        *chosen(
            SigningRound,
            "number_basis",
            _("basis of the numbers"),
            _("Whether a source prints the numbers of the round, or the register deduced them."),
            lambda agreement: agreement.round.number_basis,
        ),
        Column(
            "round_id",
            _("Key of the round"),
            Kind.WHOLE,
            _("The key in the table of signing rounds."),
            lambda agreement: agreement.round_id,
        ),
        text("round", _("Signing round"), _("The name of the round in addresses."), lambda row: row.round.slug),
        dated(
            SigningRound,
            "signed_on",
            _("The day of signing, as far as it is known."),
            lambda agreement: PartialDate.read(agreement.round, "signed_on"),
        ),
        Column(
            "order",
            _("Order"),
            Kind.WHOLE,
            _("The place of the party in the list of its round."),
            lambda agreement: agreement.order,
        ),
        *company(lambda agreement: agreement.company),
        listed(
            "signatories",
            _("Signed by"),
            _("Who signed for the party, with the title of that day."),
            lambda agreement: [str(signatory) for signatory in agreement.signatories.all()],
        ),
        sources(lambda agreement: agreement.round.sources.all(), _("The addresses of the sources of the round.")),
        page(lambda agreement: agreement.round.get_absolute_url(), _("The page of the round.")),
    ),
    rows=_rows,
    filterset_class=AgreementFilterSet,
    orders=orders(
        ("round_id", "order", "pk"),
        signed_on="round__signed_on",
        number="round__first_number",
        company="company__sort_key",
    ),
    order="-signed_on",
)
