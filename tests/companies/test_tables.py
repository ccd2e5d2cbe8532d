"""A table that writes itself: what it escapes, and how it says numbers, headings and orders."""

from types import SimpleNamespace

import django_tables2 as tables
import pytest
from django.test import RequestFactory

from companies.tables import OrderedColumn, RegisterTable

MARKUP = '<b>"&'


class Signings(RegisterTable):
    party = tables.Column(verbose_name='Party "A"', attrs={"td": {"class": "whole"}}, orderable=False)
    size = OrderedColumn(sort_by="size", attrs={"td": {"data-label": None}})

    def render_party(self, record):
        return record.party


@pytest.fixture
def table():
    rows = [SimpleNamespace(party=MARKUP, size=1234), SimpleNamespace(party="{}", size=0)]
    return Signings(rows, request=RequestFactory().get("/", {"page": "2", "as_of": "2022-03-23"}))


def test_cells_are_escaped_and_numbers_said_as_elsewhere(table):
    first, second = table.written_rows.splitlines()

    assert first == (
        '<tr><td data-label="Party &quot;A&quot;" class="whole">&lt;b&gt;&quot;&amp;</td><td >1,234</td></tr>'
    )
    assert second.count("<td") == 2
    assert ">{}</td>" in second


def test_a_heading_leads_to_the_first_page_of_its_order(table):
    party, size = table.written_headings.splitlines()

    assert party == '<th scope="col">Party &quot;A&quot;</th>'
    assert 'href="?as_of=2022-03-23&amp;sort=size"' in size


def test_the_heading_in_use_says_so_and_leads_to_the_opposite(table):
    table.order_by = "size"

    assert 'aria-sort="ascending"' in table.written_headings
    assert "sort=-size" in table.written_headings


def test_links_out_of_a_table_keep_its_clocks_alone(table):
    assert table.kept == "?as_of=2022-03-23"
