"""The two totals, agreements and established: what was said last, and what the register has seen since."""

from figures.second_reading.over_time import BEFORE_ALL, Series, Tally
from figures.second_reading.rows import days_of, stands, stands_by_known_closing, stands_by_known_days

CERTAIN_ENOUGH = ("exact", "derived")


class AgreementsTotal:
    """`on(day)`: the running total of agreements. `recorded`: the Tally of those that the register can name."""

    def __init__(self, rows):
        self._sizes = Tally(
            rows.dated_rounds, lambda round: [round.signed_on], lambda round, day: "signed", weight=rows.size
        )
        self.recorded = Tally(rows.dated_agreements, lambda pair: [pair[1]], lambda pair, day: "recorded")
        self.said = _said(rows, "agreements")
        self.printed = [
            (round.signed_on, round.last_number) for round in rows.dated_rounds if round.number_basis == "printed"
        ]
        evidence = [*self.said, *self.printed]
        self.days = sorted({day for day, _total in evidence}.union(self._sizes.days, self.recorded.days))
        self.on = Series(self.days, lambda day: self.by(evidence, day)).on

    def by(self, evidence, day):
        """The total on `day` as `evidence` [(day, total), …] gives it."""
        base_day, total = _latest(evidence, day)
        since = self._sizes.sum_on(day) - self._sizes.sum_on(base_day)
        return max(total + since, self.recorded.sum_on(day))

    def expected(self, day):
        """The total on `day` had nobody said one on that day."""
        return self.by([*(point for point in self.said if point[0] < day), *self.printed], day)


class EstablishedTotal:
    """`on(day)`: the running total of companies with a place. `named`: the Tally of those that the register names."""

    def __init__(self, rows):
        self._rows = rows
        self._companies = [company for company in rows.first_signed if rows.places[company]]
        self.named = Tally(
            self._companies, self.days_of, lambda company, day: "" if self._any(stands, company, day) else None
        )
        self.said, self._since = _said(rows, "established"), {}
        own_days = {day for company in self._companies for day in self.days_of(company)}
        self.days = sorted(own_days | {day for day, _value in self.said})
        self.on = Series(self.days, lambda day: self.by(self.said, day)).on

    def days_of(self, company):
        """The days on which a company may begin or stop to count."""
        return {self._rows.first_signed[company]}.union(*map(days_of, self._rows.places[company]))

    def by(self, evidence, day):
        """The total on `day` as `evidence` [(day, value), …] gives it."""
        base_day, value = _latest(evidence, day)
        if base_day == BEFORE_ALL:
            return self.named.sum_on(day)
        since = self._moved_since(base_day).on(day)
        return max(value + since.get("opened", 0) - since.get("closed", 0), self.named.sum_on(day))

    def expected(self, day):
        """The total on `day` had nobody said one on that day."""
        return self.by([point for point in self.said if point[0] < day], day)

    def _moved_since(self, base_day):
        """The Tally of companies that are known to have opened, or to have closed, since a day."""
        if base_day not in self._since:

            def later_days(company):
                return [day for day in self.days_of(company) if day > base_day]

            def moved(company, day):
                was_there = self._any(stands_by_known_closing, company, base_day)
                if not was_there and self._any(stands_by_known_days, company, day):
                    return "opened"
                return "closed" if was_there and not self._any(stands_by_known_closing, company, day) else None

            self._since[base_day] = Tally(self._companies, later_days, moved)
        return self._since[base_day]

    def _any(self, stands_there, company, day):
        first = self._rows.first_signed[company]
        return any(stands_there(place, day, not_before=first) for place in self._rows.places[company])


def _said(rows, measure):
    """[(day, value), …] of the statements that a total may rest on."""
    return [
        (day, row.value)
        for row, day in rows.dated_figures
        if row.measure == measure and row.certainty in CERTAIN_ENOUGH
    ]


def _latest(evidence, day):
    """The last (day, total) up to `day`, and of that day the greatest; nothing at the beginning of time for none."""
    return max((point for point in evidence if point[0] <= day), default=(BEFORE_ALL, 0))
