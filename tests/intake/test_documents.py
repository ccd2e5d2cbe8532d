"""What a file says, whichever program wrote it."""

import codecs
import unicodedata

import pytest

from intake.documents import DocumentRefused, read_document, read_pasted
from tests.intake import files

RELEASE = "광주시는 23일 ㈜나무·바다랩 등 2개사와 업무협약을 맺었다.\n나무 대표이사 김하나"

pytestmark = pytest.mark.usefixtures("patience")


@pytest.mark.parametrize(
    "content",
    [
        RELEASE.encode(),
        codecs.BOM_UTF8 + RELEASE.encode(),
        RELEASE.encode("cp949"),
        codecs.BOM_UTF16_LE + RELEASE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + RELEASE.encode("utf-16-be"),
        RELEASE.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", RELEASE).encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "cp949", "utf-16-le", "utf-16-be", "windows lines", "decomposed"],
)
def test_a_text_file_says_the_same_in_every_encoding(content):
    assert read_document("보도자료.txt", content) == RELEASE


def test_characters_that_nobody_sees_are_taken_out_of_a_text():
    content = "\u202e나\u200b무\x07\u3164\u00a0대표\t김\x7f하나\u2028끝".encode()

    assert read_document("보도자료.txt", content) == "나무 대표\t김하나\n끝"


@pytest.mark.parametrize("version", ["2011", "2016", "2024"])
def test_hwpx_is_read_in_paragraphs_whatever_the_version_of_its_format(version):
    content = files.hwpx(*RELEASE.split("\n"), namespace=f"http://www.hancom.co.kr/hwpml/{version}/paragraph")

    assert read_document("보도자료.hwpx", content) == RELEASE


def test_hwpx_breaks_tabs_and_tables():
    section = files.hwpx_section(
        "<hp:p><hp:run><hp:t>첫 줄<hp:lineBreak/>둘째<hp:tab/>줄<hp:nbSpace/>끝</hp:t></hp:run></hp:p>"
        "<hp:p><hp:run><hp:ctrl><hp:header><hp:p><hp:run><hp:t>머리말</hp:t></hp:run></hp:p></hp:header></hp:ctrl>"
        "<hp:t>본문</hp:t></hp:run></hp:p>"
    )
    content = files.hwpx([["기업", "대표"], ["나무", "김하나"]])
    content = files.with_part(content, "Contents/section1.xml", section)

    assert read_document("보도자료.hwpx", content) == "기업\t대표\n나무\t김하나\n\n첫 줄\n둘째\t줄 끝\n본문"


def test_sections_of_a_hwpx_stand_in_the_order_of_their_numbers():
    parts = {
        f"Contents/section{number}.xml": files.hwpx_section(f"<hp:p><hp:t>{number}</hp:t></hp:p>")
        for number in (10, 2, 0)
    }

    assert read_document("보도자료.hwpx", files.pack(parts)).split() == ["0", "2", "10"]


def test_a_table_of_one_cell_is_a_frame_around_its_paragraphs():
    content = files.docx(
        f"<w:tbl><w:tr><w:tc>{files.docx_line('첫 문단')}{files.docx_line('둘째 문단')}</w:tc></w:tr></w:tbl>"
    )

    assert read_document("보도자료.docx", content) == "첫 문단\n둘째 문단"


def test_docx_is_read_with_tabs_breaks_and_tables_and_without_what_was_struck_out():
    content = files.docx(
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>광주</w:t><w:t>시</w:t><w:tab/>"
        "<w:t>23일</w:t><w:br/><w:t>끝</w:t></w:r><w:del><w:r><w:t>지운 말</w:t></w:r></w:del></w:p>"
        + files.docx_table([["기업", "대표"], ["나무", "김하나"]])
    )

    assert read_document("보도자료.docx", content) == "광주시\t23일\n끝\n\n기업\t대표\n나무\t김하나"


def test_a_text_box_in_a_docx_is_read_once_though_it_is_written_twice():
    box = f"<w:txbxContent>{files.docx_line('상자')}</w:txbxContent>"
    content = files.docx(f"<w:p><w:r><Choice>{box}</Choice><Fallback>{box}</Fallback></w:r></w:p>")

    assert read_document("보도자료.docx", content) == "상자"


def test_pdf_is_read_by_lines():
    assert read_document("보도자료.pdf", files.pdf(*RELEASE.split("\n"))).strip() == RELEASE


@pytest.mark.parametrize("name", ["보도자료.hwpx", "보도자료.HWPX", "보도자료.docx", "보도자료.txt"])
def test_the_content_says_what_a_file_is_where_its_name_is_wrong(name):
    assert read_document(name, files.hwpx("나무")) == "나무"


def test_a_pasted_text_is_cleaned_and_bounded_as_one_from_a_file():
    assert read_pasted("\ufeff나\u200b무\r\n끝") == "나무\n끝"
    for text, code in (("나" * 2_000_000, "too_long"), (" \n-", "empty")):
        with pytest.raises(DocumentRefused) as refused:
            read_pasted(text)
        assert refused.value.code == code


def test_a_text_may_be_as_long_as_the_limit_and_no_longer():
    assert len(read_document("a.txt", b"a" * 200_000)) == 200_000
    with pytest.raises(DocumentRefused) as refused:
        read_document("a.txt", b"a" * 200_001)

    assert refused.value.code == "too_long"
    assert "200,000" in refused.value.messages[0]
