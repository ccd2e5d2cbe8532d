"""A press release of our own making, and what a reader finds in it, built by hand: the reader has tests of its own."""

import datetime

from intake.release.reading import Doubt, Found, Party, Person, Release, Span, Total

TEXT = """광주시는 23일 빛고을회관에서 나무소프트, 하늘데이터 등 2개 기업과 401~402번째 업무협약을 맺었다.
협약식에는 이나라 시장을 비롯해 박사업 사업단장, 나무소프트 김하나·이두리 대표이사, 하늘데이터 최세나 부사장이 참석했다.
협약 내용은 ▲지역 인재 양성 등이다. 이나라 시장은 “400개 가운데 160개사가 문을 열었다”고 말했다. 별빛로봇도 자리했다."""


def span(words, nth=1):
    start = -1
    for _time in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def found(value, words, *doubts):
    return Found(value, (span(words),), doubts)


def release(**overrides):
    values = {
        "text": TEXT,
        "numbers": found((401, 402), "401~402번째"),
        "signed_on": found(datetime.date(2026, 3, 23), "23일"),
        "venue": found("빛고을회관", "빛고을회관"),
        "stated_count": found(2, "2개 기업"),
        "city_signatory": found(Person("이나라", "시장"), "이나라 시장"),
        "attendees": (found(Person("박사업", "사업단장"), "박사업 사업단장"),),
        "parties": (
            Party(
                "나무소프트",
                (span("나무소프트"), span("나무소프트", 2)),
                (found(Person("김하나", "대표이사"), "김하나"), found(Person("이두리", "대표이사"), "이두리 대표이사")),
            ),
            Party(
                "하늘데이터",
                (span("하늘데이터"),),
                (found(Person("최세나", "부사장"), "최세나 부사장"),),
                doubts=(Doubt("misprint", words="하늘데이타"),),
            ),
        ),
        "totals": (found(Total(160, 400, "이나라 시장"), "400개 가운데 160개사"),),
        "terms": (found("지역 인재 양성", "지역 인재 양성"),),
        "unplaced": (span("별빛로봇"),),
        "doubts": (Doubt("stray-company", words="별빛로봇"),),
    }
    return Release(**values | overrides)
