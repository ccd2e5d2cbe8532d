"""Files in and out, without the register: what is read, what is refused, and how fast."""

import datetime
import io
import time
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from editions.sheets import LARGEST_FILE, MOST_ROWS, plain, read_sheet, write_sheet

TABLE = ["name", "note_ko"]


def upload(content, name="table.csv"):
    return SimpleUploadedFile(name, content)


def workbook(*rows, number_format=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if number_format:
        book.active.cell(row=2, column=1).number_format = number_format
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def zipped(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_sheet(xml):
    """A workbook whose one sheet is `xml`."""
    with zipfile.ZipFile(io.BytesIO(workbook(TABLE))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(**parts | {"xl/worksheets/sheet1.xml": xml})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_csv_is_read_in_the_encodings_of_the_office(encoding):
    sheet = read_sheet(upload("name,note_ko\r\n렉스소프트,비고\r\n".encode(encoding)))

    assert (sheet.kind, sheet.columns, sheet.rows) == ("csv", TABLE, [(2, ["렉스소프트", "비고"])])


def test_rows_keep_the_number_that_a_spreadsheet_shows():
    sheet = read_sheet(upload('name,note_ko\r\n"나무","두\n줄"\r\n,\r\n숲,\r\n'.encode()))

    assert [number for number, _cells in sheet.rows] == [2, 4]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_text_like_a_formula_is_neutral_in_the_file_and_itself_again(kind):
    texts = ["=1+1", "+82", "-", "@a", "\tb", "\nc", "'=d", "''e", "'f", "g=h"]

    content = write_sheet(kind, TABLE, [[text, ""] for text in texts])

    assert [cells[0] for _number, cells in read_sheet(upload(content)).rows] == texts
    if kind == "csv":
        rows = content.decode("utf-8-sig").split("\r\n")
        assert rows[1].startswith("'=")
    else:
        cells = [row[0] for row in load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2)]
        assert {cell.data_type for cell in cells} == {"s"}
        assert cells[0].value == "'=1+1"


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("'=+-@\t\n"))


@settings(max_examples=20)
@given(st.lists(TEXT, min_size=1))
def test_any_text_comes_back(texts):
    rows = [[f"{number}", text] for number, text in enumerate(texts)]

    for kind in ("csv", "xlsx"):
        sheet = read_sheet(upload(write_sheet(kind, TABLE, rows)))
        assert [cells for _number, cells in sheet.rows] == [[number, plain(text)] for number, text in rows]


def test_csv_is_what_a_spreadsheet_program_opens_without_asking():
    content = write_sheet("csv", TABLE, [["나무", None]])

    assert content == "\ufeffname,note_ko\r\n나무,\r\n".encode()


def test_xlsx_has_a_frozen_header_and_cells_that_stay_text():
    sheet = load_workbook(io.BytesIO(write_sheet("xlsx", ["opened_on", "people"], [["2022-03", 5]]))).active

    assert sheet.freeze_panes == "A2"
    assert (sheet["A2"].data_type, sheet["A2"].number_format, sheet["B2"].value) == ("s", "@", 5)


@pytest.mark.parametrize(
    ("number_format", "read"), [("yyyy-mm-dd", "2022-03-01"), ("mmm-yy", "2022-03"), ("yyyy\\-mm", "2022-03")]
)
def test_a_date_shown_without_a_day_is_known_to_the_month(number_format, read):
    content = workbook(["opened_on"], [datetime.date(2022, 3, 1)], number_format=number_format)

    assert read_sheet(upload(content)).rows == [(2, [read])]


def test_a_formula_in_a_cell_is_a_fault_of_its_row():
    sheet = read_sheet(upload(workbook(TABLE, ["나무", "=1+1"], ["숲", "x"])))

    assert list(sheet.faults) == [2]
    assert "B2" in sheet.faults[2]


REFUSED = {
    "empty": b"",
    "header alone": b"name,note_ko\r\n",
    "column twice": b"name,name\r\na,b\r\n",
    "column without name": b"name,,kind\r\na,b,c\r\n",
    "quote left open": b'name\r\n"a\r\n',
    "binary": b"\x00\x01\x02\xff" * 100,
    "old or encrypted": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "zip of something else": zipped(**{"a.txt": "a"}),
    "half a workbook": workbook(TABLE, ["a", "b"])[:2000],
    "damaged workbook": with_sheet(b"<worksheet"),
    "entities": with_sheet(
        b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    ),
    "bomb": with_sheet(b" " * 60_000_000),
    "one endless row": with_sheet(
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        + b"<c/>" * 4_000_000
    ),
    "many files": zipped(**{f"{number}.xml": "a" for number in range(300)}),
    "5 MB": b"a" * (LARGEST_FILE + 1),
    "rows": b"name\r\n" + b"a\r\n" * (MOST_ROWS + 1),
    "rows of a workbook": workbook(["name"], *[["a"]] * (MOST_ROWS + 1)),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_table_is_refused_in_words_and_at_once(content):
    started = time.process_time()

    with pytest.raises(ValidationError) as refused:
        read_sheet(upload(content))

    assert time.process_time() - started < 2
    assert refused.value.messages[0]


def test_as_many_rows_as_are_taken():
    assert len(read_sheet(upload(b"name\r\n" + b"a\r\n" * MOST_ROWS)).rows) == MOST_ROWS
