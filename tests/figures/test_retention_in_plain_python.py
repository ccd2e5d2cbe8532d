"""Retention and the time to opening give what the rules say in plain Python, for any small register (hypothesis)."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figures.definitions import FIGURES
from tests.figures.test_against_plain_python import COMPANIES, first_days, store

DAY = datetime.date.fromisoformat
RATES = ("retention", "retention_12_months", "retention_24_months", "opened_within_12_months")
KEYS = (*RATES, "days_to_opening")


def plus_months(day, months):
    """A second way to the same day: month by month, down to the last day that is there."""
    year, month = day.year, day.month
    for _step in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    for number in range(day.day, 0, -1):
        try:
            return datetime.date(year, month, number)
        except ValueError:
            continue


def stands(places, company, on):
    spans = [
        (place["opened_on"] or place["confirmed_on"], place["closed_on"] or place["closing_reported_on"])
        for place in places
        if place["company"] == company
    ]
    return any(opens and opens <= on and not (closes and closes <= on) for opens, closes in spans)


def plain(rounds, places, day):
    """{key: (amount, base)} of the rates, and the days of each company, in plain Python over the rows."""
    found, days = {key: [0, 0] for key in RATES}, []
    for company, signed in first_days(rounds).items():
        opened = min((p["opened_on"] for p in places if p["company"] == company and p["opened_on"]), default=None)
        opened = opened if opened and opened <= day else None
        if signed > day:
            continue
        checks = [("opened_within_12_months", plus_months(signed, 12), lambda on, o=opened: bool(o and o <= on))]
        if opened:
            began = max(opened, signed)
            ends = [("retention", day), *((f"retention_{n}_months", plus_months(began, n)) for n in (12, 24))]
            checks += [(key, end, lambda on, c=company: stands(places, c, on)) for key, end in ends]
        for key, end, holds in checks:
            if end <= day:
                found[key][0] += holds(end)
                found[key][1] += 1
        if opened and opened >= signed:
            days.append((opened - signed).days)
    return {key: tuple(pair) for key, pair in found.items()}, sorted(days)


a_day = st.sampled_from([DAY(f"{year}-{rest}") for year in (2020, 2021, 2022) for rest in ("01-31", "02-28", "08-30")])
a_day |= st.just(DAY("2020-02-29"))
some_rounds = st.lists(
    st.fixed_dictionaries(
        {
            "signed_on": st.none() | a_day,
            "stated_count": st.none(),
            "status": st.sampled_from(["published", "published", "draft"]),
            "parties": st.sets(st.integers(0, COMPANIES - 1), min_size=1),
            "basis": st.just(""),
        }
    ),
    max_size=4,
)
some_places = st.lists(
    st.fixed_dictionaries(
        {
            "company": st.integers(0, COMPANIES - 1),
            "opened_on": st.none() | a_day,
            "confirmed_on": st.none() | a_day,
            "closed_on": st.none() | a_day,
            "closing_reported_on": st.none() | a_day,
        }
    ).filter(
        lambda place: all(
            not (place["opened_on"] and place[end]) or place[end] >= place["opened_on"]
            for end in ("closed_on", "closing_reported_on")
        )
    ),
    max_size=6,
)


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rounds=some_rounds, places=some_places, day=a_day | st.just(DAY("2024-08-30")))
def test_the_figures_are_those_of_the_rules_read_row_by_row(rounds, places, day):
    with transaction.atomic():
        store(rounds, places, [])
        explained = {key: FIGURES[key].explain(None, day) for key in KEYS}
        rows = {key: list(explained[key].rows) for key in KEYS}
        transaction.set_rollback(True)

    rates, days = plain(rounds, places, day)
    assert {key: (sum(r.amount for r in rows[key]), sum(r.base for r in rows[key])) for key in RATES} == rates
    assert sorted(row.amount for row in rows["days_to_opening"]) == days
    for key in RATES:
        parts = explained[key].parts
        assert (sum(part.value for part in parts), sum(part.base for part in parts)) == rates[key]
        assert all(part.base == len([r for r in rows[key] if r.part == part.key]) for part in parts)
