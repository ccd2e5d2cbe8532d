"""Rounds and their numbers, parties, and agreed points."""

import datetime

from figures.second_reading.breakdowns import UNKNOWN
from figures.second_reading.over_time import Reading, Series, Tally, counted

ONE_DAY = datetime.timedelta(days=1)
STILL_TO_DO = ("agreed", "in_progress")


def agreements_recorded(rows, totals):
    return counted(totals.agreements.recorded)


def rounds_without_date(rows, totals):
    count = len(rows.rounds) - len(rows.dated_rounds)
    return Series([], lambda day: Reading(count))


def numbers_missing(rows, totals):
    """How many numbers from 1 to the highest signed up to the day no round signed up to the day holds."""
    numbered = [round for round in rows.dated_rounds if round.first_number is not None]

    def reading(day):
        known, highest = set(), 0
        for round in numbered:
            if round.signed_on <= day:
                known |= set(range(round.first_number, round.last_number + 1))
                highest = max(highest, round.last_number)
        return Reading(highest - len(known))

    return Series([round.signed_on for round in numbered], reading)


def companies_without_representative(rows, totals):
    return _signed_companies(rows, lambda company: company not in rows.with_a_head)


def companies_without_field(rows, totals):
    return _signed_companies(rows, lambda company: rows.companies[company].field_id is None)


def _signed_companies(rows, lacks_it):
    lacking = [company for company in rows.first_signed if lacks_it(company)]
    return counted(Tally(lacking, lambda company: [rows.first_signed[company]], lambda company, day: ""))


def commitments_by_state(rows, totals):
    def days_of(point):
        signed_on = rows.rounds[point.round_id].signed_on
        return [signed_on, max(signed_on, point.state_on or signed_on)] if signed_on else []

    return counted(Tally(rows.points, days_of, lambda point, day: _state_on(point, day) or UNKNOWN), in_parts=True)


def commitments_by_kind(rows, totals):
    def days_of(point):
        signed_on = rows.rounds[point.round_id].signed_on
        return [signed_on] if signed_on else []

    return counted(Tally(rows.points, days_of, lambda point, day: point.kind or UNKNOWN), in_parts=True)


def commitments_overdue(rows, totals):
    def overdue_from(point):
        signed_on = rows.rounds[point.round_id].signed_on
        if signed_on is None or point.due_on is None or point.state not in STILL_TO_DO:
            return []
        return [max(signed_on, point.due_on + ONE_DAY, point.state_on or signed_on)]

    return counted(Tally(rows.points, overdue_from, lambda point, day: ""))


def _state_on(point, day):
    """A state seen on a day was not known before it; one without a day counts as it stands."""
    return "" if point.state_on and point.state_on > day else point.state
