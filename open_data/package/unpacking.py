"""Unpacking a package from outside: only the files that a package has, within bounds, each with the right checksum."""

import hashlib
import json
import re
import zipfile
import zlib
from collections import Counter

from open_data.package import description
from open_data.package.bounds import (
    MAX_FILE_BYTES,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_COUNTS_FROM_BYTES,
    READ_BYTES,
)
from open_data.package.writing import CHECKSUMS, FILES

_ENCRYPTED = 1
_CHECKSUM = re.compile(r"([0-9a-f]{64})  (\S+)")


class PackageRefused(Exception):
    """The file is no package that can be loaded; the message says why. Nothing was changed."""


def unpack(path, folder):
    """Unpack the package at `path` into `folder`; returns its datapackage.json. Raises PackageRefused."""
    if path.stat().st_size > MAX_FILE_BYTES:
        raise PackageRefused("The file is larger than a package may be.")
    try:
        with zipfile.ZipFile(path) as package:
            _refuse_strange(package.infolist())
            found = {entry.filename: _unpack_file(package, entry, folder) for entry in package.infolist()}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error) as error:
        raise PackageRefused("The file is no ZIP file, or is damaged.") from error
    _refuse_wrong_checksums(found, folder)
    return _read_description(folder)


def _refuse_strange(entries):
    """Refuse whatever is not exactly the files of a package: so a name can never lead out of the folder."""
    names = Counter(entry.filename for entry in entries)
    strange = sorted(name for name, times in names.items() if name not in FILES or times > 1)
    missing = [name for name in FILES if name not in names]
    if strange or missing:
        fault = "do not belong in a package" if strange else "are missing from the package"
        raise PackageRefused(f"These files {fault}: {', '.join(map(ascii, (strange or missing)[:3]))}.")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise PackageRefused("The package has a password. Remove it, then load it.")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES or any(map(_shrinks_too_well, entries)):
        raise PackageRefused("The package would unpack to more than it may.")


def _shrinks_too_well(entry):
    return entry.file_size > max(RATIO_COUNTS_FROM_BYTES, MAX_RATIO * entry.compress_size)


def _unpack_file(package, entry, folder):
    """Write one file and return its checksum. Bytes are counted, for what the ZIP says of their number may be a lie."""
    digest, left = hashlib.sha256(), entry.file_size
    with package.open(entry) as packed, (folder / entry.filename).open("wb") as file:
        while content := packed.read(READ_BYTES):
            left -= len(content)
            if left < 0:
                raise PackageRefused("The package would unpack to more than it may.")
            digest.update(content)
            file.write(content)
    return digest.hexdigest()


def _refuse_wrong_checksums(found, folder):
    lines = _text(folder / CHECKSUMS).splitlines()
    told = dict(match.groups()[::-1] for match in map(_CHECKSUM.fullmatch, lines) if match)
    wrong = [name for name in FILES if name != CHECKSUMS and told.get(name) != found[name]]
    if wrong or len(told) != len(lines):
        names = ", ".join(wrong or [CHECKSUMS])
        raise PackageRefused(f"The checksum is wrong: {names}. The package was changed or damaged on its way.")


def _read_description(folder):
    try:
        told = json.loads(_text(folder / description.NAME))
        is_ours = (told["name"], told["layout"]) == (description.PACKAGE_NAME, description.VERSION)
        edition = int(str(told["version"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise PackageRefused("datapackage.json cannot be read.") from error
    if not is_ours or edition < 1:
        raise PackageRefused("This is a package of something else, or of another version of the program.")
    return told


def _text(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PackageRefused(f"{path.name} is not UTF-8 text.") from error
