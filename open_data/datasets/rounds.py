"""Signing rounds: the rows of their list."""

from django.utils.translation import gettext_lazy as _

from agreements.filters import RoundFilterSet
from agreements.listings import rounds_listed
from agreements.models import Agreement, SigningRound
from agreements.tables import RoundTable
from open_data.dataset import Column, Dataset, Kind, Part
from open_data.datasets.columns import chosen, counted, dated, key, label_of, listed, own, page, sources, sources_of
from open_data.datasets.orders import first_order, orders_of

ROUNDS = Dataset(
    name="rounds",
    title=_("Signing rounds"),
    description=_(
        "Every signing of AI business agreements with the city up to the day, one row each; those without a known day "
        "stand in the table of the present day only, and “signed_after” and “signed_before” leave them out."
    ),
    columns=(
        key(),
        Column("slug", _("Address name"), Kind.TEXT, _("The name of the round in addresses."), ("slug",)),
        own(SigningRound, "first_number", _("The first agreement number of the round."), Kind.WHOLE),
        own(SigningRound, "last_number", _("The last agreement number of the round."), Kind.WHOLE),
        *chosen(
            SigningRound,
            "number_basis",
            _("basis of the numbers"),
            _("Whether a source prints the numbers, or the register deduced them."),
        ),
        dated(SigningRound, "signed_on", _("The day of signing, as far as it is known.")),
        own(SigningRound, "signing_party", _("In whose name the city signed.")),
        own(SigningRound, "city_signatory_name", _("Who signed for the city.")),
        own(SigningRound, "city_signatory_title", _("The title on that day.")),
        own(SigningRound, "venue", _("Where it was signed.")),
        own(SigningRound, "stated_count", _("How many agreements a source says were signed."), Kind.WHOLE),
        Column(
            "recorded",
            _("Of these recorded"),
            Kind.WHOLE,
            _("How many agreements of the round the register holds."),
            ("recorded",),
        ),
        counted(
            "size",
            _("Number of agreements"),
            _("The larger of the stated and the recorded agreements, which the totals count."),
        ),
        counted(
            "established",
            _("Of these opened"),
            _(
                "How many parties are known to have a place in the city open on the day; empty: it is known of none, "
                "which does not mean that there are none."
            ),
        ),
        listed(
            "companies",
            _("Parties"),
            _("The parties that are known, in the order in which they are listed."),
            ("parties",),
        ),
        *chosen(
            SigningRound,
            "confidence",
            label_of(SigningRound, "confidence"),
            _("How sure the register is of the round."),
        ),
        sources(),
        page("agreements:round-detail", "slug"),
    ),
    rows=lambda clocks: rounds_listed(clocks.as_of, undated=clocks.is_today),
    parts=(
        Part("parties", lambda clocks: Agreement.objects.named(), "round", ("company__name",)),
        sources_of("rounds"),
    ),
    filterset_class=RoundFilterSet,
    orders=orders_of(RoundTable, SigningRound),
    order=first_order(RoundTable),
    page="agreements:round-list",
)
