"""The text of a press release from a file. What a file is, its first bytes say; its name only what it should be."""

import re
from pathlib import PurePath

from intake.bounded import read_container
from intake.containers.bounds import MAX_CHARACTERS, MAX_FILE_BYTES, Unreadable
from intake.plain_text import clean_text, decode
from intake.refusals import DocumentRefused

_PACKAGES = (".hwpx", ".docx", ".pdf")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = {".hwp": "old_hwp", ".doc": "old_doc", ".xls": "old_xls"}
_MARKED_UP = re.compile(r"\s*(?:<\?xml|<!doctype|<html|\{\\rtf)", re.IGNORECASE)


def read_document(name, content):
    """The text of a .txt, .hwpx, .docx or .pdf: composed, without control characters, at most MAX_CHARACTERS, and never
    empty. Raises DocumentRefused. What it costs is bounded, whatever the file holds (`intake.containers.bounds`)."""
    try:
        text = _read(PurePath(name).suffix.lower(), content)
        if _MARKED_UP.match(text):
            raise Unreadable("wrong_kind")
        return _clean(text, "no_text" if is_packed(content) else "empty")
    except Unreadable as unreadable:
        raise DocumentRefused(unreadable.code) from None


def read_pasted(text):
    """A press release that was pasted, cleaned and bounded as one from a file is. Raises DocumentRefused."""
    try:
        return _clean(text, "empty")
    except Unreadable as unreadable:
        raise DocumentRefused(unreadable.code) from None


def _read(suffix, content):
    refuse_by_size(content)
    if is_packed(content):
        if suffix not in (*_PACKAGES, ".txt"):
            raise Unreadable("wrong_kind")
        return read_container("document", content)["text"]
    refuse_old(suffix, content)
    if suffix in _PACKAGES:
        raise Unreadable("broken")
    if suffix != ".txt":
        raise Unreadable(_OLD.get(suffix, "wrong_kind"))
    return decode(content)


def _clean(text, without_words):
    if len(text) > MAX_CHARACTERS:
        raise Unreadable("too_long")
    text = clean_text(text).text
    if not any(map(str.isalnum, text)):
        raise Unreadable(without_words)
    return text


def refuse_by_size(content):
    if not content.strip():
        raise Unreadable("empty")
    if len(content) > MAX_FILE_BYTES:
        raise Unreadable("too_large")


def is_packed(content):
    return content.startswith(b"PK") or b"%PDF-" in content[:1024]


def refuse_old(suffix, content):
    """Refuse the formats of before 2007, and encrypted .docx and .xlsx, which hide in the same kind of container."""
    if content.startswith(b"HWP Document File"):
        raise Unreadable("old_hwp")
    if not content.startswith(_OLE):
        return
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable("encrypted")
    if "WordDocument".encode("utf-16-le") in content:
        raise Unreadable("old_doc")
    if "HwpSummaryInformation".encode("utf-16-le") in content:
        raise Unreadable("old_hwp")
    raise Unreadable(_OLD.get(suffix, "wrong_kind"))
