"""The parts of every breakdown add up to its whole, on every day on which something changes."""

import datetime

import pytest

from figures.definitions import FIGURES
from figures.itemised import agreements_recorded, companies_established
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import change_days, running_line

DAYS = [datetime.date(2020, 8, 31), datetime.date(2022, 3, 22), datetime.date(2022, 3, 23), datetime.date(2026, 1, 16)]


BREAKDOWNS = {
    "agreements": ["agreements_by_field", "agreements_by_party", "agreements_by_year"],
    "established": ["established_by_district", "established_by_place_kind", "established_by_year"],
}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("whole", BREAKDOWNS)
def test_parts_add_up_to_the_whole(register, whole, day):
    sums = read_day_sums()

    for key in BREAKDOWNS[whole]:
        explained = FIGURES[key].explain(sums, day)
        assert sum(part.value for part in explained.parts) == explained.value, key
        assert explained.value == FIGURES[whole].explain(sums, day).value, key


def test_itemised_numbers_are_the_rows_counted_on_every_day_of_change(register):
    sums = read_day_sums()

    for day in change_days(sums):
        line = running_line(sums, day)
        assert line.agreements.itemised == agreements_recorded(day).count()
        assert line.established.itemised == companies_established(day).count()
