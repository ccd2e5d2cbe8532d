import unicodedata

import pytest

from intake.release.text import LIMIT, Piece, ReleaseText, TextTooLong, sentences_of


def _given(text, words):
    """The stretch of the text as given that `words` of the plain text lead back to."""
    readable = ReleaseText(text)
    span = readable.span(Piece(words, readable.plain.index(words)))
    return text[span.start : span.end]


def test_signs_that_look_alike_are_one_and_keep_their_places():
    text = "１３６∼１４５번째，가람ㆍ나루"

    assert ReleaseText(text).plain == "136~145번째,가람·나루"
    assert _given(text, "136~145번째") == "１３６∼１４５번째"


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        (unicodedata.normalize("NFD", "시청에서 가람과 나루"), "가람", unicodedata.normalize("NFD", "가람")),
        ("\ufeff시청에서\u200b 가람과", "가람", "가람"),
        ("시청에서\r\n가람과\r\n", "가람과", "가람과"),
    ],
    ids=["letters in parts", "invisible signs", "line ends of Windows"],
)
def test_positions_lead_back_to_the_text_as_given(text, words, given):
    assert _given(text, words) == given


def test_a_sentence_may_follow_without_a_blank_and_a_date_is_no_end():
    paragraph = Piece("시는 2022. 3. 23. 협약을 맺었다.이날 가람이 왔다.", 0)

    assert [piece.words for piece in sentences_of(paragraph)] == [
        "시는 2022. 3. 23. 협약을 맺었다.",
        "이날 가람이 왔다.",
    ]


def test_a_paragraph_pasted_twice_is_read_once():
    assert len(ReleaseText("시는 협약을 맺었다.\n기업이 왔다.\n시는 협약을  맺었다.\n").paragraphs) == 2


def test_speech_is_masked_and_keeps_its_length():
    readable = ReleaseText("시장은 “가람과 나루와 다래가 광주에서 세계적인 기업으로 크도록 돕겠다”고 말했다.")

    assert "가람" not in readable.masked
    assert len(readable.masked) == len(readable.plain)


def test_lines_of_one_width_are_joined_where_a_sentence_goes_on():
    lines = [
        "광주시는 십팔일 시청 비즈니스룸에서 가람 나루 다래",
        "라온과 함께 인공지능 산업을 키우는 업무협약을 맺고",
        "앞으로 힘을 모으기로 했으며 시민과 함께 하기로 뜻",
        "을 모았다.",
    ]

    assert len(ReleaseText("\n".join(lines)).paragraphs) == 1


def test_the_longest_text_is_read_and_a_longer_one_refused():
    ReleaseText("가" * LIMIT)

    with pytest.raises(TextTooLong):
        ReleaseText("가" * (LIMIT + 1))
