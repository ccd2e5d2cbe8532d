"""Real files, made small: what people send, and what nobody should."""

import io
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

HWPX_NAMESPACE = "http://www.hancom.co.kr/hwpml/2011/paragraph"
DOCX_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pack(parts, method=zipfile.ZIP_DEFLATED):
    """A zip of {name: text or bytes}."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


def hwpx(*paragraphs, namespace=HWPX_NAMESPACE, **more_parts):
    """Each paragraph is a text, or a list of rows of cells. `more_parts` by name, with `/` for `__`."""
    body = "".join(_hwpx_table(part) if isinstance(part, list) else _hwpx_line(escape(part)) for part in paragraphs)
    return pack(
        {"mimetype": "application/hwp+zip", "Contents/section0.xml": hwpx_section(body, namespace), **more_parts}
    )


def hwpx_section(body, namespace=HWPX_NAMESPACE):
    return f'<hs:sec xmlns:hs="{namespace}/section" xmlns:hp="{namespace}">{body}</hs:sec>'


def _hwpx_line(text):
    return f"<hp:p><hp:run><hp:t>{text}</hp:t></hp:run></hp:p>"


def _hwpx_table(rows):
    cells = [[f"<hp:tc><hp:subList>{_hwpx_line(escape(cell))}</hp:subList></hp:tc>" for cell in row] for row in rows]
    lines = "".join(f"<hp:tr>{''.join(row)}</hp:tr>" for row in cells)
    return f"<hp:p><hp:run><hp:tbl>{lines}</hp:tbl></hp:run></hp:p>"


def encrypted_hwpx():
    manifest = (
        '<odf:manifest xmlns:odf="urn:odf"><odf:file-entry><odf:encryption-data/></odf:file-entry></odf:manifest>'
    )
    return pack({"META-INF/manifest.xml": manifest, "Contents/section0.xml": b"\x8f\x02\x99" * 50})


def docx(body, **more_parts):
    """`body` is the XML inside of w:body."""
    document = f'<w:document xmlns:w="{DOCX_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    return pack({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **more_parts})


def docx_line(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def docx_table(rows):
    cells = [[f"<w:tc>{docx_line(cell)}</w:tc>" for cell in row] for row in rows]
    lines = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells)
    return f"<w:tbl>{lines}</w:tbl>"


def ole(stream):
    """The beginning of a compound file that names one stream, as its directory does."""
    return OLE + bytes(504) + stream.encode("utf-16-le") + bytes(512)


def pdf(*lines):
    content = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("HYGothic-Medium"))
    canvas = Canvas(content)
    canvas.setFont("HYGothic-Medium", 11)
    for place, line in enumerate(lines):
        canvas.drawString(50, 800 - 20 * place, line)
    canvas.save()
    return content.getvalue()


def scanned_pdf():
    content = io.BytesIO()
    canvas = Canvas(content)
    canvas.drawImage(ImageReader(io.BytesIO(_png())), 0, 0, 500, 700)
    canvas.save()
    return content.getvalue()


def _png():
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def encrypted_pdf():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("업무협약"))))
    writer.encrypt("secret", algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def pdf_of_objects(*objects):
    """A PDF written by hand; object 1 is the catalogue."""
    content, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + entries + trailer


def pdf_with_stream(stream):
    """One page, whose content is `stream`, packed."""
    packed = zlib.compress(stream, 9)
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def pdf_of_itself():
    """A tree of pages that is its own child."""
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 /Parent 2 0 R >>"
    )


def xlsx(rows, title="Sheet1", merged=(), others=()):
    """`rows` in the first sheet; `others` are (title, rows, state) of more sheets before or after it."""
    book = Workbook()
    _fill(book.active, title, rows)
    for area in merged:
        book.active.merge_cells(area)
    for other, other_rows, state in others:
        sheet = book.create_sheet()
        _fill(sheet, other, other_rows)
        sheet.sheet_state = state
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet, title, rows):
    sheet.title = title
    for row in rows:
        sheet.append(row)


def with_part(content, name, part):
    """A zip with one part put in the place of another."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {entry: package.read(entry) for entry in package.namelist()}
    return pack(parts | {name: part})


def marked_encrypted(content):
    """A zip whose entries say that they are encrypted."""
    for header, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(header)
        while at >= 0:
            content = content[: at + place] + bytes([content[at + place] | 1]) + content[at + place + 1 :]
            at = content.find(header, at + 4)
    return content


BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]><a>&l9;</a>"
)
