"""Rounds and statements that enter the register as drafts, from whatever proposes them. A draft makes no edition."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from agreements.models import Agreement, Attendee, Commitment, Signatory, SigningRound, Statement, StatementFigure
from agreements.models.signing_round import present_operator
from common.addresses import free_name
from companies.models import Company

# The city's name until it was joined with the province; OPERATOR in the settings is the name since.
FORMER_PARTY, JOINED_ON = "광주광역시", datetime.date(2026, 7, 1)


@dataclass(frozen=True)
class Party:
    """One company of a round to be; `signatories` are (name, title), `number` None where no source ties it to one."""

    company: Company
    signatories: tuple[tuple[str, str], ...] = ()
    number: int | None = None


def draft_round(*, facts, parties, attendees=(), points=(), sources=(), by):
    """A new draft round with its agreements in the order given. `facts` are columns of SigningRound, `attendees`
    (name, title), `points` texts.

    ValidationError where a row is not valid, or where another round holds one of its numbers, also when that round
    was saved at the same moment: the message says which numbers, which round and whose it is.
    """
    round = SigningRound(**facts)
    refuse_shared_numbers(round.first_number, round.last_number)
    try:
        with transaction.atomic():
            _save(round, by)
            round.sources.set(sources)
            for order, party in enumerate(parties, start=1):
                _draft_agreement(round, order, party, by)
            for order, (name, title) in enumerate(attendees, start=1):
                _save(Attendee(round=round, order=order, name=name, title=title), by)
            for order, text in enumerate(points, start=1):
                _save(Commitment(round=round, order=order, text_ko=text), by)
    except (IntegrityError, ValidationError):
        refuse_shared_numbers(round.first_number, round.last_number)
        raise
    return round


def draft_statement(*, as_of, stated_by, established, out_of=None, sources=(), by):
    """A new draft statement of how many have set up in the city; `as_of` is a PartialDate, or None where not known."""
    statement = Statement(stated_by=stated_by)
    if as_of:
        as_of.write(statement, "as_of")
    statement.slug = free_name(str(as_of or "undated"), Statement.objects.all(), "slug")
    with transaction.atomic():
        _save(statement, by)
        statement.sources.set(sources)
        measure = StatementFigure.Measure.ESTABLISHED
        _save(StatementFigure(statement=statement, measure=measure, value=established, out_of=out_of), by)
    return statement


def usual_signing_party(day):
    """Who signs for the city on `day`; None: today."""
    return FORMER_PARTY if day and day < JOINED_ON else present_operator()


def refuse_shared_numbers(first, last):
    """ValidationError where a round already holds a number from `first` to `last`; it says which, and who made it."""
    if first is None or last is None:
        return
    other = SigningRound.objects.filter(first_number__lte=last, last_number__gte=first).first()
    if other:
        entry = other.history.earliest()
        shared = sorted({max(first, other.first_number), min(last, other.last_number)})
        raise ValidationError(
            _(
                "No. %(numbers)s already belongs to the round %(round)s, which %(who)s entered on %(when)s. "
                "All that you typed is still here. Check the numbers."
            ),
            code="numbers_shared",
            params={
                "numbers": "~".join(map(str, shared)),
                "round": other,
                "who": entry.history_user or _("the first load of the register"),
                "when": date_format(localtime(entry.history_date), "DATETIME_FORMAT"),
            },
        )


def _draft_agreement(round, order, party, by):
    agreement = Agreement(round=round, order=order, company=party.company, number=party.number)
    _save(agreement, by)
    for place, (name, title) in enumerate(party.signatories, start=1):
        _save(Signatory(agreement=agreement, order=place, name=name, title=title), by)


def _save(row, by):
    row._history_user = by
    row.full_clean()
    row.save()
