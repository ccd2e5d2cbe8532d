import pytest

from intake.release import read_release

SIGNING = "광주시는 18일 시청 비즈니스룸에서 가람, 나루 등 AI 기업 2개사와 201~202번째 업무협약을 체결했다.\n"
POINTS = ["기술 개발", "인력 양성", "사무소 설립"]


def _terms(text):
    return [found.value for found in read_release(SIGNING + text).terms]


@pytest.mark.parametrize(
    "text",
    [
        "주요 협약내용은 ▲기술 개발 ▲인력 양성 ▲사무소 설립 등이다.",
        "협약 내용은 △기술 개발△인력 양성△사무소 설립 등을 담고 있다.",
        "협약의 주요 내용은 1)기술 개발 2)인력 양성 3)사무소 설립이다.",
        "협약 내용은 ①기술 개발 ②인력 양성 ③사무소 설립이다.",
        "협약 주요 내용은 •기술 개발 •인력 양성 •사무소 설립이다.",
        "주요 협약내용\n- 기술 개발\n- 인력 양성\n- 사무소 설립",
        "협약 내용은 다음과 같다.\n① 기술 개발\n② 인력 양성\n③ 사무소 설립",
        "협약 내용은\n▷ 기술 개발\n▷ 인력 양성\n▷ 사무소 설립\n등이다.",
        "협약에 따라 양측은 ▲기술 개발 ▲인력 양성 ▲사무소 설립 등에 협력하기로 했다.",
        "협약에는 △기술 개발 △인력 양성 △사무소 설립이 담겼다.",
        "주요 협약 내용은 기술 개발, 인력 양성, 사무소 설립 등이다.",
    ],
)
def test_agreed_points(text):
    assert _terms(text) == POINTS


@pytest.mark.parametrize(
    "text", ["나루는 ▲로봇 ▲드론 ▲자동차 등을 만든다.", "시는 △의료 실증 △돌봄 실증 등 후속 사업을 추진한다."]
)
def test_products_and_plans_are_not_agreed_points(text):
    assert _terms(text) == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("시장은 “협약을 맺은 기업 135개 중 94개사가 사무소를 개소했다”고 말했다.", (94, 135)),
        ("지금까지 협약한 122개 기업 중 56개사가 광주에 둥지를 틀었다.", (56, 122)),
        ("그동안 협약을 맺은 기업은 모두 263개이며 이 가운데 158개사가 광주에서 문을 열었다.", (158, 263)),
        ("협약 기업 200곳 가운데 131곳(65.5%)이 광주에 자리 잡았다.", (131, 200)),
        ("협약 기업 135개사의 70%인 94개사가 사무소를 열었다.", (94, 135)),
        ("현재까지 94개사가 광주에 사무소를 열었다.", (94, None)),
    ],
)
def test_official_totals(text, total):
    [found] = read_release(SIGNING + text).totals

    assert (found.value.established, found.value.out_of) == total


@pytest.mark.parametrize(
    "text", ["10개사 중 3개사는 헬스케어 기업이다.", "협약 기업 10개 가운데 3개사는 내년에 사무소를 열 예정이다."]
)
def test_other_parts_of_a_whole_are_no_totals(text):
    assert read_release(SIGNING + text).totals == ()


def test_who_said_a_total():
    [found] = read_release(
        SIGNING + "나대로 광주시장은 “협약을 맺은 기업 135개 중 94개사가 사무소를 개소했다”고 말했다."
    ).totals

    assert found.value.stated_by == "나대로 광주시장"
