"""The text of a .hwpx, .docx or .pdf."""

import io
import re

from intake.containers.bounds import MAX_CHARACTERS, MAX_PDF_PAGES, Unreadable
from intake.containers.packages import Package, local_name

_DOCX_BODY = re.compile(r"word/document\d*\.xml")
_HWPX_SECTION = re.compile(r"Contents/section(\d+)\.xml")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")

# Settings (a tab stop is no tab), what stands a second time, what was struck out, and what no reader of the page sees.
_NOT_READ = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "secPr", "Fallback", "del", "moveFrom"} | {
    "header",
    "footer",
    "hiddenComment",
}
_MARKS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "lineBreak": "\n",
    "nbSpace": " ",
    "fwSpace": " ",
    "hyphen": "-",
    "noBreakHyphen": "-",
}


def read_writing(content):
    """Raises Unreadable, and whatever a parser raises on a broken file."""
    text = _read_pdf(content) if b"%PDF-" in content[:1024] else _read_package(Package(content))
    text = _BLANK_LINES.sub("\n\n", text).strip("\n")
    if len(text) > MAX_CHARACTERS:
        raise Unreadable("too_long")
    return text


def _read_package(package):
    sections = sorted((int(match[1]), match[0]) for match in map(_HWPX_SECTION.fullmatch, package.names) if match)
    parts = [name for _, name in sections] or [name for name in package.names if _DOCX_BODY.fullmatch(name)]
    if not parts:
        raise Unreadable("wrong_kind")
    return "\n".join(_text_of(package.read_xml(name)) for name in parts)


def _text_of(element):
    name = local_name(element)
    if name in _NOT_READ:
        return ""
    if name == "t":
        return _text_of_run(element)
    if name == "tr":
        return _text_of_row(element)
    text = _MARKS.get(name, "") + "".join(map(_text_of, element))
    if name == "tbl":
        return "\n" + text
    return text + "\n" if name == "p" else text


def _text_of_run(element):
    """HWPX writes breaks and tabs inside of the text, DOCX beside it."""
    parts = [element.text or ""]
    for mark in element:
        parts += [_MARKS.get(local_name(mark), ""), mark.tail or ""]
    return "".join(parts)


def _text_of_row(element):
    """A line of cells with tabs between them. A row of one cell frames paragraphs, which stay as they are."""
    cells = [_text_of(cell) for cell in element if local_name(cell) == "tc"]
    if len(cells) == 1:
        return cells[0]
    return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"


def _read_pdf(content):
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        raise Unreadable("encrypted")
    if len(reader.pages) > MAX_PDF_PAGES:
        raise Unreadable("too_long")
    texts, length = [], 0
    for page in reader.pages:
        texts.append(page.extract_text())
        length += len(texts[-1])
        if length > MAX_CHARACTERS:
            raise Unreadable("too_long")
    return "\n".join(texts)
