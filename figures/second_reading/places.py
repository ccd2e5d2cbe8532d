"""Companies in the city: which are there, which stayed, and how long they took to come."""

from figures.second_reading.over_time import Reading, Series, Tally, counted, median, months_later, shared
from figures.second_reading.rows import days_of, stands


def established_named(rows, totals):
    return counted(totals.established.named)


def places_without_agreement(rows, totals):
    """Companies with an open place and no dated agreement up to the day."""

    def own_days(company):
        first = {rows.first_signed[company]} if company in rows.first_signed else set()
        return first.union(*map(days_of, rows.places[company]))

    def part_on(company, day):
        has_signed = company in rows.first_signed and rows.first_signed[company] <= day
        return "" if not has_signed and any(stands(place, day) for place in rows.places[company]) else None

    return counted(Tally([company for company in rows.companies if rows.places[company]], own_days, part_on))


def retention(rows, totals):
    """Of the companies that opened up to the day: who has an open place on it."""
    opened = _openings(rows)

    def own_days(company):
        return [opened[company], *totals.established.days_of(company)]

    def year_if_still_there(company, day):
        return str(opened[company].year) if opened[company] <= day and _is_there(rows, company, day) else None

    return shared(
        Tally(opened, own_days, year_if_still_there),
        Tally(opened, lambda company: [opened[company]], lambda company, day: str(opened[company].year)),
    )


def retention_after(months):
    """Of the companies that opened so many months before the day, or earlier: who was there after those months."""

    def series(rows, totals):
        opened = _openings(rows)
        due = {company: months_later(day, months) for company, day in opened.items()}
        stayed = [company for company in opened if _is_there(rows, company, due[company])]
        counts = [
            Tally(companies, lambda company: [due[company]], lambda company, day: str(opened[company].year))
            for companies in (stayed, opened)
        ]
        return shared(*counts)

    return series


def days_to_opening(rows, totals):
    """The median of the days from signing to opening, of those that opened up to the day and not before they signed."""
    took = []
    for company, signed_on in rows.first_signed.items():
        opened_on = _first_opened(rows, company)
        if opened_on and opened_on >= signed_on:
            took.append((opened_on, (opened_on - signed_on).days))
    return Series(
        [opened_on for opened_on, _days in took],
        lambda day: Reading(median([days for opened_on, days in took if opened_on <= day])),
    )


def opened_within(months):
    """Of the companies that signed so many months before the day, or earlier: who opened within those months."""

    def series(rows, totals):
        due = {company: months_later(day, months) for company, day in rows.first_signed.items()}
        opened = {company: _first_opened(rows, company) for company in due}
        in_time = [company for company, day in opened.items() if day and day <= due[company]]
        counts = [
            Tally(companies, lambda company: [due[company]], lambda company, day: str(rows.first_signed[company].year))
            for companies in (in_time, due)
        ]
        return shared(*counts)

    return series


def _first_opened(rows, company):
    """The first day on which a place of the company is known to have opened; None for none."""
    return min((place.opened_on for place in rows.places.get(company, []) if place.opened_on), default=None)


def _openings(rows):
    """{company with a dated agreement: the day it first opened, but not before that agreement}."""
    first = {company: _first_opened(rows, company) for company in rows.first_signed}
    return {company: max(day, rows.first_signed[company]) for company, day in first.items() if day}


def _is_there(rows, company, day):
    first = rows.first_signed[company]
    return any(stands(place, day, not_before=first) for place in rows.places.get(company, []))
