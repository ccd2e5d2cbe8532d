"""What the records of an edition belong to, by name and with its page in that edition or, where it went, before."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from agreements.models import SigningRound, Statement
from companies.models import Company
from companies.tables import name_in_language
from editions.past import register_at
from figures.editions.public_fields import Owner
from figures.editions.records import records_of
from figures.rows import statement_row
from figures.sums.kept import kept

OWNERS_SHOWN = 5


@dataclass(frozen=True)
class NamedOwner:
    """A round, company or statement; `label` is "" for what has no page of its own, such as a source. `edition`: the
    one that its page is to be read in."""

    kind: Owner
    label: str = ""
    address: str = ""
    edition: int = 0


def owners_of(records, number):
    """{(Owner, key): NamedOwner} for the records of edition `number`."""
    wanted = {}
    for record in records:
        wanted.setdefault(record.owner, set()).add(record.owner_pk)
    named = {}
    for edition in (number - 1, number):
        with register_at(edition):
            named |= {
                (owner, pk): NamedOwner(owner, label, address, edition)
                for owner, read in _READ.items()
                for pk, label, address in read(wanted.get(owner, ()))
            }
    return {(owner, pk): named.get((owner, pk), NamedOwner(owner)) for owner, keys in wanted.items() for pk in keys}


def concerned(number):
    """(the first rounds, companies and statements that edition `number` concerned, in the reader's language; how many
    more there are)."""
    return kept(number, f"concerned-and-more-{get_language()}", lambda: _concerned(number))


def _concerned(number):
    records = records_of(number)
    keys = dict.fromkeys((record.owner, record.owner_pk) for record in records)
    found = owners_of(records, number)
    named = [found[key] for key in keys if found[key].label]
    return named[:OWNERS_SHOWN], len(named[OWNERS_SHOWN:])


def _rounds(keys):
    found = SigningRound.objects.published().filter(pk__in=keys)
    return [(row.pk, row.heading, row.get_absolute_url()) for row in found] if keys else []


def _companies(keys):
    found = Company.objects.published().filter(pk__in=keys).prefetch_related("aliases")
    return [(row.pk, name_in_language(row), row.get_absolute_url()) for row in found] if keys else []


def _statements(keys):
    rows = [statement_row(row) for row in Statement.objects.published().filter(pk__in=keys)] if keys else []
    return [(row.pk, _dated(row), reverse("figures:statement-detail", args=[row.pk])) for row in rows]


def _dated(row):
    return f"{row.label}, {row.day.in_words()}" if row.day else row.label


_READ = {Owner.ROUND: _rounds, Owner.COMPANY: _companies, Owner.STATEMENT: _statements}
