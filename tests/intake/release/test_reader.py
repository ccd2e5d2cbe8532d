import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.release import read_release
from intake.release.doubts import ALL
from intake.release.reading import Release

REPORT = (
    "새싹 기업들, 광주에서 뿌리 내린다\n"
    "![]() 나대로 광주시장이 17일 오후 서구 치평동 시청 비즈니스룸에서 가람, 나루 등 4개사와 협약을 맺고 있다. "
    "<광주시 제공> |\n"
    "광주시는 17일 시청 비즈니스룸에서 가람, 나루, 다래, 라온 등 인공지능 관련 4개 기업과 201~204번째 업무협약을 "
    "체결했다.\n"
    "이날 협약식에는 나대로 광주시장을 비롯한 임꺽정 인공지능산업융합사업단장, 가람 김하나 대표이사, "
    "나루 이두리·박세리 대표이사, 다래 최네모 대표이사, 라온 정다섯 대표이사가 참석했다.\n"
    "주요 협약내용은 ▲기술 개발 ▲인력 양성 ▲사무소 설립 등이다.\n"
    "나대로 시장은 “협약을 맺은 인공지능 기업 200개 중 131개사가 광주에 사무소를 열었다”고 말했다.\n"
    "/홍길동 기자 hong@example.com\n"
)
SIGNS = [
    "(",
    ")",
    "“",
    "”",
    "\n",
    "\t",
    "㈜",
    "·",
    "▲",
    "등",
    "와",
    "에서 ",
    "대표",
    "기업명\t대표자\n",
    "\u200b",
]
SIGNS = ["(", ")", "“", "”", "\n", "\t", "㈜", "·", "▲", "등", "와", "에서 ", "대표", "기업명\t대표자\n", "\u200b"]
PIECES = [*REPORT.split(" "), *SIGNS]


@pytest.mark.parametrize("text", [REPORT, REPORT + REPORT.split("\n", 2)[2]], ids=["once", "its body pasted twice"])
def test_a_whole_report(text):
    release = read_release(text)

    assert release.numbers.value == (201, 204)
    assert [party.name for party in release.parties] == ["가람", "나루", "다래", "라온"]
    assert [len(party.representatives) for party in release.parties] == [1, 2, 1, 1]
    assert release.venue.value == "서구 치평동 시청 비즈니스룸"
    assert release.city_signatory.value.name == "나대로"
    assert [found.value.name for found in release.attendees] == ["임꺽정"]
    assert len(release.terms) == 3
    assert [(found.value.established, found.value.out_of) for found in release.totals] == [(131, 200)]
    assert release.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "광주의 봄을 가르는 마라톤 대회가 11일 공원에서 열렸다. 기업 23개사가 물품을 후원했다.",
        "광주시는 21일 시청에서 광주경찰청, 도로교통공단과 어린이 교통안전 업무협약을 체결했다.",
    ],
    ids=["nothing", "a sports event", "an agreement on something else"],
)
def test_a_text_about_something_else_is_empty(text):
    release = read_release(text)

    assert release == Release(text, doubts=release.doubts)
    assert [doubt.code for doubt in release.doubts] == ["no-signing"]


def _found(release):
    facts = (release.numbers, release.signed_on, release.signed_day, release.venue, release.stated_count)
    people = [found for party in release.parties for found in party.representatives]
    return [found for found in (*facts, release.city_signatory) if found] + [
        *people,
        *release.attendees,
        *release.totals,
        *release.terms,
    ]


def _check(text, published=None):
    release = read_release(text, published)
    found = _found(release)
    spans = [span for value in (*found, *release.parties) for span in value.spans] + list(release.unplaced)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(value.spans for value in (*found, *release.parties))
    doubts = [doubt for value in (*found, *release.parties, release) for doubt in value.doubts]
    assert {doubt.code for doubt in doubts} <= ALL


@given(st.text(), st.none() | st.dates())
def test_any_text_is_read(text, published):
    _check(text, published)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=120).map(" ".join), st.none() | st.dates())
def test_pieces_of_press_sentences_in_any_order_are_read(text, published):
    _check(text, published)


@given(st.permutations(REPORT.splitlines(keepends=True)).map("".join), st.booleans())
def test_a_report_with_its_lines_in_any_order_is_read(text, once):
    _check(text if once else text + text)
