"""The public register as plain rows: one query for each table, put together by hand."""

import datetime
from collections import Counter, defaultdict
from functools import cached_property

from agreements.models import Agreement, Commitment, SigningRound, Statement, StatementFigure
from companies.models import Company, District, Establishment, Field, Representative

PUBLISHED = "published"


class Rows:
    """What the public may see: published rounds, companies and statements, and the rows that belong to them."""

    def __init__(self):
        self.rounds = _published(
            SigningRound, "signed_on", "first_number", "last_number", "number_basis", "stated_count"
        )
        self.companies = _published(Company, "kind", "field_id")
        self.statements = _published(Statement, "as_of")
        self.agreements = [row for row in _all(Agreement, "round_id", "company_id") if row.round_id in self.rounds]
        self.points = [
            row
            for row in _all(Commitment, "round_id", "state", "state_on", "kind", "due_on")
            if row.round_id in self.rounds
        ]
        self.stated = [
            row
            for row in _all(StatementFigure, "statement_id", "measure", "value", "out_of", "certainty")
            if row.statement_id in self.statements
        ]
        self.fields = {row.pk: row.code for row in _all(Field, "code")}
        self.districts = {row.pk: row.code for row in _all(District, "code")}
        self.with_a_head = {row.company_id for row in _all(Representative, "company_id")}
        self.places = defaultdict(list)
        for row in _all(Establishment, "company_id", "kind", "district_id", *PLACE_DAYS):
            if row.company_id in self.companies:
                self.places[row.company_id].append(row)

    @cached_property
    def dated_rounds(self):
        return [row for row in self.rounds.values() if row.signed_on]

    @cached_property
    def dated_agreements(self):
        """(agreement, day of its signing)."""
        days = {row.pk: row.signed_on for row in self.dated_rounds}
        return [(row, days[row.round_id]) for row in self.agreements if row.round_id in days]

    @cached_property
    def dated_figures(self):
        """(stated number, day that its statement speaks of)."""
        days = ((row, self.statements[row.statement_id].as_of) for row in self.stated)
        return [(row, day) for row, day in days if day]

    @cached_property
    def first_signed(self):
        """{published company: the day of its first dated agreement}; companies without one are not in it."""
        first = {}
        for row, day in self.dated_agreements:
            if row.company_id in self.companies:
                first[row.company_id] = min(day, first.get(row.company_id, day))
        return first

    @cached_property
    def _recorded(self):
        return Counter(row.round_id for row in self.agreements)

    def size(self, round):
        """How many agreements a round stands for: as many as were stated, or as are recorded where those are more."""
        return max(round.stated_count or 0, self._recorded[round.pk])


PLACE_DAYS = ("opened_on", "confirmed_on", "closed_on", "closing_reported_on")


def stands(place, day, *, not_before=datetime.date.min):
    """Whether a place is there at the end of `day`, by all that is known of it; `not_before`: nor counts earlier."""
    opens, closes = place.opened_on or place.confirmed_on, place.closed_on or place.closing_reported_on
    return _is_between(day, opens, closes, not_before)


def stands_by_known_closing(place, day, *, not_before):
    """As stands, but a closing that was only reported does not end it."""
    return _is_between(day, place.opened_on or place.confirmed_on, place.closed_on, not_before)


def stands_by_known_days(place, day, *, not_before):
    """As stands, but only by an opening and a closing whose own days are known."""
    return _is_between(day, place.opened_on, place.closed_on, not_before)


def _is_between(day, opens, closes, not_before):
    return bool(opens) and max(opens, not_before) <= day and (closes is None or day < closes)


def days_of(place):
    """The days on which something may change at a place."""
    return {day for day in (getattr(place, name) for name in PLACE_DAYS) if day}


def _published(model, *columns):
    return {row.pk: row for row in _all(model, "status", *columns) if row.status == PUBLISHED}


def _all(model, *columns):
    return model._base_manager.order_by("pk").values_list("pk", *columns, named=True)
