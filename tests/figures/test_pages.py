"""The dashboard and the ledger of statements, as readers see them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.models import Statement
from tests.pages.addresses import text_of

pytestmark = pytest.mark.usefixtures("register")


def test_dashboard_says_both_lines_of_the_founding_day(client):
    text = text_of(client.get("/?as_of=2022-03-23"))

    assert "협약 기업·기관 135개 중 94개사가 광주에 문을 열었습니다 (69.6%)" in text
    assert "145건" in text
    assert "64.8%" in text
    assert "개소 94개사 중 17개사는 이름 확인" in text


def test_dashboard_says_them_in_english(client):
    text = text_of(client.get("/en/?as_of=2022-03-23"))

    assert "94 of 135 companies with an agreement opened in Gwangju (69.6%)" in text
    assert "145 agreements" in text


def test_dashboard_of_the_day_before_has_the_statement_before(client):
    assert "133개 중 88개사가 광주에 문을 열었습니다 (66.2%)" in text_of(client.get("/?as_of=2022-03-22"))


def test_dashboard_before_everything_says_so(client):
    text = text_of(client.get("/?as_of=2019-01-01"))

    assert "공식 발표를 찾지 못했습니다" in text


@pytest.mark.parametrize(
    ("address", "most"),
    [("/", 32), ("/en/?as_of=2022-03-23", 32), ("/figures/over-time.csv", 11), ("/statements/", 16)],
)
def test_pages_take_a_small_number_of_queries(client, address, most):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    assert len(queries) <= most


def test_the_ledger_takes_no_more_queries_for_more_statements(client):
    counts = []
    for day in ("2020-12-31", "2026-01-16"):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/statements/?as_of={day}")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_statement_of_october_2021_shows_its_difference(client):
    statement = Statement.objects.get(as_of="2021-10-21")

    text = text_of(client.get(f"/statements/{statement.pk}/"))

    assert "121" in text
    assert "122" in text
    assert "차이 −1" in text


def test_the_number_of_itemised_openings_leads_to_as_many_rows(client):
    page = client.get("/companies/?status=open&signed_before=2022-03-23&as_of=2022-03-23")

    assert page.context["count"] == 17
