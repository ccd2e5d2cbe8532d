"""Tables as people paste them, and what is said about what was done to them."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from common.korean import validate_name
from intake.release.reading import Person
from intake.tables import TableNote, TableRefused, TableRow, read_table
from tests.intake.tables import BADA, HEADER, LINES, NAMU, codes, companies, table


@pytest.mark.parametrize("sign", ["\t", ",", ";", "|", "   ", " | "])
def test_a_table_reads_the_same_whatever_stands_between_its_cells(sign):
    reading = read_table(table(HEADER, *LINES, sign=sign))

    assert reading.rows == (NAMU, BADA)
    assert reading.notes == (TableNote("row_numbers", words="연번"),)


@pytest.mark.parametrize(
    "header",
    [
        ["순번", "회사명", "성명", "직책", "분야"],
        ["No.", "기업·기관", "대표자(명)", "직함", "사업 분야"],
        ["번호", "업 체 명", "대표", "직 위", "업종"],
        ["No", "Company", "Representative", "Title", "Field"],
        ["#", "기업(기관)명", "서명자", "직위(직책)", "AI분야"],
        ["", "Company name", "Name", "Position", "Sector"],
    ],
)
def test_headers_are_known_by_many_names(header):
    assert read_table(table(header, *LINES)).rows == (NAMU, BADA)


def test_columns_may_stand_in_any_order():
    swapped = [[line[place] for place in (4, 3, 2, 1, 0)] for line in (HEADER, *LINES)]

    assert read_table(table(*swapped)).rows == (NAMU, BADA)


def test_a_markdown_table_has_edges_and_a_rule():
    reading = read_table("| 기업명 | 대표자 |\n|:---|---|\n| 나무 | 김하나 |")

    assert reading.rows == (TableRow(3, None, "나무", (Person("김하나"),)),)


def test_cells_pasted_one_below_the_other_are_folded_by_their_header():
    reading = read_table("연번\n기업명\n대표자\n1\n나무\n김하나\n2\n바다\n이두리")

    assert [(row.line, row.company, row.people) for row in reading.rows] == [
        (4, "나무", (Person("김하나"),)),
        (7, "바다", (Person("이두리"),)),
    ]


def test_lines_around_the_rows_are_kept_apart():
    reading = read_table(
        table(
            ["인공지능 업무협약 체결 기업 현황", "", ""],
            ["연번", "기업명", "대표자"],
            ["1", "나무", "김하나"],
            ["연번", "기업명", "대표자"],
            ["2", "바다", "이두리"],
            ["3", "", ""],
            ["4", "", "박세리"],
            ["합 계", "2개사", ""],
            ["※ 체결한 순서임", "", ""],
        )
    )

    assert companies(reading) == ["나무", "바다"]
    assert reading.unplaced == ("인공지능 업무협약 체결 기업 현황", "4 박세리", "※ 체결한 순서임")
    assert TableNote("total_left_out", 8, "합 계 2개사") in reading.notes


def test_a_column_without_a_place_is_named():
    reading = read_table(table(["기업명", "비고", "대표자"], ["나무", "신규", "김하나"]))

    assert reading.notes == (TableNote("column_left_out", words="비고"),)


def test_a_header_of_two_lines_names_the_parts_of_a_wide_cell():
    reading = read_table(
        table(["연번", "기업명", "대표자", ""], ["", "", "직위", "성명"], ["1", "나무", "대표이사", "김하나"])
    )

    assert reading.rows[0].people == (Person("김하나", "대표이사"),)


def test_a_line_without_a_company_goes_on_with_the_row_above():
    reading = read_table(table(HEADER, LINES[0], ["", "", "박세리", "부사장", ""], LINES[1]))

    assert reading.rows[0].people == (*NAMU.people, Person("박세리", "부사장"))
    assert TableNote("rows_joined", 3, "나무") in reading.notes
    assert len(reading.rows) == 2


@pytest.mark.parametrize(
    "lines",
    [
        [["136", "나무소프트", "김하나", "대표이사"], ["137", "바다", "이두리", "회장"]],
        [["나무소프트", "김하나 대표이사"], ["바다", "이두리 회장"]],
        [["김하나", "대표이사", "㈜나무소프트"], ["이두리", "회장", "㈜바다"]],
        [["136 나무소프트 김하나 대표이사"], ["137. 바다 회장 이두리"]],
        [["나무소프트(대표이사 김하나)"], ["㈜바다 이두리 회장"]],
    ],
)
def test_without_a_header_columns_are_guessed_by_their_cells(lines):
    reading = read_table(table(*lines))

    assert companies(reading) == ["나무소프트", "바다"]
    assert [row.people for row in reading.rows] == [(Person("김하나", "대표이사"),), (Person("이두리", "회장"),)]
    assert "no_header" in codes(reading)


def test_a_list_of_names_is_a_list_of_companies():
    assert companies(read_table("나무\n바다 랩\n(주)산들바람")) == ["나무", "바다 랩", "산들바람"]


def test_a_text_about_something_else_is_refused():
    with override("en"), pytest.raises(TableRefused, match="Name the columns") as refused:
        read_table("광주시는 23일, 나무와 협약을 맺었다.\n시장은 기대를 나타냈다.")

    assert refused.value.code == "no_company"


def test_characters_that_nobody_sees_are_removed_and_said_and_others_stay():
    reading = read_table(table(["기업명", "대표자"], ["\u202e나\u200b무\u00a0랩", "김하나"], ["바다🚀", "이두리"]))

    assert companies(reading) == ["나무 랩", "바다🚀"]
    assert reading.notes == (TableNote("unseen_removed", 2),)
    assert "2" in reading.notes[0].text


def test_a_name_of_three_hundred_characters_stays_as_typed_for_the_form_to_refuse():
    assert companies(read_table(table(["기업명", "대표자"], ["가" * 300, "김하나"]))) == ["가" * 300]


def test_a_quote_that_is_never_closed_swallows_nothing():
    reading = read_table(table(["기업명", "대표자"], ['"나무', "김하나"], ["바다", "이두리"]))

    assert companies(reading) == ['"나무', "바다"]


@pytest.mark.parametrize(("count", "code"), [(500, None), (501, "too_many_rows"), (1500, "too_many_rows")])
def test_a_table_may_have_five_hundred_rows(count, code):
    text = table(["기업명", "대표자"], *([f"나무{number}", "김하나"] for number in range(count)))

    if code is None:
        assert len(read_table(text).rows) == count
    else:
        with pytest.raises(TableRefused) as refused:
            read_table(text)
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("나무\t" * 1_200_000, "too_long"),
        ("나" * 150_000, "too_wide"),
        ("기업명\t" * 101, "too_wide"),
        ("기업명\n" + "나무\t\n" * 1100, "too_many_rows"),
    ],
)
def test_what_is_too_much_for_a_table_is_refused(text, code):
    with pytest.raises(TableRefused) as refused:
        read_table(text)

    assert refused.value.code == code


@given(text=st.text(alphabet='나무김하\t\n,;|" 12대표이사기업명', max_size=80) | st.text(max_size=60))
def test_any_text_is_read_or_refused_and_its_names_hold_nothing_unseen(text):
    try:
        reading = read_table(text)
    except TableRefused:
        return

    assert reading.rows
    assert all(row.company and not any(unseen in row.company for unseen in "\0\u200b\u202e") for row in reading.rows)
    assert all(person.name for row in reading.rows for person in row.people)
    assert all(str(note.text) for note in reading.notes)


def test_a_clean_name_passes_the_register():
    validate_name(read_table(table(["기업명", "대표자"], ["\ufeff나\u00ad무", "김하나"])).rows[0].company)
