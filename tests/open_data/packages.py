"""Packages as the tests read and spoil them."""

import csv
import hashlib
import io
import zipfile

from open_data.package.writing import CHECKSUMS, write_package


def written(number=1):
    """The bytes of the package of an edition."""
    file = io.BytesIO()
    write_package(number, file)
    return file.getvalue()


def files_of(content):
    """{name: bytes} of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {entry.filename: package.read(entry) for entry in package.infolist()}


def table_of(content, name):
    """The rows of a table, each {column: text}."""
    return list(csv.DictReader(io.StringIO(files_of(content)[f"{name}.csv"].decode(), newline="")))


def packed(files, path, *, checksums=True):
    """Write a package of {name: bytes} to `path`, with checksums that are right unless told otherwise."""
    if checksums:
        told = {name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != CHECKSUMS}
        files = files | {CHECKSUMS: "".join(f"{digest}  {name}\n" for name, digest in told.items()).encode()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path
