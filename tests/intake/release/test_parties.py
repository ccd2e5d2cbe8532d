import pytest

from intake.release import read_release
from intake.release.reading import Person

AT_CITY_HALL = "광주시는 12일 시청 비즈니스룸에서 "
FIRMS = ["소울와", "노루잠", "온새미로", "가람 테크", "박하사과"]
HEADS = ["김하나", "이정은", "남궁민", "박돌이", "옹다예"]


def _firms(release):
    return [party.name for party in release.parties]


def _pairs(release):
    return [(party.name, found.value.name) for party in release.parties for found in party.representatives]


@pytest.mark.parametrize("separator", [", ", "·", " · ", " ▲"])
@pytest.mark.parametrize(
    "form",
    [
        "{firm} {head} 대표이사",
        "{head} {firm} 대표이사",
        "{firm} 대표 {head}",
        "{firm}({head} 대표)",
        "{firm}(대표 {head})",
        "{firm}의 {head} 대표",
        "{firm} 대표({head})",
        "{firm}(FIRM·대표 {head})",
        "㈜{firm} {head} 대표",
        "{head} {firm}㈜ 대표",
        "{firm} CEO {head}",
    ],
)
def test_firm_person_and_title_in_every_order(form, separator):
    people = separator.join(form.format(firm=firm, head=head) for firm, head in zip(FIRMS, HEADS, strict=True))

    release = read_release(
        f"{AT_CITY_HALL}{', '.join(FIRMS)} 등 인공지능 기업 5개사와 201~205번째 업무협약을 체결했다.\n"
        f"협약식에는 나대로 시장과 {people} 등이 참석했다."
    )

    assert _pairs(release) == list(zip(FIRMS, HEADS, strict=True))
    assert release.city_signatory.value.name == "나대로"
    assert release.doubts == ()


@pytest.mark.parametrize("form", ["{firm} {head} 대표이사", "{head} {firm} 대표이사", "{firm}(대표 {head})"])
def test_firms_only_in_the_list_of_people(form):
    people = ", ".join(form.format(firm=firm, head=head) for firm, head in zip(FIRMS, HEADS, strict=True))

    release = read_release(
        f"{AT_CITY_HALL}인공지능 기업 5개사와 업무협약을 체결했다.\n"
        f"이날 협약식에는 나대로 광주시장을 비롯해 {people} 등이 참석했다."
    )

    assert _pairs(release) == list(zip(FIRMS, HEADS, strict=True))


@pytest.mark.parametrize("separator", [", ", "·", " · "])
@pytest.mark.parametrize(
    "ending", [" 등 9개사와", " 등 9개 유망 기업들과", " 등 헬스케어·데이터 등 다양한 분야의 AI기업 9곳과"]
)
def test_names_that_look_like_words(separator, ending):
    firms = ["㈜가온", "나래&D", "박격포", "도와서", "나무", "오든", "서울대", "로그.AI", "엠 코포레이션"]

    release = read_release(f"{AT_CITY_HALL}{separator.join(firms)}{ending} 인공지능 업무협약을 체결했다.")

    assert _firms(release) == ["가온", *firms[1:]]


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        (AT_CITY_HALL + "AI 의료 기업 나무와 92번째 업무협약을 체결했다.", ["나무"]),
        (AT_CITY_HALL + "나이테와 다원, 사과와 AI 업무협약을 체결했다.", ["나이테", "다원", "사과"]),
        (
            AT_CITY_HALL + "▲의료 분야 가온, 나래 ▲에너지 분야 다온 등 3곳과 AI 협약을 맺었다.",
            ["가온", "나래", "다온"],
        ),
        (
            AT_CITY_HALL + "3곳과 AI 협약을 맺었다. 협약 기업은 가온(의료), 나래(로봇), 다온(AI 데이터)이다.",
            ["가온", "나래", "다온"],
        ),
        (
            AT_CITY_HALL
            + "3개 기업과 AI 협약을 맺었다. 참여기업은 △모빌리티 분야(가온, 나래) △의료 분야(다온) 등이다.",
            ["가온", "나래", "다온"],
        ),
        (AT_CITY_HALL + "AI반도체 기업 리벨과 AI 반도체 실증 등을 위한 업무협약을 체결했다.", ["리벨"]),
        ("광주시와 나무기술은 12일 시청에서 인공지능 업무협약을 체결했다.", ["나무기술"]),
        ("나무기술(대표 정철수)은 7일 광주시와 AI 산업을 위한 업무협약을 체결했다고 밝혔다.", ["나무기술"]),
        ("광주시는 12일 AI 기업과 협약을 맺었다.\n협약기업 : 가온(대표 김하나), ㈜나래(대표 이두리)", ["가온", "나래"]),
        (
            "광주시는 12일 AI 기업 2곳과 협약을 맺었다.\n□ 협약기업\n 1. ㈜가온 (대표이사 김하나)\n 2. 나래㈜",
            ["가온", "나래"],
        ),
        (AT_CITY_HALL + "AI서비스 나무, 의료데이터 다리마을 등 2개사와 업무협약을 체결했다.", ["나무", "다리마을"]),
        (AT_CITY_HALL + "㈜나무, ㈜다리, ㈜숲길 3개사와 AI 업무협약을 체결했다.", ["나무", "다리", "숲길"]),
        (AT_CITY_HALL + "‘AI 큰잔치’와 연계해 나무㈜와 업무협약을 체결했다.", ["나무"]),
        ("광주테크노파크(원장 김하나)와 광주시는 가온, 나래와 AI 업무협약을 체결했다.", ["가온", "나래"]),
        ("광주시와 광주테크노파크는 12일 가온, 나래와 AI 업무협약을 체결했다.", ["가온", "나래"]),
        (
            "광주시는 “의료 업체 ㈜가온, 로봇 업체 ㈜나래와 31~32번째 업무협약을 체결했다”고 29일 밝혔다.",
            ["가온", "나래"],
        ),
        ("광주시는 12일 시청에서 ㈜가온과 제50호 협약을 맺었다.", ["가온"]),
        (AT_CITY_HALL + "가온과 51번째, 나래와 52번째 업무협약을 체결했다.", ["가온", "나래"]),
        ("광주시·가온·나래는 12일 시청에서 AI 업무협약을 체결했다.", ["가온", "나래"]),
        (AT_CITY_HALL + "AI 기업 2곳과 협약을 맺었다. 협약 기업은 ①가온 ②나래다.", ["가온", "나래"]),
        (
            AT_CITY_HALL + "가온 등 AI 기업 3곳과 협약을 맺었다. 가온은 영상 분석, 나래는 로봇, 다온은 음성에 강하다.",
            ["가온", "나래", "다온"],
        ),
        (
            AT_CITY_HALL + "AI 기업 4곳과 업무협약을 체결했다.\n가온과 나래 등이 맞손을 잡았다.\n"
            "이밖에 다온, 라온 등도 광주와 손을 잡았다.",
            ["가온", "나래", "다온", "라온"],
        ),
        (
            (
                "가온은 광주에 연구센터와 생산공장을 연다.\n"
                "광주시와 가온은 24일 업무협약을 맺고 연구센터와 생산공장 설립 추진 등 AI 산업에 협력키로 했다."
            ),
            ["가온"],
        ),
    ],
)
def test_where_the_firms_are_told(text, firms):
    assert _firms(read_release(text)) == firms


def test_the_field_of_a_group_is_kept():
    release = read_release(AT_CITY_HALL + "AI헬스케어 분야 전문기업인 가온, 나래, AI 에너지 분야 다온과 협약을 맺었다.")

    assert [(party.name, party.field) for party in release.parties] == [
        ("가온", "AI헬스케어"),
        ("나래", ""),
        ("다온", "AI 에너지"),
    ]


def test_a_table_in_the_annex():
    release = read_release(
        AT_CITY_HALL + "인공지능 기업 2개사와 업무협약을 체결했다.\n\n연번\t기업명\t대표자\t분야\n"
        "1\t㈜가을볕\t진하울\t의료\n2\t숨구멍㈜\t최누림, 추다산\t환경"
    )

    assert _pairs(release) == [("가을볕", "진하울"), ("숨구멍", "최누림"), ("숨구멍", "추다산")]
    assert [party.field for party in release.parties] == ["의료", "환경"]


def test_firms_that_are_only_mentioned_do_not_sign():
    release = read_release(
        AT_CITY_HALL + "번역 전문기업 ㈜말샘, 챗봇 전문기업 ㈜맞장구와 90·91번째 인공지능 협약을 맺었다.\n"
        "말샘은 큰구름의 서버를 쓰며 항공사 나래비행 등 70여 곳이 고객이다. 지난해에는 한빛과 협약을 맺었다.\n"
        "앞서 광주시와 협약을 체결한 ㈜먼저옴은 이미 사무소를 열었다."
    )

    assert _firms(release) == ["말샘", "맞장구"]


def test_co_heads_and_a_second_head_without_the_name_of_the_firm():
    release = read_release(
        AT_CITY_HALL + "가온, 나래와 AI 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장과 가온 김하나·이두리 공동대표, 나래 박세리 회장, 최네모 대표가 참석했다."
    )

    assert _pairs(release) == [("가온", "김하나"), ("가온", "이두리"), ("나래", "박세리"), ("나래", "최네모")]


def test_foreign_heads():
    release = read_release(
        AT_CITY_HALL + "세계전자학회 인공지능위원회, 뉴로 다이내믹스와 AI 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장과 세계전자학회 인공지능위원회 로비 파텔 위원장, "
        "뉴로 다이내믹스 마이클 김 CEO가 참석했다."
    )

    assert _pairs(release) == [("세계전자학회 인공지능위원회", "로비 파텔"), ("뉴로 다이내믹스", "마이클 김")]


def test_a_misprint_keeps_the_name_that_is_attested_better():
    release = read_release(
        AT_CITY_HALL + "㈜가람시스, ㈜루모스헬스 등 AI 기업 2개사와 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장과 김하나 ㈜가람시스 대표, 이두리 ㈜루머스헬스 대표가 참석했다.\n"
        "루모스헬스는 의료 기업이다."
    )

    assert [(party.name, [(doubt.code, doubt.words) for doubt in party.doubts]) for party in release.parties] == [
        ("가람시스", []),
        ("루모스헬스", [("misprint", "루머스헬스")]),
    ]


def test_the_list_of_firms_keeps_its_spelling():
    release = read_release(
        AT_CITY_HALL + "솔바람데이터, 나무와 AI 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장, 김하나 솔바람데이타 대표, 이두리 나무 대표가 참석했다.\n"
        "김하나 솔바람데이타 대표는 “바람을 읽겠다”고 말했다."
    )

    assert _pairs(release) == [("솔바람데이터", "김하나"), ("나무", "이두리")]
    assert [(doubt.code, doubt.words) for doubt in release.parties[0].doubts] == [("misprint", "솔바람데이타")]
    assert release.attendees == release.doubts == ()


def test_a_spelling_that_the_rest_of_the_text_has_is_taken_for_a_single_misprint():
    release = read_release(
        "센서 업체인 인포가람이 광주에 온다.\n광주시와 인터가람은 24일 시청에서 AI 업무협약을 체결했다.\n"
        "인포가람은 연구센터를 연다. 인포가람의 센서는 자율주행에 쓰인다.\n"
        "인포가람 박하나 대표 이사는 “광주의 힘을 믿는다”고 말했다."
    )

    assert _pairs(release) == [("인포가람", "박하나")]
    assert [(doubt.code, doubt.words) for doubt in release.parties[0].doubts] == [("misprint", "인터가람")]


def test_a_head_without_a_firm_is_that_of_the_only_one():
    release = read_release(
        AT_CITY_HALL + "나무테크 측과 AI 업무협약을 체결했다.\n협약식에는 나대로 시장과 김하나 대표가 참석했다."
    )

    assert _pairs(release) == [("나무테크", "김하나")]


def test_the_firm_in_parentheses_after_its_head():
    release = read_release(
        AT_CITY_HALL + "AI 기업 2곳과 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장, 김하나(나무테크 대표), 이두리(다리소프트 대표이사) 등이 참석했다."
    )

    assert _pairs(release) == [("나무테크", "김하나"), ("다리소프트", "이두리")]


def test_the_title_of_a_head_holds_an_institution():
    release = read_release(
        AT_CITY_HALL + "한결기술연구원, 무등대학교 산학협력단과 AI 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장, 김하나 한결기술연구원장, 이두리 무등대학교 산학협력단장이 참석했다."
    )

    assert [(party.name, party.representatives[0].value) for party in release.parties] == [
        ("한결기술연구원", Person("김하나", "원장")),
        ("무등대학교 산학협력단", Person("이두리", "단장")),
    ]


def test_a_caption_marked_as_a_picture_names_nobody_new():
    release = read_release(
        "![나대로 시장이 나무 대표와 협약서를 들고 있다](https://city.test/1.jpg)\n"
        + AT_CITY_HALL
        + "나무와 AI 업무협약을 체결했다.\n협약식에는 나대로 시장과 김하나 나무 대표가 참석했다."
    )

    assert _pairs(release) == [("나무", "김하나")]
    assert release.attendees == ()


def test_a_stray_name_beside_a_person_is_no_party():
    release = read_release(
        AT_CITY_HALL + "㈜가람시스, ㈜나루헬스 등 AI 기업 2개사와 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장과 클라우디 김하나 ㈜가람시스 대표, 이두리 ㈜나루헬스 대표가 참석했다."
    )

    assert _pairs(release) == [("가람시스", "김하나"), ("나루헬스", "이두리")]
    assert [(doubt.code, doubt.words) for doubt in release.doubts] == [("stray-words", "클라우디")]
    assert release.text[release.unplaced[0].start : release.unplaced[0].end] == "클라우디"


def test_the_head_of_a_firm_that_did_not_sign_is_a_guest_and_doubted():
    release = read_release(
        AT_CITY_HALL + "㈜가람시스, ㈜나루헬스 등 AI 기업 2개사와 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장과 김하나 ㈜가람시스 대표, 이두리 ㈜나루헬스 대표, 박세리 ㈜달빛호수 대표가 참석했다."
    )

    assert _firms(release) == ["가람시스", "나루헬스"]
    assert [found.value.name for found in release.attendees] == ["박세리"]
    assert [(doubt.code, doubt.words) for doubt in release.doubts] == [("stray-company", "달빛호수")]


def test_officials_beside_the_mayor_attend():
    release = read_release(
        AT_CITY_HALL + "가온과 AI 업무협약을 체결했다.\n협약식에는 나대로 광주시장, 가온 김하나 대표, "
        "임꺽정 인공지능산업융합사업단장, 이두리 광주테크노파크 원장이 참석했다."
    )

    assert (release.city_signatory.value.name, release.city_signatory.value.title) == ("나대로", "광주시장")
    assert [(found.value.name, found.value.title) for found in release.attendees] == [
        ("임꺽정", "인공지능산업융합사업단장"),
        ("이두리", "광주테크노파크 원장"),
    ]


def test_a_firm_that_only_one_of_two_whole_lists_has_is_doubted():
    release = read_release(
        AT_CITY_HALL + "㈜가람시스, ㈜나루헬스 등 AI 기업 3개사와 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장과 김하나 ㈜가람시스 대표, 이두리 ㈜나루헬스 대표, 박세리 ㈜달빛호수 대표가 참석했다."
    )

    assert [[doubt.code for doubt in party.doubts] for party in release.parties] == [[], [], ["one-list-only"]]


def test_a_list_that_was_only_shortened_is_no_reason_to_doubt():
    release = read_release(
        AT_CITY_HALL + "㈜가람시스 등 AI 기업 3개사와 업무협약을 체결했다.\n"
        "협약식에는 나대로 시장과 김하나 ㈜가람시스 대표, 이두리 ㈜나루헬스 대표, 박세리 ㈜달빛호수 대표가 참석했다."
    )

    assert [party.doubts for party in release.parties] == [(), (), ()]
