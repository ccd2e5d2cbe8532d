"""What stands beside the names of those who signed: earlier signings, purposes, abbreviations, lists of others."""

import pytest

from intake.release import doubts, read_release

AT_CITY_HALL = "광주시는 12일 시청 비즈니스룸에서 "


def _firms(text):
    return [party.name for party in read_release(text).parties]


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        (
            AT_CITY_HALL + "가온, 나래와 AI 업무협약을 체결했다. "
            "2018년 3월 ㈜숲길과 첫번째 협약을 체결한 이래 2년 만에 70번째 협약이라 뜻깊다.",
            ["가온", "나래"],
        ),
        ("광주시가 지난 2020년 숲길에 이어 이번에는 가온과 AI 업무협약을 체결했다.", ["가온"]),
        (
            "광주시는 12일 지난해 ㈜숲길, ㈜들녘 등 2곳과 업무협약을 체결한 데 이어 AI 기업 ㈜가온과 협약을 맺었다.",
            ["가온"],
        ),
        (AT_CITY_HALL + "가온과 AI 업무협약을 맺고 실험동과 교육관 설립·운영 및 사업 모델에 협력한다.", ["가온"]),
        (AT_CITY_HALL + "‘남부분소 개설 등 AI 기반 조성’을 위해 가온과 업무협약을 체결했다.", ["가온"]),
    ],
    ids=["since the first", "after one", "after several", "the outcome", "the purpose in quotation marks"],
)
def test_who_did_not_sign_this_time(text, firms):
    assert _firms(text) == firms


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        (
            (
                "광주시는 12일 AI 업계의 핵심 주자들과 업무협약을 체결했다. 이번 협약에는, 로봇의 선두주자인 "
                "코스닥 상장사 ㈜가온, 설계 전문기업 ㈜나래, 그리고 인증을 책임지는 한국다리협회(KBA) 가 참여했다."
            ),
            ["가온", "나래", "한국다리협회"],
        ),
        (
            (
                "광주광역시가 AI 기업 및 기관과 손을 잡았다. 코스닥 상장사인 가온, 나래를 비롯해 한국다리협회와 "
                "업무 협약을 체결하며 지원에 나섰다. 이번 협약을 통해 시는 모형 개발, 회로 설계, 성능 검증 등을 맡긴다."
            ),
            ["가온", "나래", "한국다리협회"],
        ),
        (
            "가온·나래·다온 3개사가 광주에 둥지를 튼다. 광주시는 12일 이들 3개사와 AI 협약을 체결했다.",
            ["가온", "나래", "다온"],
        ),
        ("광주시·가온·나래대학교는 12일 AI 업무협약을 체결했다고 밝혔다.", ["가온", "나래대학교"]),
        (
            "광주시와 협약을 체결한 3개 기업은 가온, 나래, 다온이다. 시는 12일 이들과 AI 업무협약을 체결했다.",
            ["가온", "나래", "다온"],
        ),
        ("광주시는 12일 미국 새너제이 소재 가온(GAON)과 AI 업무협약을 체결했다.", ["가온"]),
        (
            AT_CITY_HALL
            + "AI 기업 3곳과 협약을 맺었다. 협약에 따라 가온은 분소를, 나래는 지사를, 다온은 법인을 세운다.",
            ["가온", "나래", "다온"],
        ),
        (AT_CITY_HALL + "가온, 나래와 AI 산업을 위한 제77호, 78호 업무협약을 체결했다.", ["가온", "나래"]),
        (AT_CITY_HALL + "유망 AI 기업인 △가온 △나래 등 2개사와 업무협약을 체결했다.", ["가온", "나래"]),
        ("광주시는 “12일 시청에서 AI 기업 가온과 업무협약(MOU)을 체결했다”고 밝혔다.", ["가온"]),
    ],
    ids=[
        "in the next sentence",
        "without the city",
        "counted",
        "behind a dot",
        "behind a heading",
        "behind a place",
        "one after another",
        "numbered",
        "before bullets",
        "said",
    ],
)
def test_who_signed_whatever_describes_them(text, firms):
    assert _firms(text) == firms


def test_an_abbreviation_belongs_to_no_name():
    release = read_release(
        "나대로 광주시장은 27일 시청에서 AI 전문기관인 한국다리연구회(KBI) 김하나 원장과 업무협약을 맺었다."
    )

    assert [(party.name, party.representatives[0].value.name) for party in release.parties] == [
        ("한국다리연구회", "김하나")
    ]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            (
                "푸른나무그룹(이하 푸나그룹)이 AI를 지원한다. 푸나그룹은 7일 나대로 광주시장과 김하나 푸나그룹 회장이 "
                "AI 업무협약을 체결했다고 밝혔다. 김하나 푸나그룹 회장은 돕겠다고 했다."
            ),
            "푸른나무그룹",
        ),
        (AT_CITY_HALL + "에이비씨(ABC)코리아와 AI 업무협약을 맺었다. ABC코리아는 사무소를 연다.", "ABC코리아"),
    ],
    ids=["for short", "spelt twice"],
)
def test_a_firm_with_two_names_is_one(text, firm):
    assert _firms(text) == [firm]


def test_no_firm_is_better_than_those_of_a_ranking():
    release = read_release(
        "나대로 광주시장이 지난 1일 시청에서 AI 기업 3곳과 업무협약을 체결한 후 기념촬영을 하고 있다. 광주시 제공\n"
        "광주시는 2018년 숲길을 시작으로 90개 기업, 8개 기관과 업무협약을 체결했다.\n"
        "이 가운데는 유망 기업 4곳도 포함됐다. △가온 △나래 △다온 △라온 등이다."
    )

    assert release.parties == ()
    assert [(doubt.code, doubt.stated, doubt.found) for doubt in release.doubts] == [(doubts.COUNT_DIFFERS, 3, 0)]


@pytest.mark.parametrize(("stated", "firms"), [(3, ["가온", "나래"]), (2, ["가온", "나래"]), (4, ["가온", "나래"])])
def test_a_name_that_the_end_of_the_text_cuts_off_is_none(stated, firms):
    last = "" if stated == 2 else " △㈜다"
    text = (
        AT_CITY_HALL
        + f"AI 기업 {stated + bool(last)}곳과 협약을 맺었다. 이번에 협약을 맺은 기업은 △㈜가온 △㈜나래{last}"
    )

    assert _firms(text) == firms


def test_agreements_of_a_firm_with_others_fill_no_gap():
    text = (
        AT_CITY_HALL
        + "AI 기업 3곳과 업무협약을 맺었다. 이 가운데 한 곳은 나래대학교와 업무협약을 체결하며 몸집을 키웠다."
    )

    assert _firms(text) == []


def test_the_mayor_in_parentheses_after_the_short_name_of_the_city():
    release = read_release("광주(시장 나대로)는 시청에서 AI 기업인 가온과 업무협약을 체결했다.")

    assert release.city_signatory.value.name == "나대로"
