"""People, titles and numbers in the cells of a table."""

import pytest

from intake.release.reading import Person
from intake.tables import TableNote, TableRow, read_table
from tests.intake.tables import codes, table


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("김하나", [("김하나", "")]),
        ("김하나 대표이사", [("김하나", "대표이사")]),
        ("대표이사 김하나", [("김하나", "대표이사")]),
        ("대표: 김하나", [("김하나", "대표")]),
        ("김하나(부사장)", [("김하나", "부사장")]),
        ("김하나대표이사", [("김하나", "대표이사")]),
        ("김하나 AI연구소 소장", [("김하나", "AI연구소 소장")]),
        ("김하나·이두리 공동대표", [("김하나", "공동대표"), ("이두리", "공동대표")]),
        ("김하나 대표, 이두리 부사장", [("김하나", "대표"), ("이두리", "부사장")]),
        ("김하나, 이두리", [("김하나", ""), ("이두리", "")]),
        (
            "김하나, 이두리 부사장, 박세리 지주부문 대표이사",
            [("김하나", "부사장"), ("이두리", "부사장"), ("박세리", "지주부문 대표이사")],
        ),
        ("John Smith CEO", [("John Smith", "CEO")]),
        ("김 완", [("김 완", "")]),
        ("", []),
    ],
)
def test_names_and_titles_in_one_cell_part(cell, people):
    reading = read_table(table(["기업명", "대표자"], ["나무", cell]))

    assert [(person.name, person.title) for person in reading.rows[0].people] == people


def test_people_in_lines_of_one_cell_take_the_titles_of_the_lines_beside_them():
    reading = read_table('기업명\t성명\t직위\n나무\t"김하나\n이두리"\t"대표이사\n회장"\n바다\t박세리\t대표')

    assert reading.rows[0].people == (Person("김하나", "대표이사"), Person("이두리", "회장"))
    assert reading.rows[1] == TableRow(5, None, "바다", (Person("박세리", "대표"),))


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("김하나\n대표이사", [("김하나", "대표이사")]),
        ("대표이사\n김하나", [("김하나", "대표이사")]),
        ("김하나\n대표이사\n이두리\n기술총괄 CTO", [("김하나", "대표이사"), ("이두리", "기술총괄 CTO")]),
        ("대표이사\n김하나\n회장\n이두리", [("김하나", "대표이사"), ("이두리", "회장")]),
    ],
)
def test_titles_in_lines_of_their_own_go_to_their_names(cell, people):
    reading = read_table(f'기업명\t대표자\n나무\t"{cell}"')

    assert [(person.name, person.title) for person in reading.rows[0].people] == people


def test_titles_that_are_not_as_many_as_the_names_are_doubted():
    reading = read_table(table(["기업명", "성명", "직위"], ["나무", "김하나·이두리·박세리", "대표·회장"]))

    assert reading.notes == (TableNote("titles_uneven", 2, "대표·회장"),)
    assert {person.title for person in reading.rows[0].people} == {"대표·회장"}


def test_people_who_are_only_counted_are_left_out_and_said():
    reading = read_table(table(["기업명", "성명"], ["나무", "김하나 외 2명"]))

    assert reading.rows[0].people == (Person("김하나"),)
    assert reading.notes == (TableNote("people_unnamed", 2, "외 2명"),)


def test_a_column_named_by_a_title_gives_it_to_its_people():
    reading = read_table(table(["기업명", "대표이사"], ["나무", "김하나"], ["바다", "이두리 회장"]))

    assert [row.people[0].title for row in reading.rows] == ["대표이사", "회장"]


@pytest.mark.parametrize(
    ("header", "numbers", "expected", "said"),
    [
        ("연번", ["1", "2"], [None, None], ["row_numbers"]),
        ("연번", ["136", "137"], [None, None], ["row_numbers"]),
        ("번호", ["1", "2"], [None, None], ["row_numbers"]),
        ("번호", ["2", "3"], [None, None], ["row_numbers"]),
        ("번호", ["3", "4"], [3, 4], ["agreement_numbers"]),
        ("No", ["136", "137"], [136, 137], ["agreement_numbers"]),
        ("번호", ["136", "138"], [None, None], ["row_numbers"]),
        ("번호", ["136", ""], [None, None], ["row_numbers"]),
        ("협약번호", ["1", "2"], [1, 2], []),
        ("협약 번호", ["제136호", "１３８"], [136, 138], []),
        ("협약번호", ["미정", "138"], [None, 138], ["number_unread"]),
        ("협약번호", ["", "138"], [None, 138], []),
    ],
)
def test_numbers_are_agreement_numbers_only_where_they_cannot_count_rows(header, numbers, expected, said):
    reading = read_table(table([header, "기업명"], [numbers[0], "나무"], [numbers[1], "바다"]))

    assert [row.number for row in reading.rows] == expected
    assert codes(reading) == said


def test_the_agreement_number_stands_where_rows_are_counted_as_well():
    reading = read_table(table(["협약번호", "연번", "기업명"], ["136", "1", "나무"], ["137", "2", "바다"]))

    assert [row.number for row in reading.rows] == [136, 137]
