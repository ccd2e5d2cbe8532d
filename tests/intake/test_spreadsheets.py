"""Tables from .xlsx and .csv files."""

import codecs

import pytest

from intake.tables import TableNote, read_spreadsheet
from tests.intake import files
from tests.intake.tables import BADA, HEADER, LINES, NAMU, codes, companies, table

pytestmark = pytest.mark.usefixtures("patience")

CSV = table(HEADER, *LINES, sign=",")


@pytest.mark.parametrize(
    "content",
    [
        CSV.encode(),
        codecs.BOM_UTF8 + CSV.replace("\n", "\r\n").encode(),
        CSV.encode("cp949"),
        codecs.BOM_UTF16_LE + CSV.replace(",", "\t").encode("utf-16-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "cp949", "utf-16 with tabs"],
)
def test_a_csv_file_reads_the_same_in_every_encoding(content):
    assert read_spreadsheet("기업.csv", content).rows == (NAMU, BADA)


def test_cells_are_read_as_text():
    content = files.xlsx([HEADER, [1, *LINES[0][1:]], [2.0, *LINES[1][1:]]])

    reading = read_spreadsheet("기업.xlsx", content)

    assert reading.rows == (NAMU, BADA)
    assert codes(reading) == ["row_numbers"]


def test_a_cell_merged_over_rows_speaks_for_each():
    content = files.xlsx(
        [
            ["업무협약 현황", None, None],
            ["분야", "기업명", "대표자"],
            ["로봇", "나무", "김하나"],
            [None, None, "이두리"],
            [None, "바다", "박세리"],
            [None, "산들", "최네리"],
        ],
        merged=["A1:C1", "A3:A5", "B3:B4"],
    )

    reading = read_spreadsheet("기업.xlsx", content)

    assert [(row.company, len(row.people), row.field) for row in reading.rows] == [
        ("나무", 2, "로봇"),
        ("바다", 1, "로봇"),
        ("산들", 1, ""),
    ]
    assert reading.unplaced == ("업무협약 현황",)


def test_the_first_visible_sheet_with_rows_is_read_and_the_others_are_named():
    content = files.xlsx(
        [],
        others=[
            ("옛것", [["기업명"], ["숨음"]], "hidden"),
            ("가", [HEADER, LINES[0]], "visible"),
            ("나", LINES, "visible"),
        ],
    )

    reading = read_spreadsheet("기업.xlsx", content)

    assert reading.rows == (NAMU,)
    assert reading.notes[0] == TableNote("sheets_left_out", words="나")


def test_a_formula_is_never_computed_and_its_missing_value_is_said():
    content = files.xlsx([["기업명", "대표자"], ["나무", "=1+1"], ['=HYPERLINK("http://a")', ""]])

    reading = read_spreadsheet("기업.xlsx", content)

    assert [(row.company, row.people) for row in reading.rows] == [("나무", ())]
    assert codes(reading) == ["formulas_unread"]


def test_a_formula_says_the_value_that_was_last_computed():
    content = files.with_part(
        files.xlsx([["기업명"]]),
        "xl/worksheets/sheet1.xml",
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>기업명</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>"나"&amp;"무"</f><v>나무</v></c></row></sheetData></worksheet>',
    )

    reading = read_spreadsheet("기업.xlsx", content)

    assert companies(reading) == ["나무"]
    assert reading.notes == ()


def test_a_sheet_formatted_far_down_is_read():
    empty = "".join(f'<row r="{number}"><c r="A{number}" s="0"/></row>' for number in range(3, 100_000))
    content = files.with_part(
        files.xlsx([["기업명"]]),
        "xl/worksheets/sheet1.xml",
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:A100000"/>'
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>기업명</t></is></c></row>'
        f'<row r="2"><c r="A2" t="inlineStr"><is><t>나무</t></is></c></row>{empty}</sheetData></worksheet>',
    )

    assert companies(read_spreadsheet("기업.xlsx", content)) == ["나무"]
