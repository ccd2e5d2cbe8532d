"""The files of the register: one CSV per table."""

import csv
from dataclasses import dataclass

from django.db import models

from agreements.models import Agreement, Attendee, Commitment, Signatory, SigningRound, Statement, StatementFigure
from companies.models import Alias, Company, District, Establishment, Field, Representative
from sources.models import Source


@dataclass(frozen=True)
class Table:
    """One file: its model and the fields that together name a row."""

    name: str
    model: type[models.Model]
    key: tuple[str, ...]

    def path(self, folder):
        return folder / f"{self.name}.csv"


# In the order in which rows refer to each other.
TABLES = [
    Table("sources", Source, ("key",)),
    Table("fields", Field, ("code",)),
    Table("districts", District, ("code",)),
    Table("companies", Company, ("name",)),
    Table("aliases", Alias, ("company", "name")),
    Table("representatives", Representative, ("company", "name")),
    Table("rounds", SigningRound, ("slug",)),
    Table("attendees", Attendee, ("round", "order")),
    Table("agreements", Agreement, ("round", "company")),
    Table("signatories", Signatory, ("agreement", "order")),
    Table("commitments", Commitment, ("round", "order")),
    Table("statements", Statement, ("slug",)),
    Table("statement_figures", StatementFigure, ("statement", "measure")),
    Table("establishments", Establishment, ("company", "order")),
]


def count_rows(folder):
    """How many rows all files hold together; what cannot be read counts for none."""
    return sum(_rows(table.path(folder)) for table in TABLES)


def _rows(path):
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return max(sum(1 for _row in csv.reader(file)) - 1, 0)
    except (OSError, UnicodeDecodeError, csv.Error):
        return 0
