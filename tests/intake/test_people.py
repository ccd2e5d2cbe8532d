import pytest

from companies.drafting import is_head_title
from intake.people import in_one_cell, people_of
from intake.release.reading import Person


@pytest.mark.parametrize(
    ("names", "title", "expected"),
    [
        ("이완완·신범식", "대표이사", [("이완완", "대표이사"), ("신범식", "대표이사")]),
        ("김하나, 이두리", "", [("김하나", ""), ("이두리", "")]),
        ("김하나(부사장)·이두리", "대표", [("김하나", "부사장"), ("이두리", "대표")]),
        ("김하나 대표이사", "", [("김하나", "대표이사")]),
        ("투피 살리바", "위원장", [("투피 살리바", "위원장")]),
        ("", "대표", []),
    ],
)
def test_one_cell_names_its_people(names, title, expected):
    assert [(person.name, person.title) for person in people_of(names, title)] == expected


@pytest.mark.parametrize(
    "people",
    [
        [],
        [Person("김하나", "대표")],
        [Person("김하나", "대표"), Person("이두리", "대표")],
        [Person("김하나", "대표"), Person("이두리", "부사장")],
        [Person("김하나", ""), Person("이두리", "부사장")],
    ],
)
def test_people_written_in_one_cell_read_back(people):
    assert people_of(*in_one_cell(people)) == people


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("대표이사", True),
        ("공동대표", True),
        ("대표이사 회장", True),
        ("CEO", True),
        ("원장", True),
        ("부사장", False),
        ("부대표", False),
        ("이사", False),
        ("선임매니저", False),
        ("", False),
    ],
)
def test_head_titles(title, heads):
    assert is_head_title(title) is heads
