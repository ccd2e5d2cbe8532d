import pytest
from django.urls import reverse

from agreements.models import SigningRound
from companies.models import Company
from intake.answers import make_answers
from intake.models import Review
from tests.factories import make_company, make_round

pytestmark = pytest.mark.django_db
ADD = "/admin/intake/review/add/"


def address(review, page="change"):
    return reverse(f"admin:intake_review_{page}", args=[review.pk])


def make_review(by, rows=(), **facts):
    return Review.objects.create(kind="keyboard", made_by=by, answers=make_answers(facts, rows=rows))


def as_shown(client, review, **changes):
    """What a browser would send back of the page as it is shown, with `changes`."""
    context = client.get(address(review)).context
    states = {f"rows-{line.index}-shown": line.match.state for line in context["rows"]}
    return context["review"].answers | states | changes


def test_page_says_of_every_company_whether_it_is_known(client, signed_in):
    company = make_company(name="나무소프트")
    review = make_review(signed_in("입력"), [{"company": "나무 소프트"}, {"company": "구름로봇"}])

    rows = client.get(address(review)).context["rows"]

    assert [line.match.state for line in rows] == [f"known-{company.pk}", "new", ""]


def test_accept_leads_to_the_round_for_entry_and_to_its_gate_for_approval(client, signed_in):
    review = make_review(signed_in("입력"), [{"company": "나무소프트"}])

    entry = client.post(address(review), as_shown(client, review, _accept=""))
    round = SigningRound.objects.get()
    signed_in("승인", "chief")
    again = client.get(address(review))

    assert entry["Location"] == reverse("admin:agreements_signinground_change", args=[round.pk])
    assert again["Location"] == reverse("admin:agreements_signinground_publish", args=[round.pk])


def test_accept_sent_twice_makes_one_round(client, signed_in):
    review = make_review(signed_in("입력"), [{"company": "나무소프트"}])
    posted = as_shown(client, review, _accept="")

    first, second = client.post(address(review), posted), client.post(address(review), posted)

    assert first["Location"] == second["Location"]
    assert SigningRound.objects.count() == 1


def test_accept_refused_keeps_all_that_was_typed(client, signed_in):
    make_round(numbers=(136, 145), published=False)
    review = make_review(signed_in("입력"), [{"company": "나무소프트"}])
    typed = {"first_number": "140", "last_number": "141", "venue": "시청", "signed_on": "2026-02"}

    response = client.post(address(review), as_shown(client, review, _accept="", **typed))

    page = response.content.decode()
    assert response.status_code == 200
    assert "136-145" in " ".join(response.context["problems"])
    assert all(f'value="{value}"' in page for value in typed.values())
    assert Review.objects.get().answers["venue"] == "시청"
    assert not Company.objects.filter(name="나무소프트").exists()


def test_a_row_that_was_not_shown_as_it_is_comes_back_once(client, signed_in):
    review = make_review(signed_in("입력"), [{"company": "나무소프트"}])
    posted = as_shown(client, review, **{"rows-0-company": "구름로봇", "_accept": "", "rows-0-shown": ""})

    first = client.post(address(review), posted)
    second = client.post(address(review), as_shown(client, review, _accept=""))

    assert (first.status_code, second.status_code) == (200, 302)
    assert Company.objects.get().name == "구름로봇"


def test_rows_are_put_in_and_taken_out_with_their_marks(client, signed_in):
    review = make_review(signed_in("입력"), [{"company": "가"}, {"company": "나"}])
    review.text, review.reading = (
        "나",
        {"marks": [{"start": 0, "end": 1, "kind": "company", "field": "rows-1-company"}]},
    )
    review.save()

    client.post(address(review), as_shown(client, review, _insert="1"))
    review.refresh_from_db()
    assert [review.answers.get(f"rows-{row}-company", "") for row in range(3)] == ["가", "", "나"]
    assert review.reading["marks"][0]["field"] == "rows-2-company"

    client.post(address(review), as_shown(client, review, _drop="1"))
    review.refresh_from_db()
    assert [review.answers[f"rows-{row}-company"] for row in range(2)] == ["가", "나"]
    assert review.reading["marks"][0]["field"] == "rows-1-company"


def test_numbers_are_filled_rows_added_and_a_likeness_taken(client, signed_in):
    review = make_review(signed_in("입력"), [{"company": "가"}, {"company": "나"}])

    client.post(address(review), as_shown(client, review, _fill="", first_number="7"))
    client.post(address(review), as_shown(client, review, _add_rows=""))
    client.post(address(review), as_shown(client, review, _take="1:다른 이름: 하나"))

    answers = Review.objects.get().answers
    assert [answers[name] for name in ("last_number", "rows-0-number", "rows-1-number")] == ["8", "7", "8"]
    assert answers["rows-TOTAL_FORMS"] == "8"
    assert answers["rows-1-company"] == "다른 이름: 하나"


@pytest.mark.parametrize("value", ["", "x", "999", "-1", "1" * 400])
def test_buttons_that_name_no_row_do_no_harm(client, signed_in, value):
    review = make_review(signed_in("입력"), [{"company": "가"}])

    response = client.post(address(review), as_shown(client, review, _insert=value))

    assert response.status_code == 302


@pytest.mark.parametrize("answers", [{}, {"rows-TOTAL_FORMS": "x"}, {"rows-TOTAL_FORMS": "99999999999"}])
def test_a_form_torn_apart_is_refused_in_words(client, signed_in, answers):
    review = make_review(signed_in("입력"))

    response = client.post(address(review), answers | {"_accept": ""})

    assert response.status_code == 200
    assert response.context["problems"]


def test_keep_keeps_what_stands_in_the_form(client, signed_in):
    review = make_review(signed_in("입력"))

    response = client.post(address(review, "keep"), {"venue": "시청\0", "csrfmiddlewaretoken": "x", "_later": ""})

    review.refresh_from_db()
    assert response.json()["said"]
    assert review.answers == {"venue": "시청"}


def test_reviews_of_others_are_hidden_from_entry_and_open_to_approval(client, signed_in):
    review = make_review(signed_in("입력"), [{"company": "가"}], first_number=7, last_number=8)
    signed_in("입력", "other")
    hidden = [
        client.get(address(review)).status_code,
        client.post(address(review, "keep"), {}).status_code,
        "7~8" in client.get("/admin/intake/review/").content.decode(),
    ]
    signed_in("승인", "chief")

    assert hidden == [302, 403, False]
    assert client.get(address(review)).status_code == 200
    assert "7~8" in client.get("/admin/intake/review/").content.decode()


@pytest.mark.parametrize("path", [ADD, "/admin/intake/review/", "/admin/intake/review/company/?name=가"])
def test_administration_of_accounts_enters_no_signing(client, signed_in, path):
    signed_in("관리")

    assert client.get(path).status_code == 403


@pytest.mark.parametrize("path", [ADD, "/admin/intake/review/company/?name=가", "/admin/intake/review/1/keep/"])
def test_the_public_enters_no_signing(client, path):
    assert "/admin/login/" in client.get(path)["Location"]


def test_company_is_described_in_escaped_words(client, signed_in):
    signed_in("입력")
    make_company(name="나무<b>소프트")

    page = client.get("/admin/intake/review/company/", {"name": "나무<b>", "row": '"><script>'}).content.decode()

    assert 'data-state="new"' in page
    assert "나무&lt;b&gt;소프트" in page
    assert "<script>" not in page


def test_text_is_escaped(client, signed_in):
    review = make_review(signed_in("입력"))
    review.text, review.reading = "<b>가", {"marks": [{"start": 0, "end": 3, "kind": "unplaced", "field": ""}]}
    review.save()

    page = client.get(address(review)).content.decode()

    assert "&lt;b&gt;</mark>가" in page


def test_every_doubt_stands_beside_its_value_in_words(client, signed_in):
    review = make_review(signed_in("입력"), [{"company": "가"}])
    doubt = {"words": "갸", "stated": None, "found": None}
    review.reading = {
        "doubts": [
            doubt | {"code": "misprint", "field": "rows-0-company"},
            doubt | {"code": "never-heard-of", "field": "venue"},
        ]
    }
    review.save()

    context = client.get(address(review)).context

    assert "갸" in context["rows"][0].cells["company"].reasons[0]
    assert len(context["facts"]["venue"].reasons) == 1


def test_queries_do_not_grow_with_known_rows(client, signed_in, django_assert_max_num_queries):
    rows = [{"company": make_company().name} for _row in range(20)]
    review = make_review(signed_in("입력"), rows)

    with django_assert_max_num_queries(16):
        client.get(address(review))


def test_discarding_asks_first(client, signed_in):
    review = make_review(signed_in("입력"), [{"company": "나무소프트"}])

    asked = client.get(address(review, "delete"))
    assert Review.objects.exists()
    client.post(address(review, "delete"), {"post": "yes"})

    assert asked.status_code == 200
    assert not Review.objects.exists()


def test_numbers_in_the_way_are_said_before_anybody_accepts(client, signed_in):
    make_round(numbers=(136, 145), published=False)
    review = make_review(signed_in("입력"), first_number=140, last_number=141)

    assert "136-145" in " ".join(client.get(address(review)).context["doubts"])
