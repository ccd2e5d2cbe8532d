"""What the public pages show of each record: nothing else of it is shown among the changes of an edition."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Owner(models.TextChoices):
    """What the changes of an edition are grouped by, in this order."""

    ROUND = "round", _("Signing rounds")
    COMPANY = "company", _("Companies and institutions")
    STATEMENT = "statement", _("Official statements")
    SOURCE = "source", _("Sources")
    CHOICE = "choice", _("AI fields and districts")


@dataclass(frozen=True)
class Shown:
    """owner_path: from a history row to the key of the record that it belongs to. fields: the first one names it."""

    owner: Owner
    owner_path: str
    fields: tuple


def _shown(owner, owner_path, fields):
    return Shown(owner, owner_path, tuple(fields.split()))


PUBLIC = {
    "agreements.SigningRound": _shown(
        Owner.ROUND,
        "id",
        "signed_on first_number last_number number_basis date_basis_ko date_basis_en confidence signing_party "
        "city_signatory_name city_signatory_title venue stated_count note_ko note_en sources",
    ),
    "agreements.Attendee": _shown(Owner.ROUND, "round_id", "name title"),
    "agreements.Agreement": _shown(Owner.ROUND, "round_id", "company number note_ko note_en"),
    "agreements.Signatory": _shown(Owner.ROUND, "agreement__round_id", "name title"),
    "agreements.Commitment": _shown(
        Owner.ROUND, "round_id", "text_ko text_en agreement kind state state_on due_on evidence"
    ),
    "companies.Company": _shown(
        Owner.COMPANY,
        "id",
        "name kind field field_basis business_ko business_en head_office homepage note_ko note_en sources",
    ),
    "companies.Alias": _shown(Owner.COMPANY, "company_id", "name kind used_from used_until"),
    "companies.Representative": _shown(Owner.COMPANY, "company_id", "name title started_on ended_on sources"),
    "companies.Establishment": _shown(
        Owner.COMPANY,
        "company_id",
        "kind name announced_on planned_on opened_on confirmed_on closed_on closing_reported_on district address "
        "people confidence note_ko note_en sources",
    ),
    "agreements.Statement": _shown(
        Owner.STATEMENT,
        "id",
        "as_of stated_on stated_by summary_ko summary_en note_ko note_en confidence sources",
    ),
    "agreements.StatementFigure": _shown(Owner.STATEMENT, "statement_id", "measure value out_of certainty"),
    "sources.Source": _shown(Owner.SOURCE, "id", "title url publisher published_on"),
    "companies.Field": _shown(Owner.CHOICE, "id", "name_ko name_en division"),
    "companies.District": _shown(Owner.CHOICE, "id", "name_ko name_en"),
}
