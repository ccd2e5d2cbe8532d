"""Files that must not be read: each is refused with a reason, in time, and takes nothing down with it."""

import subprocess
import sys
import time

import hypothesis
import pytest
from django.conf import settings
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from intake import bounded
from intake.documents import DocumentRefused, read_document
from intake.tables import TableRefused, read_spreadsheet
from tests.intake import files

MEGABYTE = 1024 * 1024
ROWS = [["기업명", "대표자"], ["나무", "김하나"]]
LINES = "광주시는 23일 나무와 업무협약을 맺었다."


def refusal_of_document(name, content):
    with pytest.raises(DocumentRefused) as refused:
        read_document(name, content)
    return refused.value.code


def refusal_of_spreadsheet(name, content):
    with pytest.raises(TableRefused) as refused:
        read_spreadsheet(name, content)
    return refused.value.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\r\n \t", "empty"),
        ("a.txt", b"... --- ...", "empty"),
        ("a.txt", b"a" * (5 * MEGABYTE + 1), "too_large"),
        ("a.txt", b"a" * (5 * MEGABYTE), "too_long"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "wrong_kind"),
        ("a.txt", b"\xff\xff\xff", "encoding"),
        ("a.txt", b"MZ\x00\x01 program", "wrong_kind"),
        ("a.txt", b"<!DOCTYPE html><p>", "wrong_kind"),
        ("a.txt", rb"{\rtf1 text}", "wrong_kind"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "wrong_kind"),
        ("a", "본문".encode(), "wrong_kind"),
        ("a.hwp", files.ole("HwpSummaryInformation"), "old_hwp"),
        ("a.hwp", b"HWP Document File V3.00", "old_hwp"),
        ("a.hwpx", files.ole("HwpSummaryInformation"), "old_hwp"),
        ("a.doc", files.ole("WordDocument"), "old_doc"),
        ("a.doc", b"text", "old_doc"),
        ("a.docx", files.ole("EncryptedPackage"), "encrypted"),
        ("a.pdf", LINES.encode(), "broken"),
    ],
)
def test_a_document_is_refused_before_anything_is_unpacked(name, content, code):
    assert refusal_of_document(name, content) == code


def test_a_refusal_says_what_to_do_instead():
    with override("en"), pytest.raises(DocumentRefused, match=r"Save it as \.hwpx"):
        read_document("a.hwp", files.ole("HwpSummaryInformation"))


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (files.encrypted_hwpx(), "encrypted"),
        (files.encrypted_pdf(), "encrypted"),
        (files.marked_encrypted(files.docx(files.docx_line(LINES))), "encrypted"),
        (files.scanned_pdf(), "no_text"),
        (files.hwpx(""), "no_text"),
        (files.pack({"사진.png": b"1"}), "wrong_kind"),
        (files.xlsx(ROWS), "wrong_kind"),
        (files.docx(files.docx_line(LINES * 9000)), "too_long"),
        (files.pack({"word/document.xml": files.BILLION_LAUGHS}), "declarations"),
        (files.pack({"word/document.xml": "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"}), "declarations"),
        (files.pdf_of_itself(), "broken"),
        (files.pack({"word/document.xml": "<w:p>"}), "broken"),
        (files.docx("<w:p>" * 100_000 + "</w:p>" * 100_000), "broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_document_is_refused_for_what_is_in_it(content, code):
    assert refusal_of_document("a.docx", content) == code


def lying_bomb():
    """30 MB that say they are a thousand bytes."""
    content = bytearray(files.pack({"word/document.xml": bytes(30 * MEGABYTE)}))
    directory = content.find(b"PK\x01\x02")
    content[22:26] = content[directory + 24 : directory + 28] = (1000).to_bytes(4, "little")
    return bytes(content)


def nested_bomb():
    bomb = files.pack({"0": bytes(20 * MEGABYTE)})
    for _ in range(4):
        bomb = files.pack({f"{number}.zip": bomb for number in range(10)})
    return bomb


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (files.pack({"word/document.xml": bytes(101 * MEGABYTE)}), "bomb"),
        (files.pack({"word/document.xml": bytes(5 * MEGABYTE)}), "bomb"),
        (files.pack({str(number): bytes(2 * MEGABYTE) for number in range(60)}), "bomb"),
        (files.pack({str(number): b"" for number in range(2001)}), "bomb"),
        (b"PK\x03\x04" + b"PK\x01\x02" * MEGABYTE, "bomb"),
        (lying_bomb(), "broken"),
        (nested_bomb(), "wrong_kind"),
    ],
    ids=["size", "ratio", "sum", "entries", "directory", "lying", "nested"],
)
def test_a_bomb_is_not_unpacked(content, code):
    assert refusal_of_document("a.docx", content) == code


@pytest.mark.parametrize(
    "content",
    [
        files.pdf_with_stream(b"BT /F1 9 Tf " + b"(a) Tj " * 600_000 + b"ET"),
        b"%PDF-1.4\n" + b"1 0 obj\n" * 500_000,
        files.pack({f"Contents/section{number}.xml": f"<a>{'<b/>' * 200_000}</a>" for number in range(20)}),
    ],
    ids=["pdf", "objects", "sections"],
)
def test_a_file_that_takes_too_long_is_given_up(content, monkeypatch):
    # A fast machine reads these within the bound that people wait for, a slow one does not: the test brings its own.
    monkeypatch.setattr(bounded, "WALL_SECONDS", 0.2)
    begun = time.monotonic()

    assert refusal_of_document("a.hwpx", content) == "too_heavy"
    assert time.monotonic() - begun < 2


def test_nobody_waits_two_seconds_for_a_file():
    assert bounded.WALL_SECONDS < 2


@pytest.mark.parametrize(
    ("deed", "error"),
    [("bytearray(600 * 1024 * 1024)", "MemoryError"), ("open('x', 'wb', 0).write(b'1')", "File too large")],
)
def test_a_reading_process_cannot_take_more_memory_or_write_a_file(deed, error, tmp_path):
    code = f"from intake.containers.__main__ import limit_this_process; limit_this_process(); {deed}"
    environment = {"PYTHONPATH": str(settings.BASE_DIR)}

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)

    assert done.returncode == 1
    assert error in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"a" * (5 * MEGABYTE + 1), "too_large"),
        ("a.csv", b"a," * 200_000, "too_long"),
        ("a.xls", files.ole("Workbook"), "old_xls"),
        ("a.xlsx", files.ole("EncryptedPackage"), "encrypted"),
        ("a.xlsx", "기업명".encode(), "broken"),
        ("a.pdf", files.pdf(LINES), "wrong_kind"),
        ("a.xlsb", b"PK\x03\x04", "wrong_kind"),
    ],
)
def test_a_spreadsheet_is_refused_before_anything_is_unpacked(name, content, code):
    assert refusal_of_spreadsheet(name, content) == code


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (files.xlsx([]), "empty"),
        (files.xlsx(ROWS, others=[("B", ROWS, "visible")])[:-300], "broken"),
        (files.marked_encrypted(files.xlsx(ROWS)), "encrypted"),
        (files.docx(files.docx_line(LINES)), "wrong_kind"),
        (files.with_part(files.xlsx(ROWS), "xl/worksheets/sheet1.xml", files.BILLION_LAUGHS), "broken"),
        (files.with_part(files.xlsx(ROWS), "xl/media/image1.png", bytes(101 * MEGABYTE)), "bomb"),
        (files.xlsx([["기업명"], *([f"나무{number}"] for number in range(1100))]), "too_many_rows"),
        (files.xlsx([["기업명"], ["나무" * 10_000] * 11]), "too_long"),
        (files.xlsx([["기업명"] * 101]), "too_wide"),
    ],
    ids=["empty", "cut", "encrypted", "docx", "entities", "bomb", "rows", "text", "columns"],
)
def test_a_spreadsheet_is_refused_for_what_is_in_it(content, code):
    assert refusal_of_spreadsheet("a.xlsx", content) == code


WHOLE = {
    "a.hwpx": files.hwpx(LINES),
    "a.docx": files.docx(files.docx_line(LINES)),
    "a.pdf": files.pdf(LINES),
    "a.xlsx": files.xlsx(ROWS),
}


@hypothesis.settings(max_examples=12)
@given(name=st.sampled_from(sorted(WHOLE)), part=st.floats(0, 0.99), noise=st.binary(max_size=40))
def test_a_damaged_file_is_read_or_refused_and_never_breaks(name, part, noise):
    whole = WHOLE[name]
    cut = int(len(whole) * part)
    read = read_spreadsheet if name == "a.xlsx" else read_document

    try:
        found = read(name, whole[:cut] + noise)
    except DocumentRefused as refused:
        found = refused.messages[0]

    assert found


@hypothesis.settings(max_examples=200)
@given(content=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.csv"]))
def test_random_bytes_are_read_or_refused_and_never_break(content, name):
    read = read_spreadsheet if name == "a.csv" else read_document

    try:
        found = read(name, content)
    except DocumentRefused as refused:
        found = refused.messages[0]

    assert found
