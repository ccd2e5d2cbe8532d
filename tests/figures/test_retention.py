"""Retention and the time to opening: their boundaries, what they leave out, and what the dashboard says of them."""

import datetime
from decimal import Decimal
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from figures.dashboard.still_here import still_here
from figures.definitions import FIGURES
from figures.stays import read_stays
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import change_days
from tests.factories import make_company, make_place, make_round
from tests.pages.addresses import text_of

DAY = datetime.date.fromisoformat
RATES = ("retention", "retention_12_months", "retention_24_months", "opened_within_12_months")
KEYS = (*RATES, "days_to_opening")


def explain(key, day):
    return FIGURES[key].explain(read_day_sums(), DAY(day))


def of(key, day):
    """(amount, base) of a rate on the day, by its rows."""
    rows = list(explain(key, day).rows)
    return sum(row.amount for row in rows), sum(row.base for row in rows)


def left_out(key, day):
    return {reason.key: len(reason.rows) for reason in explain(key, day).left_out}


def make_stay(signed, *places, **of_company):
    company = make_company(**of_company)
    if signed != "never":
        make_round(numbers=None, companies=[company], signed_on=DAY(signed) if signed else None)
    for dates in places:
        days = {name: DAY(day) for name, day in dates.items()}
        make_place(company=company, **{"opened_on": None} | days)
    return company


@pytest.mark.django_db
class TestRetention:
    @pytest.mark.parametrize(
        ("day", "counted"),
        [("2022-01-31", (0, 0)), ("2022-02-01", (1, 1)), ("2022-05-31", (1, 1)), ("2022-06-01", (0, 1))],
    )
    def test_a_place_is_there_from_its_opening_and_not_on_the_day_it_closes(self, day, counted):
        make_stay("2022-01-01", {"opened_on": "2022-02-01", "closed_on": "2022-06-01"})

        assert of("retention", day) == counted

    @pytest.mark.parametrize(
        ("day", "counted"), [("2023-01-31", (0, 0)), ("2023-02-01", (1, 1)), ("2023-02-02", (1, 1))]
    )
    def test_a_company_counts_from_the_day_12_months_are_over(self, day, counted):
        make_stay("2022-01-01", {"opened_on": "2022-02-01"})

        assert of("retention_12_months", day) == counted
        assert left_out("retention_12_months", day).get("too_recent", 0) == 1 - counted[1]

    @pytest.mark.parametrize(("closed", "there"), [("2023-01-31", 0), ("2023-02-01", 0), ("2023-02-02", 1)])
    def test_closing_on_the_day_looked_at_is_gone_and_the_day_after_still_there(self, closed, there):
        make_stay("2022-01-01", {"opened_on": "2022-02-01", "closed_on": closed})

        assert of("retention_12_months", "2024-02-01") == (there, 1)
        assert of("retention_24_months", "2024-02-01") == (0, 1)
        assert of("retention_24_months", "2024-01-31") == (0, 0)

    @pytest.mark.parametrize(("day", "counted"), [("2021-02-27", 0), ("2021-02-28", 1)])
    def test_12_months_after_a_leap_day_is_the_last_of_february(self, day, counted):
        make_stay("2020-01-01", {"opened_on": "2020-02-29"})

        assert of("retention_12_months", day)[1] == counted

    def test_a_company_that_came_back_is_there_and_counts_from_its_first_opening(self):
        make_stay("2020-01-01", {"opened_on": "2020-02-01", "closed_on": "2020-06-01"}, {"opened_on": "2021-06-01"})

        assert of("retention", "2021-05-31") == (0, 1)
        assert of("retention", "2021-06-01") == (1, 1)
        assert of("retention_12_months", "2022-12-31") == (0, 1)
        assert [part.key for part in explain("retention", "2022-12-31").parts] == ["2020"]

    def test_a_company_with_two_places_counts_once_and_stays_with_the_other(self):
        make_stay("2020-01-01", {"opened_on": "2020-02-01", "closed_on": "2020-06-01"}, {"opened_on": "2020-03-01"})

        assert of("retention", "2021-01-01") == (1, 1)

    def test_a_place_only_confirmed_keeps_a_company_but_does_not_begin_its_stay(self):
        make_stay("2020-01-01", {"opened_on": "2020-02-01", "closed_on": "2020-06-01"}, {"confirmed_on": "2020-05-01"})
        make_stay("2020-01-01", {"confirmed_on": "2020-05-01"})

        assert of("retention", "2021-01-01") == (1, 1)
        assert left_out("retention", "2021-01-01") == {"no_opening_day": 1}

    def test_a_stay_counts_from_the_agreement_where_it_opened_before(self):
        make_stay("2021-03-01", {"opened_on": "2020-02-01"})

        assert of("retention", "2021-02-28") == (0, 0)
        assert of("retention", "2021-03-01") == (1, 1)
        assert of("retention_12_months", "2022-02-28") == (0, 0)
        assert of("retention_12_months", "2022-03-01") == (1, 1)
        assert [str(row.day) for row in explain("retention", "2022-03-01").rows] == ["2021-03-01"]

    def test_what_is_left_out_is_told_with_its_reason(self):
        make_stay("2020-01-01")
        make_stay("2020-01-01", {"confirmed_on": "2020-05-01"})
        make_stay("2022-01-01", {"opened_on": "2020-02-01"})
        make_stay("", {"opened_on": "2020-02-01"})
        make_stay("never", {"opened_on": "2020-02-01"})

        expected = {
            "no_evidence_of_opening": 1,
            "no_opening_day": 1,
            "after_the_day": 1,
            "no_date": 1,
            "no_agreement": 1,
        }
        assert left_out("retention", "2021-01-01") == expected
        assert explain("retention", "2021-01-01").value is None

    def test_drafts_are_nowhere(self):
        company = make_company(published=False)
        make_place(company=company)
        make_round(numbers=None, companies=[company], published=False)

        assert [(len(explain(key, "2024-01-01").rows), left_out(key, "2024-01-01")) for key in KEYS] == [(0, {})] * 5


@pytest.mark.django_db
class TestTimeToOpening:
    def test_the_median_of_an_even_number_has_a_half(self):
        make_stay("2022-01-01", {"opened_on": "2022-01-02"})
        make_stay("2022-01-01", {"opened_on": "2022-01-05"})

        assert explain("days_to_opening", "2022-01-04").value == 1
        assert explain("days_to_opening", "2022-01-05").value == Decimal("2.5")

    def test_opening_on_the_day_of_signing_takes_no_day_and_before_it_is_left_out(self):
        make_stay("2022-01-01", {"opened_on": "2022-01-01"})
        make_stay("2022-01-01", {"opened_on": "2021-12-31"}, {"opened_on": "2022-02-01"})

        explained = explain("days_to_opening", "2023-01-01")

        assert (explained.value, len(explained.rows)) == (0, 1)
        assert left_out("days_to_opening", "2023-01-01") == {"opened_before_signing": 1}

    @pytest.mark.parametrize(
        ("opened", "known"), [("2021-12-31", 1), ("2023-01-01", 1), ("2023-01-02", 0), ("2022-12-31", 1)]
    )
    def test_within_12_months_includes_the_last_day_and_what_was_before(self, opened, known):
        make_stay("2022-01-01", {"opened_on": opened})

        assert of("opened_within_12_months", "2022-12-31") == (0, 0)
        assert of("opened_within_12_months", "2023-01-01") == (known if opened <= "2023-01-01" else 0, 1)
        assert of("opened_within_12_months", "2024-01-01") == (known, 1)

    def test_only_confirmed_is_not_known_to_have_opened(self):
        make_stay("2022-01-01", {"confirmed_on": "2022-02-01"})

        assert of("opened_within_12_months", "2023-01-01") == (0, 1)


@pytest.mark.parametrize(
    ("day", "values"),
    [
        ("2021-06-30", [(6, 6), (6, 6), (0, 0), (6, 13), 40]),
        ("2022-03-23", [(6, 6), (6, 6), (1, 1), (6, 34), 40]),
        ("2024-01-31", [(4, 6), (6, 6), (6, 6), (6, 69), 40]),
        ("2026-11-22", [(5, 7), (7, 7), (6, 6), (7, 203), Decimal("41.5")]),
    ],
)
def test_the_real_register_gives_what_was_counted_by_hand(register, day, values):
    assert [*(of(key, day) for key in RATES), explain("days_to_opening", day).value] == values


def test_the_dashboard_reads_sums_and_no_company(register):
    sums = read_day_sums()
    with CaptureQueriesContext(connection) as captured:
        shown = [still_here(sums, DAY(day)) for day in ("2020-06-30", "2025-11-30")]

    assert [still.opened for still in shown] == [6, 7]
    assert len(captured) == 1


def test_the_rows_give_what_the_sums_give(register):
    sums = read_day_sums()
    for day in change_days(sums)[::10]:
        kept, took = (FIGURES[key].explain(sums, day) for key in ("retention", "days_to_opening"))
        there, opened = sum(row.amount for row in kept.rows), sum(row.base for row in kept.rows)
        assert (there, opened) == (sum(part.value for part in kept.parts), sum(part.base for part in kept.parts))
        assert took.value == (median([row.amount for row in took.rows]) if took.rows else None)


def test_rows_are_read_for_what_is_shown(register):
    rows = explain("opened_within_12_months", "2025-11-30").rows
    assert len(rows) > 30
    with CaptureQueriesContext(connection) as captured:
        shown = rows[10:30]

    assert (len(shown), len(captured)) == (20, 2)
    assert len(rows.of_part("2020")) == 33
    assert [row.pk for row in rows][10:30] == [row.pk for row in shown]


def test_every_company_is_counted_or_left_out_once(register):
    stays = read_stays(DAY("2022-03-23"))
    for key in KEYS[1:]:
        explained = explain(key, "2022-03-23")
        pks = [row.pk for row in explained.rows]
        pks += [row.pk for reason in explained.left_out for row in reason.rows]
        assert sorted(pks) == sorted(stay.company for stay in stays)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/?as_of=2024-01-31", "개소일이 확인된 6개사 중 4개사"),
        ("/en/?as_of=2024-01-31", "4 of 6 companies whose opening day is known"),
        ("/en/?as_of=2019-12-31", "Up to this day the opening day of no company that signed is known."),
    ],
)
def test_the_dashboard_says_of_how_many(register, client, address, words):
    assert words in text_of(client.get(address))


def test_every_number_of_the_section_leads_to_its_figure_on_the_same_day(register, client):
    section = (
        client.get("/en/?as_of=2024-01-31").content.decode().partition('id="still-here"')[2].partition("</section>")[0]
    )

    for key in ("retention", "days_to_opening"):
        assert f'href="/en/figures/{key}/?as_of=2024-01-31' in section
