"""The two totals in parts."""

from collections import Counter

from figures.second_reading.over_time import Reading, Series, Tally, without_base
from figures.second_reading.rows import stands

UNKNOWN, UNNAMED, SEVERAL = "unknown", "unnamed", "several"


def agreements_by(part_of_company):
    """The agreements by what `part_of_company(rows, company)` says of their party."""

    def series(rows, totals):
        def part_on(pair, day):
            return part_of_company(rows, rows.companies[pair[0].company_id])

        named = Tally(rows.dated_agreements, lambda pair: [pair[1]], part_on)
        return _in_parts(totals.agreements, named)

    return series


def field_of(rows, company):
    return rows.fields.get(company.field_id, UNKNOWN)


def kind_of(rows, company):
    return company.kind


def established_by(part_of_place):
    """The companies with a place by what `part_of_place(rows, place)` says of their open places."""

    def series(rows, totals):
        def part_on(company, day):
            first = rows.first_signed[company]
            places = [place for place in rows.places[company] if stands(place, day, not_before=first)]
            known = {part_of_place(rows, place) for place in places} - {""}
            if not places:
                return None
            return SEVERAL if len(known) > 1 else next(iter(known), UNKNOWN)

        companies = [company for company in rows.first_signed if rows.places[company]]
        return _in_parts(totals.established, Tally(companies, totals.established.days_of, part_on))

    return series


def district_of(rows, place):
    return rows.districts.get(place.district_id, "")


def kind_of_place(rows, place):
    return place.kind


def agreements_by_year(rows, totals):
    return _by_year(totals.agreements)


def established_by_year(rows, totals):
    return _by_year(totals.established)


def _in_parts(total, named):
    """The parts that the register can name, and the rest of the total as a part of its own."""

    def reading(day):
        whole, parts = total.on(day), named.on(day)
        rest = whole - sum(parts.values())
        return Reading(whole, without_base({**parts, UNNAMED: rest}))

    return Series([*total.days, *named.days], reading)


def _by_year(total):
    """What each day of change added, under its year."""

    def reading(day):
        parts, before = Counter(), 0
        for change in total.days:
            if change > day:
                break
            parts[str(change.year)] += total.on(change) - before
            before = total.on(change)
        return Reading(total.on(day), without_base(parts))

    return Series(total.days, reading)
