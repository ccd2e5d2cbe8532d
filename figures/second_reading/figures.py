"""Every figure by its key, as the second reading finds it."""

from dataclasses import dataclass

from figures.second_reading import breakdowns, officials, places, signings
from figures.second_reading.over_time import Reading, Series, percent
from figures.second_reading.rows import Rows
from figures.second_reading.totals import AgreementsTotal, EstablishedTotal


@dataclass(frozen=True)
class Totals:
    agreements: AgreementsTotal
    established: EstablishedTotal


def _agreements(rows, totals):
    return Series(totals.agreements.days, lambda day: Reading(totals.agreements.on(day)))


def _established(rows, totals):
    return Series(totals.established.days, lambda day: Reading(totals.established.on(day)))


def _establishment_rate(rows, totals):
    def reading(day):
        return Reading(percent(totals.established.on(day), totals.agreements.on(day)))

    return Series([*totals.agreements.days, *totals.established.days], reading)


# {key: what makes the Series of the figure from the rows and the two totals}
FIGURES = {
    "agreements": _agreements,
    "established": _established,
    "establishment_rate": _establishment_rate,
    "agreements_recorded": signings.agreements_recorded,
    "established_named": places.established_named,
    "official_established": officials.official_established,
    "official_rate": officials.official_rate,
    "agreements_by_field": breakdowns.agreements_by(breakdowns.field_of),
    "agreements_by_party": breakdowns.agreements_by(breakdowns.kind_of),
    "established_by_district": breakdowns.established_by(breakdowns.district_of),
    "established_by_place_kind": breakdowns.established_by(breakdowns.kind_of_place),
    "agreements_by_year": breakdowns.agreements_by_year,
    "established_by_year": breakdowns.established_by_year,
    "companies_without_representative": signings.companies_without_representative,
    "companies_without_field": signings.companies_without_field,
    "rounds_without_date": signings.rounds_without_date,
    "statements_without_day": officials.statements_without_day,
    "places_without_agreement": places.places_without_agreement,
    "statements_by_verdict": officials.statements_by_verdict,
    "numbers_missing": signings.numbers_missing,
    "retention": places.retention,
    "retention_12_months": places.retention_after(12),
    "retention_24_months": places.retention_after(24),
    "days_to_opening": places.days_to_opening,
    "opened_within_12_months": places.opened_within(12),
    "commitments_by_state": signings.commitments_by_state,
    "commitments_by_kind": signings.commitments_by_kind,
    "commitments_overdue": signings.commitments_overdue,
}


def read_figures():
    """{key: Series} of the register as it stands now; all that is read is read here."""
    rows = Rows()
    totals = Totals(AgreementsTotal(rows), EstablishedTotal(rows))
    return {key: series(rows, totals) for key, series in FIGURES.items()}
