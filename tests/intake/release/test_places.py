import pytest

from intake.release import read_release


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("광주시는 18일 시청 5층 대회의실서 가람과 AI 업무협약을 맺었다.", "시청 5층 대회의실"),
        (
            "광주시는 18일 오후 2시 30분 서울 코엑스 3층 그랜드볼룸에서 가람과 AI 업무협약을 맺었다.",
            "서울 코엑스 3층 그랜드볼룸",
        ),
        ("시장은 18일(현지시간) 미국 라스베이거스에서 가람과 AI 업무협약을 맺었다.", "미국 라스베이거스"),
        ("광주시는 AI 분야에서 이름난 가람과 18일 시청에서 업무협약을 맺었다.", "시청"),
        (
            "광주시는 18일 김대중컨벤션센터에서 열린 ‘큰잔치’ 개막식에서 가람과 AI 업무협약을 맺었다.",
            "김대중컨벤션센터",
        ),
        ("광주시는 이날 김대중컨벤션센터 개막식에서 가람과 AI 업무협약을 맺었다.", "김대중컨벤션센터"),
        ("광주시는 최근 실감콘텐츠큐브에서 가람과 AI 업무협약을 맺었다.", "실감콘텐츠큐브"),
        ("광주시는 가람과 AI 업무협약을 맺었다.\n협약식은 27일 동구 AI창업캠프에서 열렸다.", "동구 AI창업캠프"),
        (
            "광주시는 가람과 AI 업무협약을 맺었다.\n이날 시청 비즈니스룸에서 열린 협약식에는 시장이 참석했다.",
            "시청 비즈니스룸",
        ),
        ("광주시는 가람과 AI 업무협약을 맺었다.\n장소: 시청 3층 소회의실", "시청 3층 소회의실"),
    ],
)
def test_where_the_signing_was(text, venue):
    assert read_release(text).venue.value == venue


def test_a_caption_with_more_of_the_address_is_fuller():
    release = read_release(
        "나대로 광주시장이 18일 서구 치평동 시청 비즈니스룸에서 가람 등과 협약을 맺은 뒤 웃고 있다. <광주시 제공>\n"
        "광주시는 18일 시청 비즈니스룸에서 가람과 인공지능 업무협약을 체결했다."
    )

    assert release.venue.value == "서구 치평동 시청 비즈니스룸"
    assert len(release.venue.spans) == 2


def test_no_place_is_made_of_a_field():
    assert read_release("광주시는 18일 헬스케어 분야에서 이름난 가람과 AI 업무협약을 맺었다.").venue is None
