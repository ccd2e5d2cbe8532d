"""The totals over time: page, chart and file are made of the same rows."""

import csv
import datetime
import re
from dataclasses import astuple

import pytest

from figures.dashboard import over_time
from figures.dashboard.over_time import COLUMNS, draw_over_time, table_of, totals_over_time
from figures.definitions import FIGURES
from figures.statements.checks import checked_numbers
from figures.sums.day_sums import read_day_sums
from tests.factories import DAY, make_company, make_place, make_round
from tests.pages.addresses import FOUNDING_DAY

pytestmark = pytest.mark.django_db
LATEST = datetime.date(2026, 11, 22)


def file_of(client, query=""):
    answer = client.get(f"/figures/over-time.csv{query}")
    assert answer.status_code == 200
    return list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))


def test_rows_are_the_days_on_which_something_changed():
    company = make_company()
    make_round(numbers=(1, 1), companies=[company])
    make_place(company=company, opened_on=DAY + datetime.timedelta(days=2))

    rows = totals_over_time(read_day_sums(), LATEST)

    assert table_of(rows) == [
        ["2022-03-23", "1", "1", "0", "0", "0.0"],
        ["2022-03-25", "1", "1", "1", "1", "100.0"],
    ]
    assert totals_over_time(read_day_sums(), DAY - datetime.timedelta(days=1)) == []
    assert len(totals_over_time(read_day_sums(), DAY)) == 1


def test_each_column_is_the_figure_of_its_name(register):
    sums = read_day_sums()
    for totals in totals_over_time(sums, LATEST)[::9]:
        for key in list(COLUMNS)[1:]:
            assert getattr(totals, key) == FIGURES[key].explain(sums, totals.day).value, (key, totals.day)


def test_the_lines_of_the_chart_are_the_rows(register):
    sums = read_day_sums()

    drawn = draw_over_time(sums, checked_numbers(sums), day=LATEST, today=LATEST)

    assert drawn.series == totals_over_time(sums, LATEST)
    for chart in drawn.charts:
        assert [line.value for line in chart.lines] == [drawn.series[-1].agreements, drawn.series[-1].established]
        assert [line.path.count("V") + 1 for line in chart.lines] == [len(drawn.series)] * 2


@pytest.mark.parametrize("day", [FOUNDING_DAY, "2026-11-22"])
def test_page_and_file_hold_the_same_rows(register, client, day):
    page = client.get(f"/?as_of={day}").content.decode()
    table = page.partition("누계가 바뀐 날")[2].partition("</tbody>")[0]
    shown = [
        [re.search(r'datetime="([^"]+)"', row).group(1), *re.findall(r">([\d.]+)%?</a>", row)]
        for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", table)
    ]

    header, *rows = file_of(client, f"?as_of={day}")

    assert len(header) == len(COLUMNS)
    assert [[row[0], row[1], row[3], row[5]] for row in rows] == shown[::-1]
    assert rows[-1][0] <= day


def test_the_file_is_called_after_its_clocks_and_its_columns_after_the_figures(register, client):
    answer = client.get("/figures/over-time.csv?as_of=2022-03-23&headers=en")

    assert 'filename="over-time-2022-03-23-edition-1.csv"' in answer["Content-Disposition"]
    assert answer.content.decode("utf-8-sig").splitlines()[0].split(",") == list(COLUMNS)


def test_the_file_of_an_empty_register_is_its_header_alone(client):
    assert file_of(client) == [[str(words) for words in COLUMNS.values()]]


@pytest.mark.parametrize("query", ["?headers=ko", "?part=1", "?as_of=2022-02-30"])
def test_what_the_file_does_not_know_is_refused(client, query):
    assert client.get(f"/figures/over-time.csv{query}").status_code == 400


@pytest.mark.parametrize("day", [LATEST, DAY])
def test_of_very_many_days_the_last_of_each_month_is_drawn_and_every_end_is_exact(register, monkeypatch, day):
    sums = read_day_sums()
    whole = draw_over_time(sums, [], day=day, today=LATEST)
    monkeypatch.setattr(over_time, "MOST_DAYS", 10)

    drawn = draw_over_time(sums, [], day=day, today=LATEST)

    months = [(totals.day.year, totals.day.month) for totals in drawn.series[1:]]
    assert (whole.is_by_month, drawn.is_by_month) == (False, True)
    assert len(months) == len(set(months)) < len(whole.series)
    assert drawn.series[0] == whole.series[0]
    for totals in drawn.series:
        assert astuple(totals)[1:] == astuple(totals_over_time(sums, totals.day)[-1])[1:]
    for ours, theirs in zip(drawn.charts[0].lines, whole.charts[0].lines, strict=True):
        assert (ours.value, ours.last, ours.day_y, ours.end_y) == (
            theirs.value,
            theirs.last,
            theirs.day_y,
            theirs.end_y,
        )
