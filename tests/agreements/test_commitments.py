"""Agreed points: what is known of them on a day, when they are overdue, and which rows may exist."""

import csv
import datetime
import shutil

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from agreements.models import Commitment
from common.name_search import readings
from editions.models import Edition
from staff.findings import draft_findings
from staff.work_list import work_list
from tests.conftest import REGISTER_FILES
from tests.factories import DAY, make_company, make_point, make_round, make_source

pytestmark = pytest.mark.django_db
THE_DAY_BEFORE = DAY - datetime.timedelta(days=1)
THE_DAY_AFTER = DAY + datetime.timedelta(days=1)


@pytest.mark.parametrize(("day", "shown"), [(THE_DAY_BEFORE, ""), (DAY, "fulfilled"), (THE_DAY_AFTER, "fulfilled")])
def test_a_state_is_known_from_the_day_it_was_seen(day, shown):
    make_point(state="fulfilled", state_on=DAY)

    assert Commitment.objects.with_state_on(day).get().shown_state == shown


def test_a_state_without_a_day_counts_as_it_stands():
    make_point(state="dropped")

    assert Commitment.objects.with_state_on(THE_DAY_BEFORE).get().shown_state == "dropped"


@pytest.mark.parametrize(("day", "overdue"), [(THE_DAY_BEFORE, 0), (DAY, 0), (THE_DAY_AFTER, 1)])
def test_a_point_is_overdue_from_the_day_after_it_was_due(day, overdue):
    make_point(state="agreed", due_on=DAY)

    assert Commitment.objects.overdue_on(day).count() == overdue


@pytest.mark.parametrize(("day", "overdue"), [("2022-03-31", 0), ("2022-04-01", 1)])
def test_a_point_due_in_a_month_is_overdue_when_the_month_is_over(day, overdue):
    make_point(state="agreed", due_on=datetime.date(2022, 3, 31), due_on_precision="month")

    assert Commitment.objects.overdue_on(datetime.date.fromisoformat(day)).count() == overdue


@pytest.mark.parametrize(
    ("state", "overdue"),
    [("agreed", 1), ("in_progress", 1), ("", 0), ("fulfilled", 0), ("dropped", 0), ("unverifiable", 0)],
)
def test_only_what_is_known_to_be_still_to_do_is_overdue(state, overdue):
    make_point(state=state, due_on=THE_DAY_BEFORE)

    assert Commitment.objects.overdue_on(DAY).count() == overdue


def test_a_point_fulfilled_later_was_of_unknown_state_and_not_overdue():
    make_point(state="fulfilled", state_on=THE_DAY_AFTER, due_on=THE_DAY_BEFORE)

    point = Commitment.objects.with_state_on(DAY).get()

    assert (point.shown_state, point.is_overdue) == ("", None)


@pytest.mark.parametrize("due_on", [None, THE_DAY_BEFORE, DAY])
@pytest.mark.parametrize("state", ["", *Commitment.State])
def test_no_is_said_of_what_is_known_not_to_be_overdue_alone(state, due_on):
    make_point(state=state, due_on=due_on)

    is_overdue = Commitment.objects.with_state_on(DAY).get().is_overdue

    if state in ("fulfilled", "dropped") or due_on == DAY:
        assert is_overdue is False
    elif state in ("agreed", "in_progress") and due_on:
        assert is_overdue is True
    else:
        assert is_overdue is None


def test_points_of_drafts_and_of_later_rounds_take_no_part():
    make_point(round=make_round(published=False))
    signed_later = make_point(round=make_round(numbers=None, signed_on=THE_DAY_AFTER))
    make_point(round=make_round(numbers=None, signed_on=None))

    assert Commitment.objects.public().signed_by(DAY).count() == 0
    assert Commitment.objects.public().signed_by(THE_DAY_AFTER).get() == signed_later


def test_search_finds_words_and_parties():
    company = make_company(name="렉스소프트")
    round = make_round(companies=[company])
    of_all = make_point(round=round, text_ko="인재 양성")
    of_one = make_point(round=round, text_ko="사무소 설치", text_en="Open an office", agreement=round.agreements.get())
    make_point(round=make_round(numbers=None), text_ko="기술 자문")
    words = ("렉스", "ㄹㅅㅅ", "office", "인재", "없는말")

    found = {text: set(Commitment.objects.found_by(readings(text)[0], DAY)) for text in words}

    assert found["렉스"] == found["ㄹㅅㅅ"] == {of_all, of_one}
    assert (found["office"], found["인재"], found["없는말"]) == ({of_one}, {of_all}, set())


@pytest.mark.parametrize("values", [{"state_on": DAY}, {"state": "broken"}, {"kind": "promise"}])
def test_a_day_without_a_state_and_what_is_no_state_or_kind_are_refused(values):
    point = Commitment(round=make_round(published=False), text_ko="협력한다", **values)

    with pytest.raises(ValidationError):
        point.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        point.save()


def test_a_month_kept_as_its_first_day_is_refused():
    point = Commitment(round=make_round(published=False), text_ko="협력한다", state="agreed")
    point.state_on, point.state_on_precision = datetime.date(2022, 3, 1), "month"

    with pytest.raises(ValidationError):
        point.full_clean()


def test_files_carry_kind_state_day_due_date_and_evidence(register, tmp_path):
    folder = shutil.copytree(REGISTER_FILES, tmp_path / "register")
    path = folder / "commitments.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (folder / "sources.csv").open(encoding="utf-8", newline="") as file:
        source = next(csv.DictReader(file))["key"]
    told = {"kind": "jobs", "state": "in_progress", "state_on": "2022-03", "due_on": "2022", "evidence": source}
    rows = [dict.fromkeys(told, "") | row | (told if row["round"] == "1" else {}) for row in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)

    call_command("load_register", folder)

    point = Commitment.objects.filter(round__slug="1").first()
    assert (point.kind, point.state, str(point.evidence.get())) == ("jobs", "in_progress", str(point.evidence.get()))
    assert (point.state_on, point.state_on_precision) == (datetime.date(2022, 3, 31), "month")
    assert (point.due_on, point.due_on_precision) == (datetime.date(2022, 12, 31), "year")
    assert Edition.objects.count() == 2


def test_every_kind_stands_in_the_files(register):
    kinds = set(Commitment.objects.values_list("kind", flat=True))

    assert kinds == {*Commitment.Kind.values, ""}


def test_the_gate_warns_of_a_claim_without_evidence_and_of_a_day_to_come():
    round = make_round(published=False)
    make_point(round=round, text_ko="근거 없음", state="fulfilled")
    make_point(round=round, text_ko="아직 합의뿐", state="agreed")
    shown = make_point(round=round, text_ko="나중에 봄", state="fulfilled", state_on=THE_DAY_AFTER)
    shown.evidence.add(make_source())

    blockers, findings = draft_findings([round], DAY)

    told = [text for text in (finding.text for finding in findings) if "“" in text]
    assert blockers == []
    assert len(told) == 2
    assert "근거 없음" in told[0]
    assert "나중에 봄" in told[1]


def test_an_overdue_point_waits_with_the_form_that_says_what_came_of_it(admin_user):
    point = make_point(state="agreed", due_on=DAY)

    piles = {day: {pile.work.key: pile for pile in work_list(day, admin_user)} for day in (DAY, THE_DAY_AFTER)}

    assert "points-overdue" not in piles[DAY]
    line = piles[THE_DAY_AFTER]["points-overdue"].lines[0]
    assert line.address == reverse("admin:agreements_commitment_change", args=[point.pk])
    assert str(line.since) == "2022-03-23"


def test_staff_say_on_one_form_what_came_of_a_point(admin_client):
    point, source = make_point(), make_source()
    address = reverse("admin:agreements_commitment_change", args=[point.pk])
    form = admin_client.get(address).context["adminform"].form
    values = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}
    told = {"kind": "training", "state": "fulfilled", "state_on": "2022. 4.", "due_on": "2023", "evidence": [source.pk]}
    told["edition_reason"] = "이행 확인"

    response = admin_client.post(address, values | told)

    point.refresh_from_db()
    assert response.status_code == 302
    assert (point.kind, point.state, point.state_on) == ("training", "fulfilled", datetime.date(2022, 4, 30))
    assert source in point.evidence.all()
    assert point.evidence.get().is_public()
