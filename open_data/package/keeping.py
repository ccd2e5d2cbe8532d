"""Packages are written when first asked for, and kept in var/: an edition never changes."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from editions.models import Edition
from editions.synthetic import MARK
from open_data.licence import licence
from open_data.package.description import PACKAGE_NAME, VERSION, WORDING
from open_data.package.writing import write_package


@dataclass(frozen=True)
class KeptPackage:
    """The package of an edition as a file. sha256: its checksum, in hexadecimal."""

    edition: Edition
    path: Path
    size: int
    sha256: str

    @property
    def name(self):
        """What it is called where it is downloaded."""
        mark = f"_{MARK}" if self.edition.is_synthetic else ""
        return f"{PACKAGE_NAME}_edition-{self.edition.number}_{self.edition.made_on:%Y%m%d}{mark}.zip"


def kept_package(edition):
    """The package of an edition, written now if it is not there yet."""
    path = settings.PACKAGES_DIR / f"{edition.number}-{_mark(edition)}.zip"
    if not path.exists():
        _write(edition, path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return KeptPackage(edition, path, path.stat().st_size, digest)


def _mark(edition):
    """What else the content follows from. The time of the edition: the number may be that of another database."""
    said = [edition.made_at.isoformat(), licence().code, VERSION, WORDING]
    said += [settings.OFFICIAL_SITE, settings.OPERATOR["name_ko"], settings.OPERATOR["name_en"]]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:12]


def _write(edition, path):
    """Under another name first: nobody ever finds half a package, and of two that are written at once either stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        try:
            write_package(edition.number, part)
        except BaseException:
            os.unlink(part.name)
            raise
    os.chmod(part.name, 0o644)
    os.replace(part.name, path)
    for older in path.parent.glob(f"{edition.number}-*.zip"):
        if older != path:
            older.unlink(missing_ok=True)
