"""On paper: a page that can be handed out says what it is, of which day and edition, and where it comes from."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader


@pytest.mark.parametrize(
    ("address", "heading", "source"),
    [
        ("/?as_of=2022-03-23", "135개중94개사가광주에문을열었습니다(69.6%)", None),
        ("/rounds/136-145/", "136~145번째협약", "kwangju.co.kr"),
        ("/companies/1/", None, "https://"),
    ],
)
def test_a_printed_page_says_what_when_and_whence(served, page, address, heading, source):
    page.goto(served.url + address)
    heading = heading or "".join(page.get_by_role("heading", level=1).inner_text().split())
    menu = "".join(page.get_by_role("navigation", name="주 메뉴").inner_text().split())
    page.emulate_media(media="print")
    last_line = "".join(page.locator(".footer .on-paper").inner_text().split())

    printed = "".join("".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages).split())

    assert heading in printed
    assert re.fullmatch(r"[\d.]+기준,제\d+판\.http\S+as_of=[\d-]+&edition=\d+", last_line)
    assert printed.endswith(last_line), "day, edition and address are the end of the paper"
    assert source is None or source in printed
    assert menu not in printed
