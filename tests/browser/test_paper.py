"""On paper: a page that can be handed out says what it is, of which day and edition, and where it comes from."""

from io import BytesIO

import pytest
from pypdf import PdfReader


@pytest.mark.parametrize(
    ("address", "heading", "source"),
    [
        ("/?as_of=2022-03-23", "135개중94개사(69.6%)", None),
        ("/rounds/136-145/", "136~145번째협약", "kwangju.co.kr"),
        ("/companies/1/", None, "https://"),
    ],
)
def test_a_printed_page_says_what_when_and_whence(served, page, address, heading, source):
    page.goto(served.url + address)
    heading = heading or "".join(page.get_by_role("heading", level=1).inner_text().split())
    menu = "".join(page.get_by_role("navigation", name="주 메뉴").inner_text().split())
    page.emulate_media(media="print")

    printed = "".join("".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages).split())

    assert heading in printed
    assert "기준" in printed
    footer = printed.rpartition("광주AI협약현황")[2]
    assert "판" in footer
    assert len(footer) < 200, "the footer is the end of the page"
    assert source is None or source in printed
    assert menu not in printed
