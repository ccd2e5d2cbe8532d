"""The parts of every breakdown add up to its whole, on every day on which something changes."""

import datetime

import pytest

from figures import breakdowns
from figures.day_sums import read_day_sums
from figures.itemised import agreements_recorded, companies_established
from figures.rules import change_days, running_line

DAYS = [datetime.date(2020, 8, 31), datetime.date(2022, 3, 22), datetime.date(2022, 3, 23), datetime.date(2026, 1, 16)]


@pytest.mark.parametrize("day", DAYS)
def test_parts_add_up_to_the_whole(register, day):
    line = running_line(read_day_sums(), day)

    for breakdown in [
        breakdowns.agreements_by_field(day, line.agreements),
        breakdowns.agreements_by_kind(day, line.agreements),
        breakdowns.established_by_district(day, line.established),
        breakdowns.established_by_kind(day, line.established),
    ]:
        assert sum(part.value for part in breakdown.parts) == breakdown.whole, breakdown.key


@pytest.mark.parametrize("day", DAYS)
def test_years_add_up_to_the_totals(register, day):
    sums = read_day_sums()
    line = running_line(sums, day)

    years = breakdowns.by_year(sums, day)

    assert sum(agreements for _year, agreements, _established in years) == line.agreements.value
    assert sum(established for _year, _agreements, established in years) == line.established.value


def test_itemised_numbers_are_the_rows_counted_on_every_day_of_change(register):
    sums = read_day_sums()

    for day in change_days(sums):
        line = running_line(sums, day)
        assert line.agreements.itemised == agreements_recorded(day).count()
        assert line.established.itemised == companies_established(day).count()
