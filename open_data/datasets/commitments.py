"""Agreed points: the rows of their list."""

from django.utils.translation import gettext_lazy as _

from agreements.commitment_tables import CommitmentTable
from agreements.filters import CommitmentFilterSet
from agreements.models import Commitment, SigningRound
from figures.explained.commitments import points_known
from open_data.dataset import Column, Dataset, Kind
from open_data.datasets.columns import (
    aliases_of,
    chosen,
    company,
    dated,
    key,
    known_date,
    label_of,
    listed,
    own,
    page,
    sources_of,
)
from open_data.datasets.orders import first_order, orders_of


def _state_on(day, precision, shown_state):
    """Of a state seen later the day is not known yet."""
    return known_date(day, precision) if shown_state else None


def _evidence(sources, state, shown_state):
    """Of the state that is shown; none where it was seen only later."""
    return sources if state == shown_state else ()


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
            ("round_id",),
        ),
        Column("round", _("Signing round"), Kind.TEXT, _("The name of the round in addresses."), ("round__slug",)),
        dated(
            SigningRound,
            "signed_on",
            _("The day of signing, as far as it is known."),
            "round__signed_on",
        ),
        *company("agreement__company"),
        own(Commitment, "text_ko", _("What was agreed, in Korean.")),
        own(Commitment, "text_en", _("What was agreed, in English.")),
        *chosen(Commitment, "kind", label_of(Commitment, "kind"), _("What was promised, as the register reads it.")),
        *chosen(
            Commitment,
            "state",
            label_of(Commitment, "state"),
            _("What is known on the day to have come of it; empty: not known."),
            "shown_state",
        ),
        Column(
            "state_on",
            label_of(Commitment, "state_on"),
            Kind.PARTIAL_DATE,
            _("The day on which a source last showed that state."),
            ("state_on", "state_on_precision", "shown_state"),
            _state_on,
            repeats=True,
        ),
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
            ("is_overdue",),
        ),
        listed(
            "evidence",
            label_of(Commitment, "evidence"),
            _("The addresses of the sources of that state."),
            ("evidence", "state", "shown_state"),
            _evidence,
        ),
        page("agreements:round-detail", "round__slug", "point-%d"),
    ),
    rows=lambda clocks: points_known(clocks.as_of),
    parts=(aliases_of("agreement__company_id"), sources_of("commitments", name="evidence")),
    filterset_class=CommitmentFilterSet,
    orders=orders_of(CommitmentTable, Commitment),
    order=first_order(CommitmentTable),
    page="figures:commitment-list",
)
