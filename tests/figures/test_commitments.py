"""Agreed points in figures and on pages: counted by state and by kind, never as one score."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.models import Commitment
from editions.models import Edition
from editions.services import edition
from figures.explained.commitments import BY_KIND, BY_STATE, FIGURES, OVERDUE
from figures.sums.day_sums import read_day_sums
from tests.factories import DAY, make_company, make_point, make_round, make_source
from tests.pages.addresses import text_of

pytestmark = pytest.mark.django_db
THE_DAY_BEFORE = DAY - datetime.timedelta(days=1)
THE_DAY_AFTER = DAY + datetime.timedelta(days=1)
TODAY = datetime.date(2026, 11, 1)


def parts(explained):
    return {part.key: part.value for part in explained.parts}


def left_out(explained):
    return {reason.key: len(reason.rows) for reason in explained.left_out if reason.rows}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (THE_DAY_BEFORE, {}),
        (DAY, {"agreed": 1, "unknown": 2}),
        (THE_DAY_AFTER, {"agreed": 1, "fulfilled": 1, "unknown": 1}),
    ],
)
def test_points_count_by_their_state_on_the_day(day, expected):
    round = make_round()
    make_point(round=round)
    make_point(round=round, state="agreed")
    make_point(round=round, state="fulfilled", state_on=THE_DAY_AFTER)

    assert parts(BY_STATE.explain(read_day_sums(), day)) == expected


def test_kinds_stand_in_their_order_and_what_is_not_clear_last():
    round = make_round()
    for kind in ("", "support", "place", "place"):
        make_point(round=round, kind=kind)

    assert list(parts(BY_KIND.explain(read_day_sums(), DAY)).items()) == [("place", 2), ("support", 1), ("unknown", 1)]


def test_overdue_leaves_out_what_is_not_known_with_the_reason():
    round = make_round()
    counted = make_point(round=round, state="in_progress", due_on=THE_DAY_BEFORE)
    make_point(round=round, state="agreed", due_on=DAY)
    make_point(round=round, due_on=THE_DAY_BEFORE)
    make_point(round=round, state="unverifiable", due_on=THE_DAY_BEFORE)
    make_point(round=round, state="fulfilled", due_on=THE_DAY_BEFORE)
    make_point(round=round, state="agreed")
    make_point(round=make_round(numbers=None, signed_on=None), state="agreed", due_on=THE_DAY_BEFORE)
    make_point(round=make_round(numbers=None, signed_on=THE_DAY_AFTER), state="agreed")
    make_point(round=make_round(numbers=None, published=False), state="agreed", due_on=THE_DAY_BEFORE)

    explained = OVERDUE.explain(read_day_sums(), DAY)

    assert [row.pk for row in explained.rows] == [counted.pk]
    assert left_out(explained) == {
        "state_unknown": 1,
        "unverifiable": 1,
        "no_due_date": 1,
        "no_date": 1,
        "after_the_day": 1,
    }


@pytest.mark.usefixtures("register")
def test_list_table_and_figure_say_the_same_of_what_is_overdue(client):
    round = make_round(numbers=None)
    for due_on in (None, THE_DAY_BEFORE, DAY):
        for state in ["", *Commitment.State]:
            make_point(round=round, state=state, due_on=due_on)
    explained, query = OVERDUE.explain(None, DAY), f"as_of={DAY}&overdue="
    not_known = sum(left_out(explained)[reason] for reason in ("state_unknown", "unverifiable", "no_due_date"))
    whole = client.get(f"/commitments/?as_of={DAY}").context["count"]

    counts = {value: client.get(f"/commitments/?{query}{value}").context["count"] for value in ("yes", "no", "unknown")}
    answers = {value: client.get(f"/api/v1/commitments/?per_page=200&{query}{value}").json() for value in counts}

    assert counts == {"yes": explained.value, "no": whole - explained.value - not_known, "unknown": not_known}
    for value, said in (("yes", True), ("no", False), ("unknown", None)):
        assert answers[value]["count"] == counts[value] > 0
        assert {record["overdue"] for record in answers[value]["results"]} == {said}


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
@pytest.mark.parametrize("day", [datetime.date(2021, 1, 1), TODAY])
def test_value_is_its_rows_and_its_parts(register, figure, day):
    explained = figure.explain(read_day_sums(), day)

    counted = {part.key: sum(row.part == part.key for row in explained.rows) for part in explained.parts}
    assert sum(row.amount for row in explained.rows) == len(explained.rows) == explained.value
    assert counted == parts(explained)
    assert not explained.parts or sum(counted.values()) == explained.value


def test_points_of_the_real_register(register):
    by_state, overdue = BY_STATE.explain(read_day_sums(), TODAY), OVERDUE.explain(read_day_sums(), TODAY)

    assert (by_state.value, parts(by_state)) == (157, {"unknown": 157})
    assert left_out(by_state) == {"no_date": 5}
    assert (overdue.value, left_out(overdue)["state_unknown"]) == (0, 2)


def test_list_and_figures_say_the_same(client, register):
    page = client.get("/commitments/?as_of=2021-01-01")

    whole = page.context["count"]
    for part in BY_KIND.explain(read_day_sums(), datetime.date(2021, 1, 1)).parts:
        assert client.get(f"/commitments/?as_of=2021-01-01&kind={part.key}").context["count"] == part.value
    assert whole == BY_STATE.explain(read_day_sums(), datetime.date(2021, 1, 1)).value


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("state=fulfilled", 1),
        ("state=unknown", 1),
        ("kind=jobs", 1),
        ("kind=unknown", 2),
        ("overdue=yes", 1),
        ("q=렉스", 1),
        ("as_of=2022-03-22", 0),
        ("as_of=2022-03-23&state=fulfilled", 0),
        ("as_of=2022-03-23&state=unknown", 2),
        ("sort=-due_on&page=1", 3),
        ("sort=state", 3),
        ("sort=kind", 3),
    ],
)
def test_the_list_narrows_by_what_is_known_on_the_day(client, query, count):
    round = make_round()
    make_point(round=round, kind="jobs", state="agreed", due_on=THE_DAY_BEFORE)
    make_point(round=round, state="fulfilled", state_on=THE_DAY_AFTER)
    make_point(round=make_round(numbers=None, companies=[make_company(name="렉스소프트")]))

    assert client.get(f"/commitments/?{query}").context["count"] == count


@pytest.mark.parametrize(
    "query",
    ["state=done", "kind=x", "overdue=maybe", "colour=red", "sort=text", "as_of=2999-01-01", "page=x", "edition=9"],
)
def test_the_list_refuses_what_it_cannot_answer(client, query):
    assert client.get(f"/commitments/?{query}").status_code == 400


@pytest.mark.parametrize("language", ["", "/en"])
def test_pages_show_state_day_due_date_and_evidence(client, language):
    company = make_company(name="렉스소프트")
    round = make_round(companies=[company])
    late = make_point(round=round, state="agreed", due_on=datetime.date(2022, 12, 31), due_on_precision="year")
    done = make_point(round=round, agreement=round.agreements.get(), state="fulfilled", state_on=THE_DAY_AFTER)
    source = make_source(title="이행을 알린 기사")
    with edition(by=None, kind=Edition.Kind.CORRECT):
        source.status = "published"
        source.save()
        done.evidence.add(source)

    for address in (round.get_absolute_url(), company.get_absolute_url()):
        now = client.get(f"{language}{address}").content.decode()
        then = client.get(f"{language}{address}?as_of=2022-03-23").content.decode()

        assert "badge--overdue" in now
        assert "badge--state-fulfilled" in now
        assert "이행을 알린 기사" in now
        assert f'id="{late.anchor}"' in now
        assert f'id="{done.anchor}"' in then
        assert "badge--overdue" not in then
        assert "badge--state-fulfilled" not in then
        assert "이행을 알린 기사" not in then


def test_a_point_leads_to_its_place_on_the_page_of_its_round(client):
    point, draft = make_point(), make_point(round=make_round(numbers=None, published=False))

    leads = client.get(f"/commitments/{point.pk}/?as_of=2022-03-23")

    assert leads["Location"] == f"/rounds/136-145/?as_of=2022-03-23#point-{point.pk}"
    assert client.get(f"/commitments/{draft.pk}/").status_code == 404


def test_an_earlier_edition_has_the_state_it_knew(client):
    point = make_point(state="agreed")
    known = Edition.objects.first().number
    with edition(by=None, kind=Edition.Kind.CORRECT):
        point.state = Commitment.State.UNVERIFIABLE
        point.save()

    assert client.get(f"/commitments/?edition={known}&state=agreed").context["count"] == 1
    assert client.get("/commitments/?state=unverifiable").context["count"] == 1


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_dashboard_counts_points_by_state_and_leads_to_them(client, register, language):
    page = client.get(f"{language}/?as_of=2022-03-23")

    assert f'href="{language}/commitments/?as_of=2022-03-23"' in page.content.decode()
    assert str(BY_STATE.explain(read_day_sums(), DAY).value) in text_of(page)


def test_the_list_takes_no_more_queries_for_more_points(client, register):
    counts = []
    for address in ("/en/commitments/?as_of=2020-02-20", "/en/commitments/"):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))

    assert counts[0] <= counts[1] <= 16
