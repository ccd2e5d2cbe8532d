"""Bringing in a table: tried out first, and written in one edition when a person has seen what it does."""

import hashlib
import json
from dataclasses import asdict

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from tablib import Dataset

from common.progress import unwatched
from editions.models import Edition
from editions.services import edition
from editions.sheets import REASON_COLUMNS, Sheet, write_sheet

# How long a preview may be confirmed, in seconds.
VALID_FOR = 4 * 3600
# How many rows one file adds or changes. Each is saved with its history, and meanwhile nobody else can write.
MOST_WRITTEN = 1_000


class RegisterChanged(Exception):
    """The table would now do something else than was shown; `outcome` says what. Nothing was written."""

    def __init__(self, outcome):
        super().__init__("The register changed since the preview.")
        self.outcome = outcome


class Outcome:
    """What a table does, row by row (import_export's row results): additions, changes and refusals."""

    def __init__(self, result):
        self.rows = result.rows
        self.added = [row for row in self.rows if row.is_new()]
        self.changed = [row for row in self.rows if row.is_update()]
        self.unchanged = [row for row in self.rows if row.is_skip()]
        self.refused = [row for row in self.rows if row.is_invalid()]
        for row in self.refused:
            row.reason = in_one_line(row.validation_error)

    @property
    def taken(self):
        """How many rows are written."""
        return len(self.added) + len(self.changed)

    @property
    def is_too_much(self):
        return self.taken > MOST_WRITTEN

    @property
    def corrects(self):
        """Whether something changes that the public sees already."""
        return any(row.instance.is_public() for row in self.changed)

    @property
    def is_public(self):
        """Whether the public will see anything of it."""
        return any(row.instance.is_public() for row in self.added + self.changed)

    @property
    def fingerprint(self):
        """The same for two outcomes that show the same, to us and to the public."""
        written = {row.number: row.instance.is_public() for row in self.added + self.changed}
        shown = [
            (row.number, row.import_type, row.diff, getattr(row, "reason", ""), written.get(row.number))
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps(shown, default=str).encode()).hexdigest()


def in_one_line(error):
    """`column: what is wrong.` of a ValidationError, one after the other."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    named = [(name, " ".join(messages)) for name, messages in error.message_dict.items()]
    return " ".join(text if name == "__all__" else f"{name}: {text}" for name, text in named)


def refuse_columns(resource, columns):
    """ValidationError where the columns of a file are not those of the table, or do not say which entry is meant."""
    known = list(resource._meta.fields)
    strange = [name for name in columns if name not in known]
    missing = [name for name in resource._meta.import_id_fields if name not in columns]
    if strange:
        message = _("The column “%(column)s” does not belong to this table. Its columns are: %(known)s.")
        raise ValidationError(message % {"column": strange[0], "known": ", ".join(known)})
    if missing:
        raise ValidationError(_("The column “%s” is missing: it says which entry is meant.") % missing[0])


def without_reasons(sheet):
    """The sheet without the last column of a file of refused rows."""
    kept = [index for index, name in enumerate(sheet.columns) if name not in REASON_COLUMNS]
    rows = [(number, [cells[index] for index in kept]) for number, cells in sheet.rows]
    return Sheet(sheet.kind, [sheet.columns[index] for index in kept], rows, sheet.faults)


def try_out(resource, *, by, progress=unwatched):
    """What the sheet of a resource would do. Everything is written, looked at and taken back."""
    with edition(by=by, kind=Edition.Kind.RECORD):
        return Outcome(resource.import_data(_dataset(resource.sheet), dry_run=True, progress=progress))


def bring_in(resource, *, by, reason, shown, progress=unwatched):
    """Write what was `shown` (from `read_ticket`), in one transaction and at most one edition. Raises RegisterChanged.

    New facts alone are recorded; where something changes that the public sees, it is a correction and says why.
    """
    if shown["is_too_much"]:
        raise ValidationError(_("One file adds or changes at most 1,000 rows. Split it, and bring in the parts."))
    if shown["corrects"] and not reason.strip():
        raise ValidationError(_("Give the reason: the list of changes shows it."))
    kind = Edition.Kind.CORRECT if shown["corrects"] else Edition.Kind.RECORD
    with edition(by=by, kind=kind, reason=reason):
        outcome = Outcome(resource.import_data(_dataset(resource.sheet), progress=progress))
        if outcome.fingerprint != shown["fingerprint"]:
            raise RegisterChanged(outcome)
    return outcome


def write_ticket(sheet, outcome, *, salt):
    """The table and what it does, signed, to stand in the form that confirms it: nothing is kept on any server."""
    content = {
        "sheet": asdict(sheet) | {"faults": list(sheet.faults.items())},
        "refused": [(row.number, row.reason) for row in outcome.refused],
        "fingerprint": outcome.fingerprint,
        "corrects": outcome.corrects,
        "is_too_much": outcome.is_too_much,
    }
    ticket = signing.dumps(content, salt=salt, compress=True)
    if len(ticket) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE - 10_000:
        raise ValidationError(_("The table holds too much text. Split it, and bring in the parts one by one."))
    return ticket


def read_ticket(ticket, *, salt):
    """(sheet, what was shown) of a ticket; ValidationError where it is too old or not ours."""
    try:
        content = signing.loads(ticket, salt=salt, max_age=VALID_FOR)
    except signing.BadSignature as error:
        raise ValidationError(_("This preview is no longer valid. Choose the file again.")) from error
    sheet = content.pop("sheet")
    return Sheet(**sheet | {"faults": dict(sheet["faults"])}), content


def refused_rows(sheet, refused):
    """The file of the rows that were refused, as they came, with the reason in a last column."""
    reasons = dict(refused)
    rows = [[*cells, reasons[number]] for number, cells in sheet.rows if number in reasons]
    return write_sheet(sheet.kind, [*sheet.columns, _("reason")], rows)


def _dataset(sheet):
    return Dataset(*(cells for _number, cells in sheet.rows), headers=sheet.columns)
