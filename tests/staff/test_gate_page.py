import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.models import User
from agreements.models import SigningRound
from companies.models import Company
from editions.models import Edition
from tests.factories import make_company, make_place, make_round, make_statement

pytestmark = pytest.mark.django_db


def address(*records, model="agreements_signinground"):
    return reverse(f"admin:{model}_publish", args=[",".join(str(record.pk) for record in records)])


def publish(client, url, **typed):
    """What the button on the gate posts, as it stood when it was shown."""
    page = client.get(url)
    chosen = [str(statement.pk) for statement, is_chosen in page.context["offered"] if is_chosen]
    posted = {"fingerprint": page.context["gate"].fingerprint, "with_statement": chosen, **typed}
    return client.post(url, posted)


def test_looking_publishes_nothing(admin_client):
    round = make_round(published=False)

    page = admin_client.get(address(round))

    assert page.status_code == 200
    assert not Edition.objects.exists()


def test_the_button_publishes_what_was_shown(admin_client, admin_user):
    round = make_round(published=False, companies=[make_company(published=False)])

    response = publish(admin_client, address(round), edition_reason="1차 공개")

    made = Edition.objects.get()
    assert response.status_code == 302
    assert (made.kind, made.made_by, made.reason) == ("publish", admin_user, "1차 공개")


def test_a_changed_draft_is_asked_about_again_and_keeps_the_reason(admin_client):
    round = make_round(published=False)
    url = address(round)
    fingerprint = admin_client.get(url).context["gate"].fingerprint
    round.venue = "시청"
    round.save()

    page = admin_client.post(url, {"fingerprint": fingerprint, "edition_reason": "공개"})

    assert page.status_code == 200
    assert (page.context["asked_again"], page.context["reason"]) == (True, "공개")
    assert not Edition.objects.exists()


def test_a_post_without_having_looked_publishes_nothing(admin_client):
    round = make_round(published=False)

    assert admin_client.post(address(round)).context["asked_again"]
    assert not Edition.objects.exists()


def test_a_draft_statement_of_the_same_source_is_published_together(admin_client):
    round, statement = make_round(published=False), make_statement(published=False)
    statement.sources.set(round.sources.all())

    publish(admin_client, address(round))

    statement.refresh_from_db()
    assert statement.is_public()
    assert Edition.objects.count() == 1


def test_a_statement_left_out_after_all_is_asked_about_again(admin_client):
    round, statement = make_round(published=False), make_statement(published=False)
    statement.sources.set(round.sources.all())

    page = publish(admin_client, address(round), with_statement=[])
    again = admin_client.post(address(round), {"fingerprint": page.context["gate"].fingerprint})

    statement.refresh_from_db()
    assert page.context["asked_again"]
    assert again.status_code == 302
    assert SigningRound.objects.get().is_public()
    assert not statement.is_public()


def test_several_are_published_at_once_as_one_edition(admin_client):
    companies = [make_company(published=False) for _ in range(3)]
    selected = {"action": "publish_selected", "_selected_action": [company.pk for company in companies]}

    gate = admin_client.post(reverse("admin:companies_company_changelist"), selected)
    publish(admin_client, gate.url)

    assert Company.objects.published().count() == 3
    assert Edition.objects.count() == 1


def test_what_is_published_has_no_gate(admin_client):
    round = make_round()

    assert admin_client.get(address(round)).status_code == 302
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("keys", ["0", "x", "1,,2", "9" * 30, "1,x"])
def test_an_address_of_nothing_is_not_found(admin_client, keys):
    assert admin_client.get(f"/admin/agreements/signinground/{keys}/publish/").status_code == 404


def test_the_author_is_told_that_a_second_person_must_publish(client, settings):
    settings.PUBLISH_NEEDS_SECOND_PERSON = True
    author = User.objects.create_user("author", password="a-long-password", is_staff=True)
    author.groups.add(Group.objects.get(name="승인"))
    round = make_round(published=False)
    round._history_user = author
    round.save()
    client.force_login(author)

    page = client.get(address(round))
    posted = client.post(address(round), {"fingerprint": page.context["gate"].fingerprint})

    assert len(page.context["gate"].blockers) == 1
    assert posted.status_code == 200
    assert not SigningRound.objects.get().is_public()


def test_entry_staff_have_no_gate(client):
    entry = User.objects.create_user("entry", password="a-long-password", is_staff=True)
    entry.groups.add(Group.objects.get(name="입력"))
    client.force_login(entry)

    assert client.get(address(make_round(published=False))).status_code == 403


def test_withdrawing_shows_what_it_does_and_does_nothing_yet(admin_client):
    kept = make_place().company
    alone = make_company()
    round = make_round(companies=[kept, alone], numbers=(1, 2))

    page = admin_client.get(reverse("admin:agreements_signinground_withdraw", args=[round.pk]))

    pages = page.context["gate"].pages
    assert {title for title, _address in pages.gone} == {"1-2", alone.name}
    assert [title for title, _address in pages.changed] == [kept.name]
    assert SigningRound.objects.get().is_public()


def test_what_cannot_be_withdrawn_says_so_before_a_reason_is_typed(admin_client):
    company = make_company()
    make_round(companies=[company], numbers=(1, 1))

    page = admin_client.get(reverse("admin:companies_company_withdraw", args=[company.pk]))

    assert len(page.context["gate"].blockers) == 1
    assert Company.objects.get(pk=company.pk).is_public()
