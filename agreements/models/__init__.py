from agreements.models.agreement import Agreement, Signatory
from agreements.models.commitment import Commitment
from agreements.models.company_merge import CompanyMerge
from agreements.models.signing_round import Attendee, SigningRound
from agreements.models.statement import Statement, StatementFigure

__all__ = [
    "Agreement",
    "Attendee",
    "Commitment",
    "CompanyMerge",
    "Signatory",
    "SigningRound",
    "Statement",
    "StatementFigure",
]
