import pytest

from intake.release import read_release


def _release(numbers="201~202번째", firms="가람, 나루 등 AI 기업 2개사와"):
    return read_release(f"광주시는 18일 시청에서 {firms} {numbers} 업무협약을 체결했다.")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("136~145번째", (136, 145)),
        ("136∼145번째", (136, 145)),
        ("136-145번째", (136, 145)),
        ("29,30번째", (29, 30)),
        ("134·135번째", (134, 135)),
        ("188·189·190·191번째", (188, 191)),
        ("29번째와 30번째", (29, 30)),
        ("136번째부터 145번째까지", (136, 145)),
        ("제136호~제145호", (136, 145)),
        ("50번째", (50, 50)),
    ],
)
def test_ranges_pairs_and_single_numbers(words, numbers):
    found = _release(words).numbers

    assert found.value == numbers
    assert found.spans


@pytest.mark.parametrize("words", ["두 번째", "올해 안에", "300번째 방문객을 맞은 날"])
def test_other_ordinals_are_no_numbers(words):
    assert _release(words).numbers is None


def test_two_ranges_of_one_length_are_doubted():
    release = read_release(
        "광주시, 201~202번째 협약\n광주시는 18일 시청에서 가람, 나루와 203~204번째 인공지능 업무협약을 체결했다.\n"
    )

    assert release.numbers.value == (203, 204)
    assert [doubt.code for doubt in release.numbers.doubts] == ["numbers-differ"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("10개사와", 10),
        ("10개 기업과", 10),
        ("AI 기업 10곳과", 10),
        ("10개 인공지능 기업과", 10),
        ("7개 유망 기업들과", 7),
        ("두 곳과", 2),
        ("열두 곳과", 12),
    ],
)
def test_stated_count(words, count):
    assert _release(firms=f"가람, 나루 등 {words}").stated_count.value == count


def test_about_so_many_is_no_count():
    assert _release(firms="가람, 나루 등 10여 곳과").stated_count is None


def test_a_part_of_more_is_no_count():
    release = read_release(
        "광주시는 18일 시청에서 가람과 AI 업무협약을 체결했다. "
        "광주와 협약을 맺은 기업 91개 가운데 53개사가 문을 열었다."
    )

    assert release.stated_count is None


def test_another_number_of_firms_than_stated_is_doubted():
    release = _release("201~203번째", "가람, 나루 등 AI 기업 3개사와")

    assert [(doubt.code, doubt.stated, doubt.found) for doubt in release.doubts] == [("count-differs", 3, 2)]


def test_a_range_longer_than_the_stated_count_is_doubted():
    assert [doubt.code for doubt in _release("201~203번째").doubts] == ["numbers-against-count"]
