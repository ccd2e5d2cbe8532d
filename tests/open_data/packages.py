"""Packages as the tests read and spoil them."""

import csv
import datetime
import hashlib
import io
import zipfile

from django.apps import apps
from django.db import connection

from figures.definitions import FIGURES
from figures.sums.day_sums import read_day_sums
from figures.sums.rules import change_days
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


def empty_register():
    """Take every row of the register away, its history and editions too: what a new database holds of it."""
    apps_ = ["agreements", "companies", "sources", "editions", "figures"]
    models = [model for name in apps_ for model in apps.get_app_config(name).get_models(include_auto_created=True)]
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')


def every_figure(days):
    """What the figures and their parts say on `days`."""
    sums = read_day_sums()
    return {(key, day): _said(figure.explain(sums, day)) for day in days for key, figure in FIGURES.items()}


def _said(explained):
    return explained.value, explained.itemised, [(part.key, part.value, part.base) for part in explained.parts]


def days_of_change():
    """Every day on which a total changes, and the day before it."""
    days = change_days(read_day_sums())
    return sorted({*days, *(day - datetime.timedelta(days=1) for day in days)})
