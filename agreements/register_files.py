"""The register as files that a person can read and correct: one CSV per table (fixtures/README.md lists the columns).

Loading is one transaction and one edition. A row is found by its natural key; what is not in the files is left alone,
and so is the publication state of a row that is already there. A fault anywhere changes nothing.
"""

import csv
from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models

from agreements.models import Agreement, Commitment, Signatory, SigningRound
from agreements.register_tables import TABLES, count_rows
from common.partial_dates import PartialDate
from common.progress import unwatched
from companies.models import Alias, Company
from editions.models import Edition, Publishable
from editions.services import edition
from sources.models import Source

# Columns of a package, which agreements/packed_files.py reads.
NUMBERS = ("id", "company_id")


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where; `row` counts from 2, as a spreadsheet does below the header."""

    file: str
    row: int
    field: str
    message: str

    def __str__(self):
        return f"{self.file}.csv, row {self.row}, {self.field}: {self.message}"


class FilesRefused(Exception):
    """The files hold faults; nothing was changed."""

    def __init__(self, faults):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def load_register(folder, *, by=None, progress=unwatched):
    """Load every file of `folder`. Returns {table name: Counter(added, changed, unchanged, kept)}, where `kept` are
    rows that only the database has. Raises FilesRefused."""
    return Loader(folder, progress).load(by)


class Loader:
    """Loads the `tables` of one folder, once."""

    tables = TABLES

    def __init__(self, folder, progress):
        self.folder, self.progress, self.done, self.whole = folder, progress, 0, count_rows(folder)
        self.found, self.seen, self.faults, self.counts = {}, {}, [], {}

    def load(self, by, reason="fixtures/register", *, is_synthetic=False):
        with edition(by=by, kind=Edition.Kind.LOAD, reason=reason, is_synthetic=is_synthetic):
            for table in self.tables:
                self._load_table(table)
                if self.faults:
                    raise FilesRefused(self.faults)
        return self.counts

    def _load_table(self, table):
        relations = [field.name for field in table.model._meta.many_to_many]
        rows = table.model.objects.prefetch_related(*relations)
        self.seen = {}
        self.found[table.model] = {tuple(_key_value(row, name) for name in table.key): row for row in rows}
        counts = self.counts[table.name] = Counter(kept=len(self.found[table.model]))
        for number, cells in self._read(table):
            before = len(self.faults)
            try:
                outcome = self._load_row(table, number, cells)
            except Refused as refused:
                self._fault(table, number, *refused.args)
            except ValidationError as error:
                for field, messages in error.message_dict.items():
                    self._fault(table, number, field, " ".join(messages))
            self.done += 1
            self.progress(self.done, self.whole)
            if len(self.faults) == before:
                counts[outcome] += 1
                counts["kept"] -= outcome != "added"

    def _fault(self, table, number, field, message):
        self.faults.append(Fault(table.name, number, field, message))

    def _read(self, table):
        try:
            with table.path(self.folder).open(encoding="utf-8-sig", newline="") as file:
                reader = csv.DictReader(file, strict=True)
                for number, cells in enumerate(reader, start=2):
                    if None in cells or None in cells.values():
                        self._fault(table, number, "row", "The row has more or fewer cells than the header.")
                    else:
                        yield number, {name: text.strip() for name, text in cells.items()}
        except FileNotFoundError:
            self._fault(table, 1, "file", "The file is missing.")
        except (UnicodeDecodeError, csv.Error) as error:
            self._fault(table, 1, "file", f"The file is not UTF-8 CSV: {error}.")

    def _load_row(self, table, number, cells):
        """Save the row if it is new or differs; returns `added`, `changed` or `unchanged`."""
        status = cells.pop("status", Publishable.Status.PUBLISHED)
        relations = {field.name: self._sources(field.name, cells) for field in table.model._meta.many_to_many}
        values = self._values(table.model, cells)
        key = self._key(table, number, values)
        row = self.found[table.model].get(key)
        if table.model is Company:
            _refuse_given_up(row, values["name"])
        is_new = row is None
        if is_new:
            row = self.found[table.model][key] = _new_row(table.model, status)
        changed = self._write(row, values, is_new) | self._relate(row, relations)
        return "added" if is_new else "changed" if changed else "unchanged"

    def _key(self, table, number, values):
        """The natural key of a row; refuses a file without its columns, and one that holds the row twice."""
        missing = [name for name in table.key if name not in values]
        if missing:
            raise Refused(missing[0], "The column is missing.")
        key = tuple(_key_of(values[name]) for name in table.key)
        if self.seen.setdefault(key, number) != number:
            raise Refused(table.key[-1], f"The same as in row {self.seen[key]}.")
        return key

    def _write(self, row, values, is_new):
        if not is_new and all(getattr(row, name) == value for name, value in values.items()):
            return False
        for name, value in values.items():
            setattr(row, name, value)
        row.full_clean()
        row.save()
        return True

    def _relate(self, row, relations):
        changed = False
        for name, wanted in relations.items():
            if wanted is not None and {source.pk for source in getattr(row, name).all()} != wanted:
                getattr(row, name).set(wanted)
                changed = True
        return changed

    def _values(self, model, cells):
        """The row's cells as model values: {field or precision column: value}. What names a row or a company by its
        number, as packages do, is passed over: another register may have given the number to another row."""
        cells = {name: text for name, text in cells.items() if name not in NUMBERS}
        if model is Signatory:
            cells["agreement"] = cells.pop("round", ""), cells.pop("company", "")
        elif model is Commitment and "company" in cells:
            company = cells.pop("company")
            cells["agreement"] = (cells.get("round", ""), company) if company else ""
        names = {field.name: field for field in model._meta.concrete_fields}
        values = {}
        for name, text in cells.items():
            if name not in names:
                raise Refused(name, "There is no such column.")
            values |= self._value(names[name], text)
        return values

    def _value(self, field, text):
        if isinstance(field, models.ForeignKey):
            return {field.name: self._related(field, text) if text else None}
        if isinstance(field, models.DateField):
            if not text:
                return {field.name: None}
            try:
                date = PartialDate.parse(text)
            except ValueError:
                raise Refused(field.name, f"'{text}' is no date. Write 2022-03-23, 2022-03 or 2022.") from None
            return {field.name: date.last_day, f"{field.name}_precision": date.precision}
        if isinstance(field, models.IntegerField):
            if text and not text.lstrip("-").isdecimal():
                raise Refused(field.name, f"'{text}' is no whole number.")
            return {field.name: int(text) if text else None}
        return {field.name: text}

    def _related(self, field, text):
        if field.related_model is Agreement:
            key = (self._find(SigningRound, (text[0],), "round"), self._find(Company, (text[1],), "company"))
            return self._find(Agreement, tuple(row.pk for row in key), field.name, shown=" / ".join(text))
        return self._find(field.related_model, (text,), field.name)

    def _find(self, model, key, field, shown=None):
        try:
            return self.found[model][key]
        except KeyError:
            raise Refused(field, f"'{shown or key[0]}' is not in the register.") from None

    def _sources(self, name, cells):
        """The primary keys of the sources named in a cell; None where the file has no such column."""
        text = cells.pop(name, None)
        return None if text is None else {self._find(Source, (key,), name).pk for key in text.split()}


class Refused(Exception):
    """(field, message) of a cell that cannot be taken."""


def _refuse_given_up(company, name):
    """A file from before a company was renamed or merged would bring it back beside itself."""
    if company is None:
        former = Alias.objects.filter(name=name, kind=Alias.Kind.FORMER).select_related("company").first()
        present = former and former.company
    else:
        present = company.merged_into_id and company.standing()
    if present:
        raise Refused("name", f"The register has this company as '{present}' now. Change it in every file.")


def _new_row(model, status):
    row = model()
    if isinstance(row, Publishable):
        if status not in Publishable.Status:
            raise Refused("status", f"'{status}' is not one of {', '.join(Publishable.Status.values)}.")
        row.status = status
    return row


def _key_value(row, name):
    field = row._meta.get_field(name)
    return getattr(row, field.attname)


def _key_of(value):
    return value.pk if isinstance(value, models.Model) else value
