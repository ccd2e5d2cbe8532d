"""Writing the package of an edition: a ZIP that is the same, byte for byte, whenever and wherever it is written.

Its content follows from the edition, the program and the settings alone; all times in it are that of the edition. It
is written row by row.
"""

import csv
import hashlib
import io
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import timezone, translation

from editions.models import Edition
from editions.past import register_at
from editions.provider import provider
from editions.sheets import neutral
from open_data.licence import licence
from open_data.limits import LIMITS
from open_data.package import description, figures_file
from open_data.package.columns import PACKED
from open_data.package.words import TABLES

CHECKSUMS = "CHECKSUMS.sha256"
READ_AT_ONCE = 500
_READMES = {"ko": "README.ko.md", "en": "README.md"}
# In the order in which they stand in the package.
FILES = [
    *(table.file for table in PACKED),
    figures_file.NAME,
    description.NAME,
    *_READMES.values(),
    CHECKSUMS,
]


@dataclass
class Written:
    """What was written of a file so far: `rows` without the header."""

    name: str
    rows: int = 0
    size: int = 0
    sha256: str = ""


def write_package(number, file):
    """Write the package of edition `number` into `file`, which is open for bytes and can be sought in."""
    edition = Edition.objects.get(pk=number)
    with zipfile.ZipFile(file, "w") as package, register_at(number):
        _Writing(package, edition).write()


class _Writing:
    def __init__(self, package, edition):
        self.package, self.edition, self.written = package, edition, []
        self.time = timezone.localtime(edition.made_at).timetuple()[:6]

    def write(self):
        resources = {table: self._table(table) for table in PACKED}
        resources[None] = self._rows(
            figures_file.NAME, figures_file.COLUMNS, figures_file.figure_rows(self.edition.made_on)
        )
        self._text(description.NAME, description.describe(self.edition, resources))
        for language, name in _READMES.items():
            self._text(name, self._readme(language, resources.values()))
        self._text(CHECKSUMS, "".join(f"{file.sha256}  {file.name}\n" for file in self.written))

    def _table(self, table):
        rows = table.rows().iterator(chunk_size=READ_AT_ONCE)
        return self._rows(table.file, table.columns, map(table.cells, rows))

    def _rows(self, name, columns, rows):
        with self._file(name) as (text, written):
            writer = csv.writer(text, lineterminator="\r\n")
            writer.writerow(columns)
            for row in rows:
                writer.writerow([neutral(row[column]) for column in columns])
                written.rows += 1
        return written

    def _text(self, name, content):
        with self._file(name) as (text, _written):
            text.write(content)

    def _readme(self, language, files):
        with translation.override(language):
            words = [(file, TABLES[file.name.removesuffix(".csv")]) for file in files]
            facts = {"edition": self.edition, "files": words, "limits": LIMITS, "licence": licence()}
            facts["provider"] = provider()
            return render_to_string("open_data/readme.txt", facts)

    @contextmanager
    def _file(self, name):
        """A new file of the package to write text to, and what was Written of it, complete when the block ends."""
        entry = zipfile.ZipInfo(name, self.time)
        entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
        written = Written(name)
        with self.package.open(entry, "w") as packed:
            counting = _Counting(packed)
            text = io.TextIOWrapper(counting, encoding="utf-8", newline="")
            yield text, written
            text.flush()
            text.detach()
        written.size, written.sha256 = counting.size, counting.digest.hexdigest()
        self.written.append(written)


class _Counting(io.RawIOBase):
    """Passes bytes on, and knows how many they were and their checksum."""

    def __init__(self, target):
        self.target, self.size, self.digest = target, 0, hashlib.sha256()

    def writable(self):
        return True

    def write(self, content):
        self.target.write(content)
        self.digest.update(content)
        self.size += len(content)
        return len(content)
