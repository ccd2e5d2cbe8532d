import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.models import SigningRound
from intake.models import Review

pytestmark = pytest.mark.django_db
ADD = "/admin/intake/review/add/"
RELEASE = """광주시는 지난 23일 시청에서 나무소프트, 하늘데이터 등 AI 기업 2개사와 401~402번째 업무협약을 맺었다.
이날 협약식에는 나무소프트 김하나·이두리 대표이사, 하늘데이터 최세나 부사장이 참석했다."""

TABLE = "협약번호,기업명,대표자\n401,나무소프트,김하나\n402,하늘데이터,최세나\n"


def address(review):
    return reverse("admin:intake_review_change", args=[review.pk])


def test_text_pasted_is_read_into_a_review_and_nothing_else(client, signed_in):
    signed_in("입력")

    response = client.post(ADD, {"text": RELEASE, "published_on": "2026-03-25", "_read": ""}, follow=True)

    review = Review.objects.get()
    page = response.content.decode()
    assert response.redirect_chain == [(address(review), 302)]
    assert (review.kind, review.answers["first_number"], review.answers["signed_on"]) == (
        "release",
        "401",
        "2026-03-23",
    )
    assert [review.answers[f"rows-{row}-company"] for row in range(2)] == ["나무소프트", "하늘데이터"]
    assert review.answers["rows-0-representatives"] == "김하나·이두리"
    assert '<label for="id_rows-0-company">나무소프트</label></mark>' in page
    assert not SigningRound.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"text": "오늘은 종일 맑겠습니다. 낮 기온은 18도까지 오르겠습니다."},
        {"text": ""},
        {"text": "가" * 200_001},
        {"text": RELEASE, "published_on": "2026-02-30"},
        {"text": RELEASE, "url": "not an address"},
    ],
)
def test_text_that_cannot_be_read_stays_in_its_box_with_the_reason(client, signed_in, sent):
    signed_in("입력")

    response = client.post(ADD, sent | {"_read": ""})

    form = response.context["form"]
    assert response.status_code == 200
    assert form.errors
    assert form["text"].value() == sent["text"]
    assert not Review.objects.exists()


def test_start_empty_keeps_text_and_source(client, signed_in):
    signed_in("입력")

    client.post(ADD, {"text": "협약 소식", "url": "example.org/a", "_empty": ""})

    review = Review.objects.get()
    assert (review.kind, review.text) == ("keyboard", "협약 소식")
    assert review.answers["rows-TOTAL_FORMS"] == "10"
    assert review.answers["sources-0-url"] == "https://example.org/a"


def test_five_megabytes_get_a_page_that_says_what_to_do(client, signed_in):
    signed_in("입력")

    response = client.post(ADD, {"text": "가" * 1_700_000, "_read": ""})

    assert response.status_code == 413
    assert "2.5 MB" in response.content.decode()


def upload(client, name, content):
    return client.post(ADD, {"document": SimpleUploadedFile(name, content), "_read": ""})


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("signing.txt", RELEASE.encode("cp949"), "release"),
        (
            "signing.csv",
            TABLE.encode("utf-8-sig"),
            "table",
        ),
    ],
)
def test_file_is_read_as_a_text_is(client, signed_in, name, content, kind):
    signed_in("입력")

    upload(client, name, content)

    review = Review.objects.get()
    assert (review.kind, review.answers["first_number"], review.answers["last_number"]) == (kind, "401", "402")
    assert [review.answers[f"rows-{row}-company"] for row in range(2)] == ["나무소프트", "하늘데이터"]


def test_pasted_table_is_recognised_by_its_columns(client, signed_in):
    signed_in("입력")

    client.post(
        ADD, {"text": "기업명\t대표자\t비고\n나무소프트\t김하나·이두리\tx\n하늘데이터\t최세나\ty\n", "_read": ""}
    )

    review = Review.objects.get()
    assert (review.kind, review.answers["rows-0-representatives"]) == ("table", "김하나·이두리")
    assert "비고" in client.get(address(review)).content.decode()


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"%PDF-1.4 broken"), ("a.hwp", b"x"), ("a.exe", b"MZ"), ("a.xlsx", b"PK\3\4")]
)
def test_file_that_cannot_be_read_says_why(client, signed_in, name, content):
    signed_in("입력")

    response = upload(client, name, content)

    assert response.context["form"].errors["document"]
    assert not Review.objects.exists()
