"""Agreed points: the rows of their list."""

from django.utils.translation import gettext_lazy as _

from agreements.commitment_tables import CommitmentTable
from agreements.filters import CommitmentFilterSet
from agreements.models import Commitment, SigningRound
from common.partial_dates import PartialDate
from figures.explained.commitments import points_known
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import chosen, company, dated, key, label_of, listed, own, page, text
from open_data.datasets.orders import first_order, orders_of
from sources.models import published_sources


def _rows(clocks):
    return points_known(clocks.as_of).prefetch_related(published_sources("evidence"))


def _company(point):
    return point.agreement and point.agreement.company


def _state_on(point):
    """Of a state seen later the day is not known yet."""
    return PartialDate.read(point, "state_on") if point.shown_state else None


COMMITMENTS = Dataset(
    name="commitments",
    title=_("Agreed points"),
    description=_(
        "What was agreed in the rounds signed up to the day, one row for each point, with what is known of it on the "
        "day. A state that is not known is neither fulfilled nor broken. Points of rounds without a known day stand in "
        "no table; the pages of their rounds show them."
    ),
    columns=(
        key(),
        Column(
            "round_id",
            _("Key of the round"),
            Kind.WHOLE,
            _("The key in the table of signing rounds."),
            lambda point: point.round_id,
        ),
        text("round", _("Signing round"), _("The name of the round in addresses."), lambda point: point.round.slug),
        dated(
            SigningRound,
            "signed_on",
            _("The day of signing, as far as it is known."),
            lambda point: PartialDate.read(point.round, "signed_on"),
        ),
        *company(_company),
        own(Commitment, "text_ko", _("What was agreed, in Korean.")),
        own(Commitment, "text_en", _("What was agreed, in English.")),
        *chosen(Commitment, "kind", label_of(Commitment, "kind"), _("What was promised, as the register reads it.")),
        *chosen(
            Commitment,
            "state",
            label_of(Commitment, "state"),
            _("What is known on the day to have come of it; empty: not known."),
            lambda point: point.shown_state,
        ),
        dated(Commitment, "state_on", _("The day on which a source last showed that state."), _state_on),
        dated(Commitment, "due_on", _("By when it is to be done.")),
        Column(
            "overdue",
            _("overdue"),
            Kind.YES_NO,
            _(
                "Y, in JSON true: it was due before the day and is known to be still to do. N, in JSON false: it is "
                "done or dropped, or was not due before the day. Empty, in JSON null: not known, because its due date "
                "is not known, or because it was due before the day and its state is not known or cannot be verified."
            ),
            lambda point: point.is_overdue,
        ),
        listed(
            "evidence",
            label_of(Commitment, "evidence"),
            _("The addresses of the sources of that state."),
            lambda point: [source.url for source in point.shown_evidence],
        ),
        page(lambda point: f"{point.round.get_absolute_url()}#{point.anchor}"),
    ),
    rows=_rows,
    filterset_class=CommitmentFilterSet,
    orders=orders_of(CommitmentTable, Commitment),
    order=first_order(CommitmentTable),
    page="figures:commitment-list",
)
