from agreements.models.agreement import Agreement, Commitment, Signatory
from agreements.models.signing_round import Attendee, SigningRound
from agreements.models.statement import Statement, StatementFigure

__all__ = ["Agreement", "Attendee", "Commitment", "Signatory", "SigningRound", "Statement", "StatementFigure"]
