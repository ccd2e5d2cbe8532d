"""What the dashboard says of a day: parts that add up, meters, the days to choose from; and of days with nothing."""

import datetime
import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from figures.dashboard.overview import FOUNDING_DAY, overview
from figures.dashboard.parts import LARGEST, shortened
from figures.definitions import FIGURES
from figures.figure import Explanation, Part, Rows
from figures.sums.day_sums import read_day_sums
from tests.factories import DAY, make_company, make_round, make_statement
from tests.pages.addresses import text_of

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 22)
FIELDS = FIGURES["agreements_by_field"]


def overview_of(day, today=TODAY):
    return overview(read_day_sums(), day, today)


def make_explanation(*values, unknown=()):
    parts = [Part(f"part-{index}", "a part", value) for index, value in enumerate(values)]
    parts += [Part(f"unknown-{index}", "unknown", value, is_unknown=True) for index, value in enumerate(unknown)]
    return Explanation(sum(values) + sum(unknown), Rows(), parts=parts)


class TestParts:
    @pytest.mark.parametrize(("count", "shown"), [(LARGEST, LARGEST), (LARGEST + 1, LARGEST + 1)])
    def test_few_parts_stand_one_by_one(self, count, shown):
        bars = shortened(FIELDS, make_explanation(*range(1, count + 1))).bars

        assert len(bars) == shown
        assert all(bar.key for bar in bars)

    def test_small_parts_stand_as_one_and_all_add_up(self):
        explained = make_explanation(*range(1, LARGEST + 3), unknown=(30, 5))

        bars = shortened(FIELDS, explained).bars

        assert sum(bar.value for bar in bars) == explained.value
        assert [bar.value for bar in bars] == [8, 7, 6, 5, 4, 3, 2 + 1, 30, 5]
        assert [bar.key for bar in bars][LARGEST:] == ["", "unknown-0", "unknown-1"]
        assert [bar.is_unknown for bar in bars] == [False] * (LARGEST + 1) + [True, True]

    def test_the_longest_bar_is_that_of_the_greatest_part_known_or_not(self):
        bars = shortened(FIELDS, make_explanation(10, 5, unknown=(40,))).bars

        assert [bar.length for bar in bars] == ["25.0", "12.5", "100.0"]

    def test_nothing_has_no_bars(self):
        assert shortened(FIELDS, make_explanation()).bars == []

    def test_parts_of_the_real_register_add_up(self, register):
        for breakdown in overview_of(TODAY).breakdowns:
            assert sum(bar.value for bar in breakdown.bars) == breakdown.explained.value


def test_meters_say_how_much_has_a_name(register):
    meters = [(meter.key, meter.named, meter.value, str(meter.rate)) for meter in overview_of(FOUNDING_DAY).meters]

    assert meters == [("agreements_recorded", 69, 145, "47.6"), ("established_named", 17, 94, "18.1")]


def test_what_came_since_is_the_totals_less_the_official_line(register):
    since = overview_of(FOUNDING_DAY).since

    assert (since.agreements, since.established, str(since.rate)) == (10, 0, "-4.8")


def test_nothing_is_held_against_a_statement_without_a_base():
    make_round(numbers=(1, 9))
    make_statement(figures=[("established", 5)])

    shown = overview_of(DAY)

    assert (shown.since, shown.bar) == (None, [])
    assert shown.official.established == 5


def test_the_days_to_choose_from_are_the_latest_official_numbers_and_the_founding_day(register):
    days = [day.isoformat() for day, _words in overview_of(TODAY).named_days]

    assert days == ["2025-12-09", "2025-08-28", "2024-07-04", "2022-03-23"]
    assert overview_of(DAY, today=DAY).named_days[0][0] == FOUNDING_DAY


def test_a_day_without_statements_offers_no_day():
    assert overview_of(DAY).named_days == []


def test_a_signing_names_the_first_parties_and_counts_the_rest(client):
    make_round(numbers=(1, 5), stated_count=5, companies=[make_company(name=name) for name in ("가나", "다라")])
    make_round(numbers=(6, 7), stated_count=2)

    unnamed, named = overview_of(DAY).signings

    assert (named.names, named.rest) == (["가나", "다라"], 3)
    assert (unnamed.names, unnamed.rest) == ([], 2)
    assert "가나, 다라 and 3 more, 5 in all" in text_of(client.get("/en/?as_of=2022-03-23"))


@pytest.mark.parametrize(
    ("day", "words", "sections"),
    [
        ("2026-11-22", "160 of 352 companies with an agreement opened in Gwangju (45.5%)", 9),
        ("2021-10-21", "61 of 100 companies with an agreement opened in Gwangju (61.0%)", 9),
        ("2020-06-30", "No official number up to this day is known", 9),
        ("2019-01-01", "No agreement and no opening up to this day is known.", 3),
    ],
)
def test_days_of_every_kind_are_told(register, client, day, words, sections):
    page = client.get(f"/en/?as_of={day}")

    assert words in text_of(page)
    main = page.content.decode().partition("<main")[2]
    assert len(re.findall(r"<section(?! class=\"as-of)", main)) == sections


def test_an_empty_register_shows_neither_chart_nor_zero(client):
    page = client.get("/en/")

    assert "No agreement and no opening up to this day is known." in text_of(page)
    assert 'class="chart' not in page.content.decode()
    assert "stat-strip" not in page.content.decode()


def test_a_number_that_is_only_about_is_called_so(client):
    statement = make_statement(figures=[("established", 120)])
    statement.figures.update(certainty="about", out_of=213)

    assert "About 120 of 213 companies" in text_of(client.get("/en/?as_of=2022-03-23"))


@pytest.mark.parametrize("address", ["/", "/en/", "/?as_of=2022-03-23", "/?as_of=2019-01-01", "/?edition=1"])
def test_no_id_stands_twice(register, client, address):
    ids = re.findall(r' id="([^"]+)"', client.get(address).content.decode())

    assert len(ids) == len(set(ids))


def test_everything_that_the_dashboard_loads_is_small(register, client):
    page = client.get("/", HTTP_HOST="localhost").content
    files = [Path(finders.find(name)).read_bytes() for name in ("css/site.css", "favicon.svg")]

    assert sum(len(gzip.compress(content)) for content in (page, *files)) < 30_000
