"""A zip from outside (.hwpx, .docx, .xlsx), opened only if it cannot unpack to more than it should."""

import io
import zipfile

from defusedxml.ElementTree import fromstring

from intake.containers.bounds import (
    MAX_ENTRIES,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    MAX_XML_BYTES,
    RATIO_COUNTS_FROM_BYTES,
    Unreadable,
)

_ENTRY_IN_DIRECTORY = b"PK\x01\x02"
_ENCRYPTED = 1


class Package:
    """The parts of a zip by name. Raises Unreadable for a bomb and an encrypted file, DefusedXmlException for a DTD."""

    def __init__(self, content):
        if content.count(_ENTRY_IN_DIRECTORY) > MAX_ENTRIES:
            raise Unreadable("bomb")
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self.names = self._zip.namelist()
        self._refuse_bomb()
        if any(entry.flag_bits & _ENCRYPTED for entry in self._zip.infolist()) or self._is_encrypted_hwpx():
            raise Unreadable("encrypted")

    def read(self, name):
        """The bytes of a part; counted while they unpack, for what the zip says of their number may be a lie."""
        with self._zip.open(name) as part:
            unpacked = part.read(MAX_XML_BYTES + 1)
        if len(unpacked) > MAX_XML_BYTES:
            raise Unreadable("bomb")
        return unpacked

    def read_xml(self, name):
        return fromstring(self.read(name), forbid_dtd=True)

    def _refuse_bomb(self):
        entries = self._zip.infolist()
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
            raise Unreadable("bomb")
        for entry in entries:
            if entry.file_size > max(RATIO_COUNTS_FROM_BYTES, MAX_RATIO * entry.compress_size):
                raise Unreadable("bomb")

    def _is_encrypted_hwpx(self):
        manifest = "META-INF/manifest.xml"
        return manifest in self.names and b"encryption-data" in self.read(manifest)


def local_name(element):
    """The name of an element without its namespace, which changes from one version of a format to the next."""
    return element.tag.rpartition("}")[2]
