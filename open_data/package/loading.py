"""Loading a package into an empty register: the same rows with the same numbers, and then the same figures."""

import csv
import datetime
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management.color import no_style
from django.db import connection, transaction

from agreements.packed_files import PACKED_TABLES, PackedLoader
from common.progress import unwatched
from editions.models import Edition
from figures.definitions import FIGURES
from open_data.package import figures_file
from open_data.package.unpacking import PackageRefused, unpack

MOST_SHOWN = 5


@dataclass(frozen=True)
class Imported:
    """edition: that of the package; here it is the first. counts: rows loaded, by table. compared: figures and parts
    found equal; passed_over: keys of figures of which this program has no such rule, or another version of it."""

    edition: int
    counts: dict
    compared: int
    passed_over: list


def import_package(path, *, by=None, progress=unwatched):
    """Load the package at `path` in one transaction.

    Raises PackageRefused where the register is not empty, the file is no whole package, or a figure comes out
    differently; FilesRefused where a row cannot be loaded.
    """
    with TemporaryDirectory() as place:
        folder = Path(place)
        told = unpack(path, folder)
        with transaction.atomic():
            _refuse_filled()
            reason = f"datapackage {told['version']}"
            counts = PackedLoader(folder, progress).load(by, reason, is_synthetic=bool(told.get("synthetic")))
            _begin_numbers_after()
            compared, passed_over = _compare_figures(folder / figures_file.NAME)
    added = {name: count["added"] for name, count in counts.items()}
    return Imported(int(told["version"]), added, compared, passed_over)


def _refuse_filled():
    filled = [table.name for table in PACKED_TABLES if table.model.objects.exists()]
    if filled or Edition.objects.exists():
        raise PackageRefused("The register is not empty. A package is loaded into a new database only.")


def _begin_numbers_after():
    """Rows that are added later get numbers after those of the package."""
    statements = connection.ops.sequence_reset_sql(no_style(), [table.model for table in PACKED_TABLES])
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _compare_figures(path):
    """(how many values were equal, keys of figures passed over); PackageRefused where one is not."""
    told, day, versions = _read_figures(path)
    passed_over = sorted(key for key, version in versions.items() if key not in FIGURES or version != _version(key))
    found = {_key(row): _values(row) for row in figures_file.figure_rows(day)}
    names = [name for name in told.keys() | found.keys() if name[0] in versions and name[0] not in passed_over]
    wrong = sorted(name for name in names if told.get(name) != found.get(name))
    if wrong:
        shown = "; ".join(_in_words(name, told, found) for name in wrong[:MOST_SHOWN])
        raise PackageRefused(f"Figures come out differently than the package says: {shown}.")
    return len(names), passed_over


def _read_figures(path):
    """({(figure, part): values}, the day, {figure: version of its rule}) of a figures.csv."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        told = {_key(row): _values(row) for row in rows}
        (day,) = {datetime.date.fromisoformat(row["as_of"]) for row in rows}
        return told, day, {row["figure"]: row["rule_version"] for row in rows}
    except (ValueError, KeyError, csv.Error) as error:
        raise PackageRefused(f"{path.name} cannot be read.") from error


def _version(key):
    return str(FIGURES[key].version)


def _key(row):
    return row["figure"], row["part"]


def _values(row):
    return row["value"], row["base"], row["itemised"]


def _in_words(name, told, found):
    key = ", ".join(filter(None, name))
    first, second = (" / ".join(filter(None, side.get(name, ()))) or "not known" for side in (told, found))
    return f"{key}: {first} in the package, {second} here"
