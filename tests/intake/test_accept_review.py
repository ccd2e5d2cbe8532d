import pytest
from django.core.exceptions import ValidationError

from agreements import drafting
from agreements.models import SigningRound, Statement
from companies.models import Company
from editions.models import Edition
from intake.models import Review
from intake.services import accept_review, keep_review
from sources.models import Source
from tests.factories import make_company, make_round, make_source
from tests.intake.reviews import SOURCE, review_of, review_of_release, rows_of_names, seen

pytestmark = pytest.mark.django_db


def test_accept_review_makes_the_round_that_the_release_tells_of(clerk):
    round = accept_review(review=review_of_release(clerk), by=clerk)

    assert (round.slug, round.number_basis, str(round.signed_on), round.venue) == (
        "401-402",
        "printed",
        "2026-03-23",
        "빛고을회관",
    )
    assert (round.city_signatory_name, round.city_signatory_title, round.stated_count) == ("이나라", "시장", 2)
    assert [str(row.company) for row in round.agreements.all()] == ["나무소프트", "하늘데이터"]
    assert [str(row) for row in round.attendees.all()] == ["박사업 사업단장"]
    assert [str(row) for row in round.commitments.all()] == ["지역 인재 양성"]
    assert not round.is_public()
    assert not Edition.objects.exists()


def test_accept_review_names_who_entered_the_round(clerk):
    round = accept_review(review=review_of_release(clerk), by=clerk)

    assert round.history.earliest().history_user == clerk


def test_accept_review_takes_heads_as_representatives_and_others_as_signatories_alone(clerk):
    round = accept_review(review=review_of_release(clerk), by=clerk)

    led, sent = (row.company for row in round.agreements.all())
    assert [str(person) for person in led.representatives.all()] == ["김하나 대표이사", "이두리 대표이사"]
    assert not sent.representatives.exists()
    assert [str(person) for row in round.agreements.all() for person in row.signatories.all()] == [
        "김하나 대표이사",
        "이두리 대표이사",
        "최세나 부사장",
    ]


def test_accept_review_drafts_source_and_statement(clerk):
    round = accept_review(review=review_of_release(clerk), by=clerk)

    source, statement = Source.objects.get(), Statement.objects.get()
    figure = statement.figures.get()
    assert (source.url, source.title, str(source.published_on)) == (SOURCE["url"], "협약 소식", "2026-03-24")
    assert (figure.measure, figure.value, figure.out_of, figure.certainty) == ("established", 160, 400, "exact")
    assert (str(statement.as_of), statement.stated_by, statement.is_public()) == ("2026-03-23", "이나라 시장", False)
    for record in (round, statement, *Company.objects.all()):
        assert list(record.sources.all()) == [source]


def test_accept_review_drafts_no_statement_that_is_left_out(clerk):
    review = review_of_release(clerk)
    review.answers["statements-0-left_out"] = "on"
    review.save()

    accept_review(review=review, by=clerk)

    assert not Statement.objects.exists()


def test_accept_review_empties_the_review(clerk):
    review = review_of_release(clerk)

    round = accept_review(review=review, by=clerk)

    review = Review.objects.get()
    assert (review.round, review.text, review.answers, review.reading) == (round, "", {}, {})
    assert not Review.objects.unfinished().exists()


def test_accept_review_twice_leads_to_the_same_round(clerk):
    review = review_of_release(clerk)
    same = Review.objects.get()

    assert accept_review(review=review, by=clerk) == accept_review(review=same, by=clerk)
    assert SigningRound.objects.count() == 1


def test_accept_review_finds_a_known_company_by_any_of_its_names_and_adds_nothing_public(clerk):
    company = make_company(name="나무소프트")
    company.refresh_from_db()
    editions = Edition.objects.count()
    review = review_of(clerk, rows=[{"company": "㈜나무 소프트", "representatives": "김하나", "title": "대표이사"}])

    round = accept_review(review=review, by=clerk)

    assert round.agreements.get().company == company
    assert not company.representatives.exists()
    assert Edition.objects.count() == editions


def test_accept_review_adds_heads_to_a_known_draft_company(clerk):
    company = make_company(name="나무소프트", published=False)
    company.representatives.create(name="김하나", title="대표이사")
    review = review_of(clerk, rows=[{"company": "나무소프트", "representatives": "김하나·이두리", "title": "대표"}])

    accept_review(review=review, by=clerk)

    assert [(head.order, head.name) for head in company.representatives.all()] == [(1, "김하나"), (2, "이두리")]


def test_accept_review_takes_the_known_source_of_an_address(clerk):
    source = make_source(url=SOURCE["url"])

    round = accept_review(review=review_of_release(clerk), by=clerk)

    assert round.sources.get() == source


def test_accept_review_without_numbers_leaves_them_open(clerk):
    round = accept_review(review=review_of(clerk, {"signed_on": "2026-03"}, rows=rows_of_names("가나다")), by=clerk)

    assert (round.first_number, round.number_basis, round.signed_on_precision) == (None, "", "month")
    assert round.agreements.get().number is None


def test_accept_review_is_refused_once_where_a_row_is_not_what_the_page_showed(clerk):
    review = review_of(clerk, rows=rows_of_names("가나다"))
    make_company(name="가나다")

    with pytest.raises(ValidationError) as refused:
        accept_review(review=review, by=clerk)

    assert refused.value.code == "unseen"
    keep_review(review=review, answers=seen(review.answers))
    assert accept_review(review=review, by=clerk).agreements.count() == 1


@pytest.mark.parametrize(
    ("facts", "parts"),
    [
        ({}, {}),
        ({}, {"rows": rows_of_names("가나다", "(주)가나다")}),
        ({}, {"rows": rows_of_names("가" * 101)}),
        ({}, {"rows": rows_of_names("로켓🚀")}),
        ({}, {"rows": rows_of_names("\u202e가나다")}),
        ({}, {"rows": rows_of_names("㈜")}),
        ({}, {"rows": [{"representatives": "김하나"}]}),
        ({}, {"rows": [{"company": "가나다", "number": "7"}]}),
        ({"first_number": 7}, {"rows": rows_of_names("가나다")}),
        ({"first_number": 8, "last_number": 7}, {"rows": rows_of_names("가나다")}),
        ({"first_number": 7, "last_number": 8}, {"rows": [{"company": "가나다", "number": "9"}]}),
        (
            {"first_number": 7, "last_number": 8},
            {"rows": [{"company": "가나다", "number": "7"}, {"company": "라마바", "number": "7"}]},
        ),
        ({"signed_on": "2026-02-30"}, {"rows": rows_of_names("가나다")}),
        ({}, {"rows": rows_of_names("가나다"), "sources": [{"title": "제목"}]}),
        ({}, {"rows": rows_of_names("가나다"), "statements": [{"established": "9", "out_of": "8"}]}),
        ({}, {"rows": rows_of_names("가나다"), "attendees": [{"title": "시장"}]}),
    ],
)
def test_accept_review_refuses_bad_values_and_saves_nothing(clerk, facts, parts):
    review = review_of(clerk, facts, **parts)

    with pytest.raises(ValidationError):
        accept_review(review=review, by=clerk)

    review.refresh_from_db()
    assert review.accepted_at is None
    assert review.answers["rows-TOTAL_FORMS"]
    assert not any(model.objects.exists() for model in (SigningRound, Company, Source))


def test_accept_review_says_whose_numbers_are_in_the_way(clerk):
    first = accept_review(
        review=review_of(clerk, {"first_number": 7, "last_number": 9}, rows=rows_of_names("가나다")), by=clerk
    )
    review = review_of(clerk, {"first_number": 9, "last_number": 12}, rows=rows_of_names("라마바"))

    with pytest.raises(ValidationError) as refused:
        accept_review(review=review, by=clerk)

    [message] = refused.value.messages
    assert all(words in message for words in ("9", first.slug, "clerk"))
    assert not Company.objects.filter(name="라마바").exists()


@pytest.mark.parametrize("noticed_by", ["the check of the row", "the database"])
def test_numbers_taken_at_the_same_moment_are_refused_alike(clerk, monkeypatch, noticed_by):
    """The other round is saved between the first look for it and the insert."""
    make_round(numbers=(7, 9), published=False)
    review = review_of(clerk, {"first_number": 9, "last_number": 12}, rows=rows_of_names("라마바"))
    looks = iter([lambda *numbers: None])
    look_again = drafting.refuse_shared_numbers
    if noticed_by == "the database":
        monkeypatch.setattr(SigningRound, "clean", lambda round: None)
    monkeypatch.setattr(drafting, "refuse_shared_numbers", lambda *numbers: next(looks, look_again)(*numbers))

    with pytest.raises(ValidationError) as refused:
        accept_review(review=review, by=clerk)

    assert refused.value.code == "numbers_shared"
    assert not Company.objects.filter(name="라마바").exists()
