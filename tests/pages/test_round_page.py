import pytest

from tests.pages.addresses import FOUNDING_DAY, text_of

FIRMS = [
    "렉스소프트", "비투엔", "아이티아이즈", "오든", "웨인힐스벤처스",
    "이모라이브", "인디프로그", "체인브리지", "투디지트", "페어립에듀",
]  # fmt: skip
HEADS = [
    "원성호", "조광원", "이성남", "황용희", "이수민", "이완완",
    "신범식", "서지희", "허조훈", "박석준", "이범준",
]  # fmt: skip
POINTS = ["기술·정책 자문", "광주법인 또는 지역사무소 설립", "기업지원 프로그램 개발·운영", "취업 프로그램 기획·추진"]

pytestmark = pytest.mark.usefixtures("register")


@pytest.mark.parametrize(
    "words", [FIRMS, HEADS, POINTS, ["AI창업캠프1관 (동구 금남로)", "임차식", "이용섭", "광주광역시"]]
)
def test_the_founding_round_tells_what_the_press_told(client, words):
    text = text_of(client.get("/rounds/136-145/"))

    assert [word for word in words if word not in text] == []


def test_the_founding_round_names_its_sources(client):
    page = client.get("/en/rounds/136-145/")

    sources = page.context["round"].sources.all()
    assert sources
    assert all(source.url.replace("&", "&amp;") in page.content.decode() for source in sources)


def test_the_round_lists_its_parties_in_the_order_of_the_report(client):
    page = client.get("/rounds/136-145/")

    text = text_of(page).partition("원성호")[2]
    assert sorted(HEADS[1:], key=text.index) == HEADS[1:]


def test_the_round_says_how_many_were_stated_and_recorded(client):
    text = text_of(client.get("/en/rounds/136-145/"))

    assert "10 stated, 10 recorded by name" in text


def test_names_that_nobody_printed_are_said_to_be_missing(client):
    text = text_of(client.get("/en/rounds/2021-10-21/"))

    assert "The names of 8 parties are not known." in text
    assert "deduced" in text


def test_a_round_later_than_the_day_asked_for_says_so_and_nothing_else(client):
    page = client.get("/en/rounds/136-145/?as_of=2022-03-22")

    assert page.status_code == 200
    assert "This round was signed later than" in text_of(page)
    assert "렉스소프트" not in text_of(page)


def test_a_round_leads_to_the_rounds_before_and_after_it(client):
    page = client.get("/rounds/136-145/").content.decode()

    assert 'href="/rounds/134-135/" rel="prev"' in page
    assert 'href="/rounds/175-182/" rel="next"' in page


def test_a_round_leads_to_no_round_later_than_the_day_and_keeps_the_day(client):
    page = client.get("/rounds/136-145/", {"as_of": FOUNDING_DAY}).content.decode()

    assert f'href="/rounds/134-135/?as_of={FOUNDING_DAY}" rel="prev"' in page
    assert 'rel="next"' not in page


def test_a_single_agreement_has_its_own_points(client):
    text = text_of(client.get("/en/rounds/2020-03-11/"))

    assert "Only with Saltlux" in text


def test_what_is_not_known_of_a_point_is_said_once(client):
    text = text_of(client.get("/en/rounds/136-145/"))

    assert text.count("It is not known whether these points were carried out.") == 1
    assert text.count("not clear") == 0


def test_the_parties_show_their_place_of_the_day_and_how_old_that_knowledge_is(client):
    marks = {
        "2022-04-28": "not confirmed",
        "2022-04-29": "opened confirmed within 12 months",
        "2023-04-29": "opened confirmed within 12 months",
        "2023-04-30": "opened not confirmed for over 12 months",
        "2024-04-30": "opened not confirmed for over 24 months",
    }

    for day, mark in marks.items():
        text = text_of(client.get(f"/en/rounds/136-145/?as_of={day}"))
        assert f"웨인힐스벤처스 이수민 대표이사 Content {mark} 6 이모라이브" in text


def test_the_head_says_how_many_signed_and_how_many_came(client):
    head = text_of(client.get("/en/rounds/136-145/?as_of=2024-04-30")).partition("Parties")[0]

    assert "10 parties signed with the city." in head
    assert "The register shows 2 of them with an open place in Gwangju on the day chosen." in head


@pytest.mark.parametrize(
    ("slug", "gaps"),
    [
        ("136-145", ["which number is whose", "what came of the agreed points"]),
        ("74-79", ["the day of signing", "which number is whose", "where it was signed", "who signed for 6 parties"]),
        ("2021-12-16", ["the names of 11 parties", "what came of the agreed points"]),
        ("2021-07-01", ["the numbers of the agreements", "the names of 3 parties"]),
    ],
)
def test_what_is_not_known_of_the_round_is_listed(client, slug, gaps):
    page = client.get(f"/en/rounds/{slug}/")

    assert [gap for gap in gaps if gap not in page.context["gaps"]] == []
    assert "That does not mean there is nothing to report." in text_of(page)


def test_a_round_that_names_nobody_has_no_table(client):
    page = client.get("/en/rounds/2021-12-16/")

    assert "<table" not in page.content.decode()
    assert "The names of 11 parties are not known." in text_of(page)


def test_a_draft_round_is_not_to_be_found(client):
    page = client.get("/rounds/undated-2/")

    assert page.status_code == 404
    assert "비대면" not in page.content.decode()


def test_a_round_without_a_day_says_so(client):
    text = text_of(client.get("/en/rounds/74-79/"))

    assert "day not confirmed" in text


@pytest.mark.parametrize(
    ("slug", "earlier", "later"), [("74-79", "61-62", "86"), ("undated-1", None, None), ("1", None, "2020-02-17")]
)
def test_a_round_without_a_day_stands_between_its_numbers(client, slug, earlier, later):
    context = client.get(f"/en/rounds/{slug}/").context

    beside = (context["earlier"], context["later"])
    assert tuple(signing and signing.slug for signing in beside) == (earlier, later)


@pytest.mark.parametrize(("number", "slug"), [(141, "136-145"), (136, "136-145"), (1, "1"), (112, "2021-10-21")])
def test_a_number_leads_to_its_round(client, number, slug):
    answer = client.get(f"/en/agreements/{number}/")

    assert (answer.status_code, answer.url) == (302, f"/en/rounds/{slug}/")


@pytest.mark.parametrize("number", ["0", "150", "9" * 30])
def test_a_number_of_no_known_round_is_not_found(client, number):
    assert client.get(f"/agreements/{number}/").status_code == 404
