"""Which part of the register editions touched: what is summed anew when the sums of an earlier one are at hand."""

from dataclasses import dataclass

from agreements.models import Agreement, Commitment, SigningRound
from companies.models import Company, District, Establishment, Field, Representative
from editions.touched import numbers_touched

# With more than these, reading them one by one is no quicker than reading the register.
MOST = 2000

_OF_COMPANY = [
    (Company, "id"),
    (Establishment, "company_id"),
    (Representative, "company_id"),
    (Agreement, "company_id"),
]
_OF_ROUND = [(SigningRound, "id"), (Agreement, "round_id"), (Commitment, "round_id")]
# Their codes name the parts of all companies.
_OF_ALL = (Field, District)


@dataclass(frozen=True)
class Touched:
    """The numbers of the rounds that changed, and of the companies that changed or are a party of these rounds.

    What the register says of other companies and rounds is the same before and after.
    """

    companies: frozenset
    rounds: frozenset

    @property
    def companies_only(self):
        """For `register_at`: the rows of these companies; all rounds and statements."""
        return [(model, column, self.companies) for model, column in _OF_COMPANY]

    @property
    def both_only(self):
        """For `register_at`: these rounds, and these companies with all their rounds; all statements."""
        parties = Agreement.history.model.objects.filter(company_id__in=self.companies).order_by()
        rounds = self.rounds.union(parties.values_list("round_id", flat=True).distinct())
        return [*self.companies_only, (SigningRound, "id", rounds), (Commitment, "round_id", rounds)]

    @property
    def rounds_only(self):
        """For `register_at`: these rounds with all their agreements and points."""
        return [(model, column, self.rounds) for model, column in _OF_ROUND]


def touched_between(earlier, later):
    """What the editions after `earlier`, up to `later`, touched; None where that is too much to be worth it."""
    if numbers_touched([(model, "id") for model in _OF_ALL], earlier, later, MOST):
        return None
    companies, rounds = (numbers_touched(columns, earlier, later, MOST) for columns in (_OF_COMPANY, _OF_ROUND))
    if len(rounds) > MOST or len(companies) > MOST:
        return None
    parties = Agreement.history.model.objects.filter(round_id__in=rounds)
    companies |= set(parties.order_by().values_list("company_id", flat=True).distinct()[: MOST + 1])
    return None if len(companies) > MOST else Touched(frozenset(companies), frozenset(rounds))
