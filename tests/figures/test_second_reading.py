"""The second reading gives what is published, for any small register (hypothesis) and for the real one."""

import datetime
import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figures import second_reading
from figures.definitions import FIGURES
from figures.second_reading.figures import FIGURES as SECOND
from figures.second_reading.figures import read_figures
from figures.second_reading.over_time import Reading, median, months_later, percent
from figures.self_check import check_figures
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import agreements_on, change_days, established_on
from tests.factories import DAY, make_company, make_place, make_round, make_statement
from tests.figures import small_registers
from tests.figures.small_registers import DAYS, FEWER, store

ANY = {"suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}
ONE_DAY = datetime.timedelta(days=1)


def test_every_figure_has_a_second_reading():
    """To repair: write the figure out again in figures/second_reading/, without a look at how it is published."""
    assert set(FIGURES) == set(SECOND)


def test_the_second_reading_imports_nothing_of_ours_but_models_and_itself():
    source = "".join(path.read_text() for path in Path(second_reading.__file__).parent.glob("*.py"))
    modules = set(re.findall(r"^\s*(?:from|import) (\S+)", source, re.MULTILINE))
    ours = {module for module in modules if module.split(".")[0] in {"figures", "common", "agreements", "companies"}}

    assert {module for module in ours if not module.startswith("figures.second_reading")} == {
        "agreements.models",
        "companies.models",
    }


@pytest.mark.django_db
@settings(max_examples=120 // FEWER, **ANY)
@given(rounds=small_registers.rounds, places=small_registers.places, statements=small_registers.statements)
def test_totals_are_those_of_the_second_reading(rounds, places, statements):
    with transaction.atomic():
        store(rounds, places, statements)
        sums, second = read_day_sums(), read_figures()
        transaction.set_rollback(True)

    for when in DAYS:
        agreements, established = agreements_on(sums, when), established_on(sums, when)
        assert agreements.value == second["agreements"].on(when).value
        assert agreements.itemised == second["agreements_recorded"].on(when).value
        assert established.value == second["established"].on(when).value
        assert established.itemised == second["established_named"].on(when).value
    assert_falls_have_a_cause(sums, rounds, places, statements)


def assert_falls_have_a_cause(sums, rounds, places, statements):
    """A total falls only on the day of a statement, a printed number or a closing."""
    causes = {row["as_of"] for row in statements}
    causes |= {row["signed_on"] for row in rounds if row["basis"] == "printed"}
    causes |= {place[end] for place in places for end in ("closed_on", "closing_reported_on")}
    changed = set(change_days(sums))
    for before, when in zip(DAYS, DAYS[1:], strict=False):
        for total in (agreements_on, established_on):
            assert total(sums, when).value >= total(sums, before).value or when in causes
            assert total(sums, when).value == total(sums, before).value or when in changed


@pytest.mark.django_db
@settings(max_examples=40 // FEWER, **ANY)
@given(
    rounds=small_registers.rounds,
    places=small_registers.places,
    statements=small_registers.statements,
    companies=small_registers.companies,
    points=small_registers.points,
    data=st.data(),
)
def test_all_figures_of_any_small_register_agree(rounds, places, statements, companies, points, data):
    with transaction.atomic():
        store(rounds, places, statements, companies, points)
        days = sorted({day for series in read_figures().values() for day in series.days} or DAYS[:1])
        chosen = data.draw(st.sets(st.sampled_from(days), min_size=1, max_size=2))
        result = check_figures(sorted({day - shift for day in chosen for shift in (ONE_DAY, 0 * ONE_DAY)}))
        transaction.set_rollback(True)

    assert result.differences == []


def test_all_figures_of_the_real_register_agree_around_every_tenth_day_of_change(register):
    days = change_days(read_day_sums())[::10]

    result = check_figures([day - shift for day in days for shift in (ONE_DAY, 0 * ONE_DAY)])

    assert result.differences == []
    assert result.figures == len(FIGURES)


def test_the_api_says_the_same_around_every_statement(register, client):
    second = read_figures()
    stated = second["official_established"].days[::3]

    for when in sorted({day + shift * ONE_DAY for day in stated for shift in (-1, 0, 1)}):
        figures = client.get(f"/api/v1/figures/?as_of={when}").json()["figures"]
        for key, named in [("agreements", "agreements_recorded"), ("established", "established_named")]:
            said = figures[key]["value"], figures[key]["itemised"]
            assert said == (second[key].on(when).value, second[named].on(when).value), when


@pytest.mark.django_db
def test_a_small_register_read_by_hand():
    """One round of ten on the day that officials say 94; one of its parties opened the day before it signed."""
    make_statement(figures=[("agreements", 135), ("established", 94)])
    company = make_company()
    make_round(companies=[company, make_company()])
    make_place(company=company, opened_on=DAY - ONE_DAY, closed_on=DAY + ONE_DAY)

    def read(key, day=DAY):
        return read_figures()[key].on(day)

    assert read("agreements") == Reading(145)
    assert read("established") == Reading(94)
    assert read("established_named", DAY - ONE_DAY) == Reading(0)
    assert read("established_named") == Reading(1)
    assert read("established_named", DAY + ONE_DAY) == Reading(0)
    assert read("established", DAY + ONE_DAY) == Reading(93)
    assert read("establishment_rate") == Reading(Decimal("64.8"))
    assert read("agreements_by_party") == Reading(145, {"company": (2, None), "unnamed": (143, None)})
    assert read("statements_by_verdict") == Reading(2, {"off": (2, None)})
    assert read("numbers_missing") == Reading(135)


@pytest.mark.parametrize(
    ("some", "of", "expected"),
    [(94, 135, "69.6"), (1, 16, "6.3"), (1, 3, "33.3"), (0, 5, "0"), (5, 5, "100"), (1, 2000, "0.1")],
)
def test_percentages_are_rounded_half_up(some, of, expected):
    assert percent(some, of) == Decimal(expected)


def test_nothing_is_a_share_of_nothing():
    assert percent(0, 0) is None
    assert percent(3, None) is None


@pytest.mark.parametrize(("values", "expected"), [([], None), ([3], 3), ([1, 4], Decimal("2.5")), ([5, 1, 3], 3)])
def test_medians(values, expected):
    assert median(values) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [("2023-01-31", 1, "2023-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2022-12-15", 24, "2024-12-15")],
)
def test_months_are_calendar_months(day, months, expected):
    assert months_later(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(expected)
