"""What waits on the front page of the admin, for whom, and where each line leads."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from editions.models import Publishable
from figures.statements.checks import unreconciled
from figures.sums.day_sums import read_day_sums
from intake.models import Review
from intake.services import start_review
from staff.work_list import KINDS, work_list
from tests.factories import DAY, make_company, make_overdue_point, make_place, make_round, make_statement

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2022, 6, 15)


def account(*, role=None, permission=None):
    user = User.objects.create_user("staff", password="a-long-password", is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    user.user_permissions.set(Permission.objects.filter(codename=permission))
    return user


def piles(user, day=TODAY):
    return {pile.work.key: pile for pile in work_list(day, user)}


def lie(record, moment):
    """The record, as if everything of its history had happened at `moment`."""
    record.history.update(history_date=moment)
    return record


def at(day, hour):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))


def test_plan_overdue_leads_to_the_form_that_records_the_opening(admin_user):
    place = make_place(opened_on=None, planned_on=DAY)

    pile = piles(admin_user)["plans-overdue"]

    form = reverse("admin:companies_company_place", args=[place.company_id])
    assert pile.count == 1
    assert pile.lines[0].address == f"{form}?event=opened&place={place.pk}"
    assert str(pile.lines[0].since) == "2022-03-23"


@pytest.mark.parametrize(("day", "waits"), [(9, False), (10, False), (11, True)])
def test_place_waits_for_confirmation_after_six_months(admin_user, day, waits):
    place = make_place(confirmed_on=datetime.date(2022, 8, 10))

    pile = piles(admin_user, datetime.date(2023, 2, day)).get("places-not-confirmed")

    assert bool(pile) == waits
    assert not pile or pile.lines[0].address.endswith(f"?event=confirmed&place={place.pk}")


@pytest.mark.parametrize("dates", [{"closed_on": DAY}, {"closing_reported_on": DAY}, {"opened_on": None}])
def test_place_that_is_not_open_waits_for_no_confirmation(admin_user, dates):
    make_place(**dates)

    assert "places-not-confirmed" not in piles(admin_user, datetime.date(2024, 1, 1))


def test_missing_numbers_lead_to_a_round_with_these_numbers(admin_user, admin_client):
    make_round(numbers=(1, 2), companies=[make_company(), make_company()])
    make_round(numbers=(5, 5), companies=[make_company()])

    line = piles(admin_user)["numbers-missing"].lines[0]

    form = admin_client.get(line.address).context["adminform"].form
    assert (form["first_number"].value(), form["last_number"].value()) == ("3", "4")


def test_round_with_counts_apart_leads_to_its_page(admin_user):
    round = make_round(numbers=(1, 2), companies=[make_company()])

    line = piles(admin_user)["counts-apart"].lines[0]

    assert line.address == reverse("admin:agreements_signinground_change", args=[round.pk])


def test_agreement_without_representative_leads_to_a_new_one_of_its_company(admin_user, admin_client):
    company = make_company()
    make_round(companies=[company])

    line = piles(admin_user)["without-representative"].lines[0]

    form = admin_client.get(line.address).context["adminform"].form
    assert form["company"].value() == str(company.pk)


@pytest.mark.parametrize(("value", "difference"), [(10, None), (9, -1), (11, 1)])
def test_statement_that_differs_waits(value, difference):
    make_round(numbers=None, stated_count=10)
    make_statement(figures=[("agreements", value), ("people", 3)])

    assert [check.difference for check in unreconciled(read_day_sums())] == ([difference] if difference else [])


def test_statement_that_agrees_since_an_edition_waits_no_more(admin_user):
    make_statement(figures=[("agreements", 10)])
    before = piles(admin_user)

    make_round(numbers=None, stated_count=10)

    assert ("statements-not-reconciled" in before, "statements-not-reconciled" in piles(admin_user)) == (True, False)


def test_statement_leads_to_its_form(admin_user):
    statement = make_statement(figures=[("agreements", 9)])

    line = piles(admin_user)["statements-not-reconciled"].lines[0]

    assert line.address == reverse("admin:agreements_statement_change", args=[statement.pk])


@pytest.mark.parametrize(("day", "waits"), [(7, True), (8, True), (9, False)])
@pytest.mark.parametrize(("make", "name"), [(make_round, "slug"), (make_statement, "slug"), (make_company, "name")])
def test_draft_waits_after_a_week(admin_user, make, name, day, waits):
    draft = make(published=False)
    lie(draft, at(datetime.date(2022, 6, day), 23))
    for row in draft.figures.all() if hasattr(draft, "figures") else []:
        lie(row, at(datetime.date(2022, 6, 1), 0))

    pile = piles(admin_user).get("drafts-lying")

    assert bool(pile) == waits
    if waits:
        line = pile.lines[0]
        opts = draft._meta
        assert (line.name, str(line.since)) == (getattr(draft, name), f"2022-06-0{day}")
        assert line.address == reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[draft.pk])


def test_draft_whose_rows_changed_lately_does_not_lie(admin_user):
    company = lie(make_company(published=False), at(DAY, 0))
    round = lie(make_round(companies=[company], published=False), at(DAY, 0))

    assert "drafts-lying" not in piles(admin_user, timezone.localdate())
    lie(round.agreements.get(), at(DAY, 0))
    assert piles(admin_user, timezone.localdate())["drafts-lying"].count == 1


def test_draft_company_waits_with_its_draft_round_not_beside_it(admin_user):
    company = lie(make_company(published=False), at(DAY, 0))
    make_round(companies=[company], published=False)

    assert "drafts-lying" not in piles(admin_user)


@pytest.mark.parametrize(("day", "waits"), [(7, True), (8, True), (9, False)])
def test_review_unfinished_for_a_week_waits_for_who_began_it(admin_user, day, waits):
    review = start_review(kind=Review.Kind.KEYBOARD, answers={}, by=admin_user)
    Review.objects.update(changed_at=at(datetime.date(2022, 6, day), 23))

    pile = piles(admin_user).get("drafts-lying")

    assert bool(pile) == waits
    assert not pile or pile.lines[0].address == reverse("admin:intake_review_change", args=[review.pk])


def test_what_is_published_is_no_draft(admin_user):
    record = lie(make_company(), at(DAY, 0))

    assert record.status == Publishable.Status.PUBLISHED
    assert "drafts-lying" not in piles(admin_user)


def everything_waits():
    make_place(opened_on=None, planned_on=DAY)
    place = make_place()
    make_overdue_point(round=make_round(companies=[place.company]))
    lie(make_company(published=False), at(DAY, 0))
    draft = lie(make_statement(published=False), at(DAY, 0))
    lie(draft.figures.get(), at(DAY, 0))
    make_statement(figures=[("agreements", 9)], as_of=datetime.date(2021, 1, 1))


@pytest.mark.parametrize(("role", "expected"), [("입력", len(KINDS)), ("승인", len(KINDS)), ("관리", 0), (None, 0)])
def test_work_is_for_whoever_may_see_its_records(role, expected):
    everything_waits()

    assert len(piles(account(role=role), datetime.date(2024, 1, 1))) == expected


def test_drafts_are_shown_of_the_kinds_that_one_may_see():
    everything_waits()

    shown = piles(account(permission="view_statement"), datetime.date(2024, 1, 1))

    assert set(shown) == {"statements-not-reconciled", "drafts-lying"}
    assert shown["drafts-lying"].count == 1


@pytest.mark.parametrize("kind", [work.key for work in KINDS])
def test_every_kind_has_its_page_for_whoever_may_see_it(client, kind):
    everything_waits()
    address = reverse("admin:work", args=[kind])

    signed_out = client.get(address)
    client.force_login(account(role="관리"))
    refused = client.get(address)
    User.objects.get().groups.set(Group.objects.filter(name="입력"))

    assert (signed_out.status_code, refused.status_code) == (302, 403)
    assert client.get(address).status_code == 200


def test_page_of_a_kind_is_cut(admin_client):
    company = make_company()
    for _ in range(51):
        make_place(company=company)

    second = admin_client.get(reverse("admin:work", args=["places-not-confirmed"]) + "?page=2")

    assert second.context["page"].paginator.count == 51
    assert len(second.context["lines"]) == 1


def test_unknown_kind_is_not_found(admin_client):
    assert admin_client.get("/admin/work/anything/").status_code == 404


def test_kind_of_which_nothing_waits_says_so(admin_client):
    page = admin_client.get(reverse("admin:work", args=["plans-overdue"]))

    assert page.status_code == 200
    assert page.context["lines"] == []
