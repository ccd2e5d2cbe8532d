"""The sums made in SQL give what the rules say in plain Python, for any small register (hypothesis)."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.models import Agreement, SigningRound, Statement, StatementFigure
from companies.models import Company, Establishment
from figures.day_sums import read_day_sums
from figures.definitions import FIGURES
from figures.rules import agreements_on, change_days, established_on
from figures.since import moves_since

FIRST = datetime.date(2022, 1, 1)
DAYS = [FIRST + datetime.timedelta(days=n) for n in range(12)]
day = st.sampled_from(DAYS)
maybe_day = st.none() | day
COMPANIES = 4

rounds = st.lists(
    st.fixed_dictionaries(
        {
            "signed_on": maybe_day,
            "stated_count": st.none() | st.integers(0, 6),
            "status": st.sampled_from(["published", "published", "draft"]),
            "parties": st.sets(st.integers(0, COMPANIES - 1)),
            "basis": st.sampled_from(["", "printed", "deduced"]),
        }
    ),
    max_size=5,
)
places = st.lists(
    st.fixed_dictionaries(
        {
            "company": st.integers(0, COMPANIES - 1),
            "opened_on": maybe_day,
            "confirmed_on": maybe_day,
            "closed_on": maybe_day,
            "closing_reported_on": maybe_day,
        }
    ).filter(
        lambda place: (
            not place["opened_on"]
            or all(
                place[end] is None or place[end] >= place["opened_on"] for end in ("closed_on", "closing_reported_on")
            )
        )
    ),
    max_size=6,
)
statements = st.lists(
    st.fixed_dictionaries(
        {
            "as_of": maybe_day,
            "measure": st.sampled_from(["agreements", "established"]),
            "value": st.integers(0, 30),
            "certainty": st.sampled_from(["exact", "derived", "about", "disputed"]),
            "status": st.sampled_from(["published", "published", "draft"]),
        }
    ),
    max_size=5,
)


def store(rounds, places, statements):
    """Write the rows as they are, without history: only the sums are looked at."""
    companies = [Company(name=f"c{n}", status="published", sort_key=str(n)) for n in range(COMPANIES)]
    Company.objects.bulk_create(companies)
    number = 1
    for index, row in enumerate(rounds):
        width = max(len(row["parties"]), 1)
        numbers = (number, number + width - 1) if row["basis"] else (None, None)
        number += width
        stored = SigningRound.objects.bulk_create(
            [
                SigningRound(
                    slug=str(index),
                    first_number=numbers[0],
                    last_number=numbers[1],
                    number_basis=row["basis"],
                    **{name: row[name] for name in ("signed_on", "stated_count", "status")},
                )
            ]
        )[0]
        row["last_number"] = numbers[1]
        Agreement.objects.bulk_create(Agreement(round=stored, company=companies[n]) for n in row["parties"])
    Establishment.objects.bulk_create(
        Establishment(**{**row, "company": companies[row["company"]], "order": order})
        for order, row in enumerate(places)
    )
    for index, row in enumerate(statements):
        values = {"slug": str(index), "as_of": row["as_of"], "status": row["status"]}
        statement = Statement.objects.bulk_create([Statement(**values)])[0]
        figure = {name: row[name] for name in ("measure", "value", "certainty")}
        StatementFigure.objects.bulk_create([StatementFigure(statement=statement, **figure)])


def points_of(statements, measure):
    return [
        (row["as_of"], row["value"])
        for row in statements
        if row["as_of"] and row["measure"] == measure and row["certainty"] in ("exact", "derived")
        if row["status"] == "published"
    ]


def dated(rounds):
    return [row for row in rounds if row["signed_on"] and row["status"] == "published"]


def plain_agreements(rounds, statements, when):
    points = points_of(statements, "agreements")
    points += [(row["signed_on"], row["last_number"]) for row in dated(rounds) if row["basis"] == "printed"]
    base_day, base = max((point for point in points if point[0] <= when), default=(None, 0))
    size = sum(
        max(row["stated_count"] or 0, len(row["parties"]))
        for row in dated(rounds)
        if row["signed_on"] <= when and (base_day is None or row["signed_on"] > base_day)
    )
    recorded = sum(len(row["parties"]) for row in dated(rounds) if row["signed_on"] <= when)
    return max(base + size, recorded), recorded


def first_days(rounds):
    """The day of each company's first agreement."""
    pairs = [(row["signed_on"], company) for row in dated(rounds) for company in row["parties"]]
    return {company: day for day, company in sorted(pairs, key=lambda pair: pair[0], reverse=True)}


def stands(places, first, company, on, *, known=False, reported=False):
    """Whether a place of the company counts on a day; `known`: by opening days alone; `reported`: closings too."""
    for place in places:
        opens = place["opened_on"] if known else place["opened_on"] or place["confirmed_on"]
        closes = place["closed_on"] or (place["closing_reported_on"] if reported else None)
        if place["company"] != company or not opens or company not in first:
            continue
        if max(opens, first[company]) <= on and not (closes and closes <= on):
            return True
    return False


def plain_established(rounds, places, statements, when, companies=range(COMPANIES)):
    first = first_days(rounds)
    itemised = sum(stands(places, first, company, when, reported=True) for company in companies)
    points = [point for point in points_of(statements, "established") if point[0] <= when]
    if not points:
        return itemised, itemised
    base_day, value = max(points)
    for company in companies:
        at_base = stands(places, first, company, base_day)
        value += stands(places, first, company, when, known=True) and not at_base
        value -= at_base and not stands(places, first, company, when)
    return max(value, itemised), itemised


@pytest.mark.django_db
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rounds=rounds, places=places, statements=statements)
def test_totals_are_those_of_the_rules_read_row_by_row(rounds, places, statements):
    with transaction.atomic():
        store(rounds, places, statements)
        sums = read_day_sums()
        transaction.set_rollback(True)

    for when in DAYS:
        agreements, established = agreements_on(sums, when), established_on(sums, when)
        assert (agreements.value, agreements.itemised) == plain_agreements(rounds, statements, when)
        assert (established.value, established.itemised) == plain_established(rounds, places, statements, when)
    assert_falls_have_a_cause(sums, rounds, places, statements)


@pytest.mark.django_db
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rounds=rounds, places=places, statements=statements)
def test_the_lines_and_rows_of_the_totals_add_up_to_them(rounds, places, statements):
    with transaction.atomic():
        store(rounds, places, statements)
        sums = read_day_sums()
        for when in DAYS[3::4]:
            assert_moves_are_those_summed(sums, when)
            for key in ("agreements", "established"):
                explained = FIGURES[key].explain(sums, when)
                assert sum(row.amount for row in explained.rows) == explained.value
                assert sum(line.amount for line in explained.lines) == explained.value or not explained.lines
        transaction.set_rollback(True)


def assert_moves_are_those_summed(sums, when):
    """The companies that moved the total since its base, one by one, are as many as since.sql sums up."""
    base = established_on(sums, when).base
    if base is None:
        return
    moves = moves_since(base.day, when)
    assert sum(move.change for move in moves) == established_on(sums, when).since
    assert all(base.day < move.day.last_day <= when for move in moves)


def assert_falls_have_a_cause(sums, rounds, places, statements):
    """A total falls only on the day of a statement, a printed number or a closing."""
    causes = {row["as_of"] for row in statements}
    causes |= {row["signed_on"] for row in rounds if row["basis"] == "printed"}
    causes |= {place[end] for place in places for end in ("closed_on", "closing_reported_on")}
    for before, when in zip(DAYS, DAYS[1:], strict=False):
        for total in (agreements_on, established_on):
            assert total(sums, when).value >= total(sums, before).value or when in causes
    changed = set(change_days(sums))
    for before, when in zip(DAYS, DAYS[1:], strict=False):
        if when not in changed:
            assert established_on(sums, when).value == established_on(sums, before).value


def rows_of_the_register():
    """The real register as the rows that the plain functions read."""
    rounds = [
        {
            "signed_on": row.signed_on,
            "stated_count": row.stated_count,
            "status": row.status,
            "parties": {agreement.company_id for agreement in row.agreements.all()},
            "basis": row.number_basis,
            "last_number": row.last_number,
        }
        for row in SigningRound.objects.prefetch_related("agreements")
    ]
    places = list(
        Establishment.objects.values("company", "opened_on", "confirmed_on", "closed_on", "closing_reported_on")
    )
    figures = StatementFigure.objects.select_related("statement")
    statements = [
        {"as_of": figure.statement.as_of, "status": figure.statement.status}
        | {name: getattr(figure, name) for name in ("measure", "value", "certainty")}
        for figure in figures
    ]
    return rounds, places, statements


def test_the_api_says_the_same_around_every_statement(register, client):
    rounds, places, statements = rows_of_the_register()
    stated = {row["as_of"] for row in statements if row["as_of"]}
    days = {day + datetime.timedelta(days=shift) for day in stated for shift in (-1, 0, 1)}
    companies = {place["company"] for place in places}

    for when in sorted(days):
        figures = client.get(f"/api/v1/figures/?as_of={when}").json()["figures"]
        said = [(figures[key]["value"], figures[key]["itemised"]) for key in ("agreements", "established")]
        assert said == [
            plain_agreements(rounds, statements, when),
            plain_established(rounds, places, statements, when, companies),
        ], when
