import pytest
from django.db import IntegrityError
from django.urls import reverse

from agreements.admin_rows import SignatoriesField
from agreements.models import SigningRound
from companies.models import Company
from editions.models import Edition
from sources.models import Source
from tests.factories import make_company, make_round, make_source

pytestmark = pytest.mark.django_db
ROUND = "agreements_signinground"
CHIEFS = ["이완완 대표이사; 신범식 대표이사", *["김하나 대표"] * 9]


def address(page, *args, model=ROUND):
    return reverse(f"admin:{model}_{page}", args=args)


def management(prefix, total, initial=0):
    return {f"{prefix}-TOTAL_FORMS": total, f"{prefix}-INITIAL_FORMS": initial}


def ten_firms(companies, source, **overrides):
    """What a browser posts from the add page: ten firms, two of them chiefs of one, and one agreed point."""
    form = {"first_number": 136, "last_number": 145, "number_basis": "printed", "signed_on": "2022. 3. 23."}
    form |= {
        "signed_on": "2022. 3. 23.",
        "signing_party": "광주광역시",
        "venue": "AI창업캠프1관",
        "sources": [source.pk],
    }
    form |= management("agreements", 10) | management("attendees", 2) | management("commitments", 1)
    for index, (company, chiefs) in enumerate(zip(companies, CHIEFS, strict=True)):
        row = {"order": index + 1, "company": company.pk, "signatories": chiefs, "number": 136 + index}
        form |= {f"agreements-{index}-{name}": value for name, value in row.items()}
    form |= {"commitments-0-order": 1, "commitments-0-text_ko": "인공지능 산업 생태계를 함께 만든다."}
    return form | {f"attendees-{index}-order": index + 1 for index in range(2)} | overrides


def as_posted(client, round, **overrides):
    """The change page of a round as its form would be posted unchanged, with `overrides`."""
    context = client.get(address("change", round.pk)).context
    forms = [context["adminform"].form]
    for formset in (inline.formset for inline in context["inline_admin_formsets"]):
        forms += [formset.management_form, *formset.forms]
    posted = {}
    for field in (field for form in forms for field in form):
        value = field.value()
        posted[field.html_name] = "" if value is None else value
        if field.field.show_hidden_initial:
            posted[field.html_initial_name] = posted[field.html_name]
    return posted | overrides


def test_round_of_ten_entered_as_a_draft_makes_no_edition(admin_client):
    companies = [make_company(published=False) for _ in range(10)]

    response = admin_client.post(address("add"), ten_firms(companies, make_source()))

    round = SigningRound.objects.get()
    assert response.status_code == 302, response.context["errors"]
    assert (round.slug, str(round.signed_on), round.agreements.count()) == ("136-145", "2022-03-23", 10)
    assert [str(person) for person in round.agreements.first().signatories.all()] == [
        "이완완 대표이사",
        "신범식 대표이사",
    ]
    assert not Edition.objects.exists()


def test_withdrawal_needs_a_reason(admin_client):
    round = make_round()

    refused = admin_client.post(address("withdraw", round.pk), {"edition_reason": ""})
    accepted = admin_client.post(address("withdraw", round.pk), {"edition_reason": "잘못 공개함"})

    round.refresh_from_db()
    assert (refused.status_code, accepted.status_code) == (200, 302)
    assert not round.is_public()


def test_edit_of_a_published_round_is_one_edition_with_its_reason(admin_client):
    company = make_company(published=False)
    round = make_round(numbers=(1, 2), companies=[make_company()])
    before, source = Edition.objects.count(), make_source()
    row = {"agreements-TOTAL_FORMS": 2, "agreements-1-order": 2, "agreements-1-company": company.pk}
    changes = row | {"venue": "시청", "sources": [source.pk], "edition_reason": "빠진 기업 추가"}

    response = admin_client.post(address("change", round.pk), as_posted(admin_client, round, **changes))

    made = Edition.objects.first()
    assert response.status_code == 302, response.context["errors"]
    assert Edition.objects.count() == before + 1
    assert (made.kind, made.reason) == ("correct", "빠진 기업 추가")
    assert Source.objects.get(pk=source.pk).is_public()
    assert Company.objects.get(pk=company.pk).is_public()


def test_edit_of_a_published_round_without_a_reason_is_asked_for_one(admin_client):
    round = make_round()
    before = Edition.objects.count()

    response = admin_client.post(address("change", round.pk), as_posted(admin_client, round, venue="시청"))

    round.refresh_from_db()
    assert response.status_code == 200
    assert "edition_reason" in response.context["adminform"].form.errors
    assert (round.venue, Edition.objects.count()) == ("", before)


def test_published_round_saved_without_a_change_makes_no_edition(admin_client):
    round = make_round(companies=[make_company()])
    before = Edition.objects.count()

    response = admin_client.post(
        address("change", round.pk), as_posted(admin_client, round, edition_reason="다시 저장")
    )

    assert response.status_code == 302
    assert Edition.objects.count() == before


def test_signatories_changed_keep_the_rows_that_stay(admin_client):
    round = make_round(companies=[make_company()], published=False)
    agreement = round.agreements.get()
    kept = agreement.signatories.create(order=1, name="투피 살리바", title="위원장")
    agreement.signatories.create(order=2, name="김하나", title="대표")

    people = {"agreements-0-signatories": "투피 살리바, 위원장"}
    admin_client.post(address("change", round.pk), as_posted(admin_client, round, **people))

    assert list(agreement.signatories.all()) == [kept]


def test_signatories_line_reads_back_as_it_was_written():
    line = "이완완 대표이사; 투피 살리바, 위원장; 박대연"

    people = SignatoriesField(required=False).clean(line)

    assert people == [("이완완", "대표이사"), ("투피 살리바", "위원장"), ("박대연", "")]


def test_form_with_errors_keeps_what_was_typed(admin_client):
    companies = [make_company(published=False) for _ in range(10)]
    wrong = {"signed_on": "2022-02-30", "agreements-9-number": 146}

    response = admin_client.post(address("add"), ten_firms(companies, make_source(), **wrong))

    page = response.content.decode()
    assert not SigningRound.objects.exists()
    for typed in ("2022-02-30", "AI창업캠프1관", CHIEFS[0], 'value="146"', companies[9].name):
        assert typed in page


def test_refusal_by_the_database_alone_is_a_form_error(admin_client, monkeypatch):
    def lose_the_race(self):
        raise IntegrityError("NUMBERS_SHARED")

    companies = [make_company(published=False) for _ in range(10)]
    monkeypatch.setattr(SigningRound, "free_slug", lose_the_race)

    response = admin_client.post(address("add"), ten_firms(companies, make_source()))

    assert response.status_code == 200
    assert CHIEFS[0] in response.content.decode()
    assert response.context["adminform"].form.non_field_errors()


def test_numbers_filled_from_the_page_follow_the_order_listed(admin_client):
    round = make_round(numbers=(7, 8), companies=[make_company(), make_company()], published=False)

    admin_client.post(address("fill_numbers", round.pk))

    assert list(round.agreements.values_list("number", flat=True)) == [7, 8]
    assert admin_client.get(address("fill_numbers", round.pk)).status_code == 405


def test_published_round_is_not_deleted(admin_client):
    round = make_round()
    selected = {"action": "delete_selected", "_selected_action": [round.pk], "post": "yes"}

    admin_client.post(address("changelist"), selected)

    assert admin_client.post(address("delete", round.pk), {"post": "yes"}).status_code == 403
    assert SigningRound.objects.exists()


def test_draft_rounds_deleted_from_the_list_leave_a_trace(admin_client):
    round = make_round(companies=[make_company(published=False)], published=False)
    selected = {"action": "delete_selected", "_selected_action": [round.pk], "post": "yes"}

    admin_client.post(address("changelist"), selected)

    assert not SigningRound.objects.exists()
    assert SigningRound.history.filter(id=round.pk, history_type="-").exists()
    assert not Edition.objects.exists()


def test_month_typed_in_a_row_of_a_company_reads_back_as_typed(admin_client):
    company = make_company(published=False)
    form = {"name": company.name, "kind": "company", **management("aliases", 0), **management("representatives", 1)}
    form |= management("establishments", 0) | management("business_number", 0)
    form |= {
        "representatives-0-order": 1,
        "representatives-0-name": "이완완",
        "representatives-0-started_on": "2020. 8.",
    }

    admin_client.post(address("change", company.pk, model="companies_company"), form)

    head = company.representatives.get()
    page = admin_client.get(address("change", company.pk, model="companies_company")).content.decode()
    assert (str(head.started_on), head.started_on_precision) == ("2020-08-31", "month")
    assert 'value="2020-08"' in page


@pytest.mark.parametrize(("published", "offered"), [(False, ["_publish"]), (True, ["withdraw/"])])
def test_round_page_offers_what_can_be_done(admin_client, published, offered):
    round = make_round(published=published)

    page = admin_client.get(address("change", round.pk)).content.decode()

    assert "_fill_numbers" in page
    assert [mark for mark in ("_publish", "withdraw/") if mark in page] == offered


def test_what_somebody_else_changed_meanwhile_is_not_saved_over_unseen(admin_client):
    round = make_round(published=False, companies=[make_company()])
    opened = as_posted(admin_client, round, venue="시청")
    round.agreements.get().delete()

    refused = admin_client.post(address("change", round.pk), opened)
    seen = refused.context["adminform"].form["seen_version"].value()
    round.refresh_from_db()
    assert (refused.status_code, round.venue) == (200, "")
    assert refused.context["adminform"].form["venue"].value() == "시청"

    saved = admin_client.post(
        address("change", round.pk), as_posted(admin_client, round, venue="시청", seen_version=seen)
    )
    round.refresh_from_db()
    assert (saved.status_code, round.venue) == (302, "시청")
