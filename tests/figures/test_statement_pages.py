"""The pages of the ledger and the marks on the chart, as readers meet them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.models import Statement
from figures.dashboard.over_time import draw_over_time
from figures.statements.checks import checked_numbers
from figures.sums.day_sums import read_day_sums
from tests.factories import DAY, make_round, make_statement
from tests.pages.addresses import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["verdict=wrong", "measure=persons", "verdict=off&verdict=agreed", "sort=value"])
def test_what_the_ledger_cannot_be_narrowed_to_is_refused(client, query):
    assert client.get(f"/statements/?{query}").status_code == 400


def test_the_refusal_names_what_can_be_given(client):
    assert "agreed, off, unchecked" in client.get("/en/statements/?verdict=wrong").content.decode()


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("verdict", ["agreed", "off", "unchecked"])
def test_each_count_leads_to_as_many_rows(client, verdict):
    page = client.get("/statements/?as_of=2022-03-23")
    count = next(choice.count for choice in page.context["ledger"].verdicts if choice.value == verdict)

    assert f"?as_of=2022-03-23&amp;verdict={verdict}" in page.content.decode()
    narrowed = client.get(f"/statements/?as_of=2022-03-23&verdict={verdict}")
    assert narrowed.context["ledger"].count == count


@pytest.mark.usefixtures("register")
def test_the_ledger_says_why_a_number_cannot_be_checked(client):
    text = text_of(client.get("/en/statements/?verdict=unchecked"))

    assert "the register does not compute this measure" in text
    assert "the day that it refers to is not known" in text


@pytest.mark.usefixtures("register")
def test_certainty_is_marked_wherever_the_number_stands(client):
    disputed = Statement.objects.get(as_of="2024-11-25")

    for address in ("/en/statements/?verdict=off", f"/en/statements/{disputed.pk}/"):
        assert "badge--disputed" in client.get(address).content.decode()
    assert "Disputed; no total rests on it." in text_of(client.get(f"/en/statements/{disputed.pk}/"))


def test_a_narrowed_ledger_of_nothing_says_so(client):
    make_statement()

    assert "No stated number up to this day matches." in text_of(client.get("/en/statements/?verdict=agreed"))


@pytest.mark.usefixtures("register")
def test_the_page_of_a_statement_takes_few_queries(client):
    for as_of, most in (("2021-10-21", 15), ("2020-11-06", 19), ("2022-03-23", 19)):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/statements/{Statement.objects.get(as_of=as_of).pk}/")

        assert len(queries) <= most, as_of


def test_more_rounds_since_the_base_take_no_more_queries(client):
    counts = []
    make_round(numbers=(1, 1), signed_on=DAY.replace(month=1))
    statement = make_statement()
    for month in (2, 3):
        for day in range(1, 5):
            make_round(numbers=None, stated_count=2, signed_on=DAY.replace(month=month, day=day))
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/statements/{statement.pk}/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def marks_of(page):
    return re.findall(r'<a class="mark[^"]*" href="([^"]*)"[^>]*><title>([^<]*)</title>.*?</a>', page.content.decode())


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("address", ["/en/", "/en/statements/"])
def test_every_mark_leads_to_its_statement_with_its_verdict(client, address):
    marks = marks_of(client.get(address))

    drawn = checked_numbers(read_day_sums())
    together = [re.match(r"(\d+) official numbers, ", title) for _href, title in marks]
    assert sum(int(several.group(1)) for several in together if several) < 2 * len(drawn)
    for (href, title), several in zip(marks, together, strict=True):
        assert href == "/en/statements/#ledger" if several else re.fullmatch(r"/en/statements/\d+/", href), title
    titles = [title for _href, title in marks]
    assert "26 March 2024: agreements 182. The register gives the same number." in titles
    assert any("21 October 2021: agreements 121. 1 fewer than the register gives." in title for title in titles)


@pytest.mark.usefixtures("register")
def test_marks_keep_the_day_that_the_reader_asked_for(client):
    marks = marks_of(client.get("/statements/?as_of=2022-03-23"))

    assert all(href.removesuffix("#ledger").endswith("?as_of=2022-03-23") for href, _title in marks)


@pytest.mark.parametrize(("value", "shape"), [(135, "circle"), (136, "path")])
def test_a_mark_that_differs_has_another_shape(client, value, shape):
    make_round(numbers=(1, 135), signed_on=DAY.replace(day=1))
    make_statement(figures=[("agreements", value)])

    mark = re.search(r'<a class="mark.*?</a>', client.get("/statements/").content.decode()).group()

    assert re.search(r'<(\w+) class="point"', mark).group(1) == shape


def test_statements_after_today_are_not_drawn():
    make_statement()

    drawn = checked_numbers(read_day_sums())

    before = DAY.replace(day=22)
    charts = [draw_over_time(read_day_sums(), drawn, day=day, today=day).charts for day in (before, DAY)]
    assert [[len(chart.marks) for chart in pair] for pair in charts] == [[0, 0], [1, 1]]


def test_the_count_of_the_page_holds_the_numbers_without_a_day(client):
    make_statement()
    make_statement(as_of=None)

    text = text_of(client.get("/en/statements/"))

    assert "2 stated numbers (including 1 whose day is not known)" in text
    assert "not known)" not in text_of(client.get("/en/statements/?verdict=agreed"))


def test_numbers_without_a_day_alone_are_counted_and_can_be_downloaded(client):
    make_statement(as_of=None, figures=[("people", 9)])

    page = client.get("/en/statements/?measure=people")

    assert "1 stated number (including 1 whose day is not known)" in text_of(page)
    assert "/en/data/statements.csv?measure=people" in page.content.decode()
    assert "No stated number" not in text_of(page)
