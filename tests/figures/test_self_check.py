"""A figure that comes out differently by the two ways stops the publication, and the command tells of it."""

import datetime
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import override

from agreements.models import SigningRound
from agreements.services import publish_round
from companies.models import Company, Field
from editions.models import Edition
from editions.services import edition
from figures import models, self_check
from figures.definitions import FIGURES
from figures.figure import Part
from figures.models import SelfCheck
from figures.self_check import Difference, check_edition, check_figures
from figures.services import FiguresDisagree
from tests.factories import DAY, make_company, make_place, make_round, make_statement

pytestmark = pytest.mark.django_db
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def wrong(monkeypatch):
    """Makes the published way give something else: `wrong(key, explanation → explanation)`."""

    def replaced(key, alter):
        explain = FIGURES[key].explain
        figure = replace(FIGURES[key], explain=lambda sums, day: alter(explain(sums, day)))
        monkeypatch.setitem(FIGURES, key, figure)

    return replaced


def one_more(explanation):
    return replace(explanation, value=explanation.value + 1)


def draft_round(**overrides):
    return make_round(companies=[make_company(published=False)], published=False, **overrides)


def gate_of(record):
    return f"/admin/agreements/signinground/{record.pk}/publish/"


def run(**options):
    out, err = StringIO(), StringIO()
    call_command("check_figures", stdout=out, stderr=err, **options)
    return out.getvalue() + err.getvalue()


def test_a_publication_is_checked_and_the_result_kept(self_checked):
    make_round()

    kept = SelfCheck.objects.get()
    assert (kept.edition, kept.trigger, kept.figures, kept.differences) == (1, "publication", len(FIGURES), [])
    assert kept.days == 3  # the day before the round, its day, and today
    assert kept.compared >= 3 * len(FIGURES)


def test_one_edition_is_checked_once_and_a_draft_never(self_checked):
    draft_round()
    with edition(by=None, kind=Edition.Kind.LOAD):
        make_company()
        make_company()

    assert [check.edition for check in SelfCheck.objects.all()] == [1]


def test_an_edition_taken_back_inside_is_not_checked(self_checked):
    with edition(by=None, kind=Edition.Kind.LOAD) as opening:
        opening.make().delete()

    assert not SelfCheck.objects.exists()


def test_a_difference_stops_the_publication(self_checked, wrong):
    round = draft_round()
    wrong("agreements", one_more)

    with pytest.raises(FiguresDisagree) as stopped:
        publish_round(round=round, by=None)

    assert isinstance(stopped.value, ValidationError)
    assert "Agreements on 23 March 2022: 146 by the first way, 145 by the second" in stopped.value.messages[0]
    assert not SigningRound.objects.get().is_public()
    assert not Company.objects.get().is_public()
    assert not Edition.objects.exists()
    assert not SelfCheck.objects.exists()


def test_the_gate_shows_both_values_before_and_after_the_button(self_checked, wrong, admin_client):
    round = draft_round()
    wrong("agreements", one_more)

    shown = admin_client.get(gate_of(round))
    pressed = admin_client.post(gate_of(round), {"fingerprint": shown.context["gate"].fingerprint})

    for page in (shown, pressed):
        assert len(page.context["gate"].blockers) == 1
        assert all(value in page.context["gate"].blockers[0] for value in ("146", "145"))
        assert page.context["gate"].blockers[0] in page.content.decode().replace("&#x27;", "'")
    assert not Edition.objects.exists()
    assert not SigningRound.objects.get().is_public()


def test_the_gate_without_a_difference_publishes(self_checked, admin_client):
    round = draft_round()

    shown = admin_client.get(gate_of(round))
    assert not SelfCheck.objects.exists()
    pressed = admin_client.post(gate_of(round), {"fingerprint": shown.context["gate"].fingerprint})

    assert pressed.status_code == 302
    assert SelfCheck.objects.get().edition == Edition.objects.get().number


def test_a_correction_in_the_admin_comes_back_with_what_was_typed(self_checked, wrong, admin_client):
    with edition(by=None, kind=Edition.Kind.LOAD):
        field = Field.objects.create(code="chips", name_ko="반도체", name_en="Chips", division="register")
    wrong("agreements", one_more)
    typed = {"code": "chips", "name_ko": "AI 반도체", "name_en": "Chips", "division": "register", "order": "0"}

    page = admin_client.post(f"/admin/companies/field/{field.pk}/change/", {**typed, "edition_reason": "시의 분류"})

    assert page.status_code == 200
    assert page.context["adminform"].form["name_ko"].value() == "AI 반도체"
    assert "첫째 방법 1, 둘째 방법 0" in str(page.context["adminform"].form.non_field_errors())
    assert not list(page.context["messages"])
    assert Field.objects.get().name_ko == "반도체"
    assert Edition.objects.count() == 1


def test_a_part_that_differs_is_named():
    make_round(companies=[make_company()])
    explanation = FIGURES["agreements_by_party"].explain

    def moved(sums, day):
        found = explanation(sums, day)
        return replace(found, parts=[Part("company", "company", found.value)])

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(FIGURES, "agreements_by_party", replace(FIGURES["agreements_by_party"], explain=moved))
        differences = check_figures([DAY]).differences

    assert differences == [
        Difference("agreements_by_party", "company", DAY, 145, 1),
        Difference("agreements_by_party", "unnamed", DAY, None, 144),
    ]


def test_all_days_of_change_and_the_days_before_are_checked_and_today():
    company = make_company()
    make_round(companies=[company])
    make_place(company=company, opened_on=DAY + 10 * ONE_DAY, closed_on=DAY + 20 * ONE_DAY)
    seen = set()

    with pytest.MonkeyPatch.context() as patch:
        look = FIGURES["agreements"]
        patch.setitem(
            FIGURES, "agreements", replace(look, explain=lambda sums, day: seen.add(day) or look.explain(sums, day))
        )
        result = check_figures()

    changes = [DAY, DAY + 10 * ONE_DAY, DAY + 20 * ONE_DAY]
    assert {day - shift for day in changes for shift in (0 * ONE_DAY, ONE_DAY)} | {timezone.localdate()} <= seen
    assert (result.days, result.differences) == (len(seen), [])


def test_a_register_with_nothing_in_it_is_checked_as_of_today():
    result = check_figures()

    assert (result.edition, result.days, result.differences) == (0, 1, [])


def test_a_publication_is_compared_on_the_days_that_it_changes_and_no_others(wrong):
    make_statement(figures=[("agreements", 100)], as_of=DAY - 400 * ONE_DAY)
    make_statement(figures=[("agreements", 200)], as_of=DAY + 400 * ONE_DAY)
    make_round(numbers=None, stated_count=5)
    wrong("agreements", one_more)

    days = {difference.day for difference in check_edition(3).differences}

    assert days == {DAY - ONE_DAY, DAY, DAY + 399 * ONE_DAY, timezone.localdate()}


def test_above_the_limit_only_figures_that_the_edition_changes_are_compared(wrong, monkeypatch):
    monkeypatch.setattr(self_check, "MOST_AGREEMENTS", 1)
    make_round(companies=[make_company(), make_company()])
    make_place()
    wrong("agreements", one_more)

    assert check_edition(Edition.objects.count()).differences == []
    assert {difference.key for difference in check_edition(3).differences} == {"agreements"}
    assert check_figures().differences != []


def test_the_limit_itself_is_still_checked_as_a_whole(wrong, monkeypatch):
    monkeypatch.setattr(self_check, "MOST_AGREEMENTS", 2)
    make_round(companies=[make_company(), make_company()])
    make_place()
    wrong("agreements", one_more)

    assert check_edition(Edition.objects.count()).differences != []


def test_the_command_says_in_one_line_that_all_agree_and_keeps_it():
    make_round(companies=[make_company()])

    said = run()

    assert said.count("\n") == 1
    assert said.startswith(f"edition 2: {len(FIGURES)} figures on ")
    assert said.endswith("0 differences\n")
    assert SelfCheck.objects.get().trigger == "command"


def test_the_command_tells_of_a_difference_and_fails(wrong):
    make_round()
    wrong("agreements", one_more)
    err = StringIO()

    with pytest.raises(CommandError, match="differences") as failed:
        call_command("check_figures", stderr=err)

    assert failed.value.returncode == 1
    assert "agreements on 2022-03-23: 146 by the first way, 145 by the second\n" in err.getvalue()
    row = SelfCheck.objects.get().differences[-1]
    assert {name: row[name] for name in ("figure", "part", "first", "second")} == {
        "figure": "agreements",
        "part": "",
        "first": "146",
        "second": "145",
    }


def test_the_command_checks_a_past_edition():
    make_round()
    make_statement(figures=[("agreements", 300)], as_of=DAY + ONE_DAY)

    assert run(edition=1).startswith("edition 1: ")
    assert SelfCheck.objects.get().edition == 1


@pytest.mark.parametrize("number", [0, 2, -1])
def test_the_command_refuses_an_edition_that_does_not_exist(number):
    make_company()

    with pytest.raises(CommandError, match="from 1 to 1"):
        run(edition=number)


def test_the_last_thousand_results_stay(monkeypatch):
    monkeypatch.setattr("figures.services.KEPT", 3)
    make_company()

    for _time in range(5):
        run()

    assert models.KEPT == 1000
    assert SelfCheck.objects.count() == 3
    first, *_others, last = SelfCheck.objects.all()
    assert first.pk - last.pk == 2


def test_a_share_that_differs_shows_both(wrong):
    make_statement(figures=[("established", 94)])
    wrong("official_established", lambda explanation: replace(explanation, value=Decimal("95.5")))

    [difference] = check_figures([DAY]).differences

    assert (difference.first, difference.second) == (Decimal("95.5"), 94)


def test_a_day_before_which_there_is_hardly_any_can_be_published(self_checked):
    make_round(numbers=None, stated_count=1, signed_on=datetime.date(1, 1, 2))

    assert SelfCheck.objects.get().differences == []


def test_the_first_of_all_days_is_refused_in_words(self_checked):
    """The second reading takes it for the time before everything; a slip of the pen, and no error page."""
    with pytest.raises(FiguresDisagree):
        make_round(numbers=None, stated_count=1, signed_on=datetime.date.min)
