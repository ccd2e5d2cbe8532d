"""The gate before publishing and withdrawing: what would happen, found by doing it and taking it back.

Nothing here guesses: the records are really published in a transaction, the headline and the changed pages are read,
and the transaction is rolled back, or kept where that was asked and everything is still as it was shown.
"""

import datetime
import hashlib
import json
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agreements.models import SigningRound, Statement
from agreements.services import publish_round, publish_statement
from common.progress import unwatched
from companies.models import Company
from companies.services import publish_company
from editions.history import rows_of_edition
from editions.models import Edition
from editions.refusals import REFUSED
from editions.services import edition
from figures.headline import Headline, read_headline
from figures.sums.kept import sums_now
from staff.changed_pages import ChangedPages, changed_pages
from staff.findings import draft_findings, reconciliation_findings

PUBLISH = {
    SigningRound: lambda record, by, reason: publish_round(round=record, by=by, reason=reason),
    Statement: lambda record, by, reason: publish_statement(statement=record, by=by, reason=reason),
    Company: lambda record, by, reason: publish_company(company=record, by=by, reason=reason),
}
# The register as it is read, done, read again, compared.
STEPS = 4
# What a history row says of itself, and not of the record.
OF_THE_ROW = {"history_id", "history_date", "history_user_id", "history_change_reason", "edition_from", "edition_until"}


@dataclass(frozen=True)
class Gate:
    """What publishing `records` does. `blockers` forbid it, `warnings` do not; `fingerprint` names all of this.

    headlines: {day: (before, after)}; `after` is None where a blocker stands. edition: its number, once published.
    """

    records: list
    headlines: dict[datetime.date, tuple[Headline, Headline | None]]
    pages: ChangedPages
    blockers: list[str]
    warnings: list
    fingerprint: str
    edition: int | None = None


def look_ahead(records, *, by, today, progress=unwatched):
    """What publishing the draft `records` (rounds, statements, companies) together would do. Changes nothing."""
    with transaction.atomic():
        gate = _publish(records, by=by, reason="", today=today, progress=progress)
        transaction.set_rollback(True)
    return _taken_back(gate)


def look_ahead_withdrawal(record, *, withdraw, by, today, progress=unwatched):
    """What withdrawing a published record would do; `withdraw` is its service. Changes nothing."""
    kind, reason = Edition.Kind.WITHDRAW, "–"
    with transaction.atomic():
        acts = [lambda: withdraw(record, by=by, reason=reason)]
        gate = _act([record], lambda: _try(kind, acts, by, reason), today, progress)
        transaction.set_rollback(True)
    return _taken_back(gate)


def publish_as_shown(records, *, by, reason, today, fingerprint, progress=unwatched):
    """Publish `records` as one edition, if that does exactly what the gate with this fingerprint showed.

    The gate returned has an edition where it was published; else it is what must be shown now.
    """
    with transaction.atomic():
        gate = _publish(records, by=by, reason=reason, today=today, progress=progress)
        as_shown = not gate.blockers and gate.fingerprint == fingerprint
        transaction.set_rollback(not as_shown)
    return gate if as_shown else _taken_back(gate)


def _taken_back(gate):
    for record in gate.records:
        record.refresh_from_db()
    return replace(gate, edition=None)


def _publish(records, *, by, reason, today, progress):
    refused, warnings = draft_findings(records, today)
    acts = [lambda record=record: PUBLISH[type(record)](record, by, reason) for record in records]
    gate = _act(records, lambda: _try(Edition.Kind.PUBLISH, acts, by, reason), today, progress)
    blockers, warnings = [*refused, *gate.blockers], [*warnings, *gate.warnings]
    fingerprint = _fingerprint([gate.fingerprint], blockers, warnings)
    return replace(gate, blockers=blockers, warnings=warnings, fingerprint=fingerprint)


def _act(records, act, today, progress):
    """The gate of `act`, which returns (number of the edition, []) or (None, what stands against it)."""
    days = sorted({today, *_days_of(records, today)})
    sums = sums_now()
    before = {day: read_headline(sums, day) for day in days}
    checks_before = reconciliation_findings(sums)
    progress(1, STEPS)
    number, blockers = act()
    progress(2, STEPS)
    after, pages, contents, warnings = dict.fromkeys(days), ChangedPages(), [], []
    if number:
        sums = sums_now()
        after = {day: read_headline(sums, day) for day in days}
        warnings = [finding for finding in reconciliation_findings(sums) if finding not in checks_before]
        progress(3, STEPS)
        pages, contents = changed_pages(number), _contents(number)
    headlines = {day: (before[day], after[day]) for day in days}
    shown = [[str(day), *map(str, states)] for day, states in headlines.items()]
    fingerprint = _fingerprint(shown, contents, _sources_of(records))
    return Gate(records, headlines, pages, blockers, warnings, fingerprint, number)


def _try(kind, acts, by, reason):
    """Do all of `acts` as one edition."""
    try:
        with edition(by=by, kind=kind, reason=reason) as opening:
            for act in acts:
                act()
            return opening.make().number, []
    except ValidationError as error:
        return None, [str(message) for message in error.messages]
    except IntegrityError:
        return None, [str(REFUSED)]


def _days_of(records, today):
    days = {getattr(record, "signed_on", None) or getattr(record, "as_of", None) for record in records}
    return {day for day in days if day and day < today}


def _contents(number):
    """Every row of the edition as it would stand. Keys of rows that it adds are left out: a try uses them up."""
    for row in rows_of_edition(number):
        values = {
            field.attname: getattr(row, field.attname)
            for field in row._meta.concrete_fields
            if field.attname not in OF_THE_ROW
        }
        if row.history_type == "+":
            values.pop("id", None)
        yield [row._meta.label, row.edition_from == number, values]


def _sources_of(records):
    return [sorted(record.sources.values_list("pk", flat=True)) for record in records]


def _fingerprint(*parts):
    text = json.dumps([list(part) for part in parts], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
