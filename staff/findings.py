"""What is missing or odd in drafts that are about to be published. A finding never forbids; a blocker does."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import Agreement, SigningRound, Statement
from companies.duplicates import likely_the_same
from companies.models import Company
from editions.models import Publishable
from figures.statements.checks import checks_of


@dataclass(frozen=True)
class Finding:
    """What is odd, in words, and where to mend it."""

    text: str
    address: str = ""


def draft_findings(records, today):
    """(blockers, findings) of the drafts as they stand, in the reader's language."""
    blockers, findings = [], []
    for record in records:
        if isinstance(record, SigningRound):
            blockers += _not_yet_signed(record, today)
            findings += [*_round_facts(record), *_numbers(record), *_parties(record), *_points(record, today)]
        if isinstance(record, Statement):
            findings += _statement_facts(record)
        if isinstance(record, Company):
            findings += _duplicates([record])
    return blockers, findings


def reconciliation_findings(sums):
    """Every published statement that differs from what the register gives for its day."""
    statements = Statement.objects.published().prefetch_related("figures")
    return [
        Finding(
            _("%(statement)s: %(measure)s %(value)s was stated, but the register gives %(expected)s.")
            % {
                "statement": statement,
                "measure": check.figure.get_measure_display(),
                "value": check.figure.value,
                "expected": check.expected,
            },
            reverse("admin:agreements_statement_change", args=[statement.pk]),
        )
        for statement in statements
        for check in checks_of(statement, sums).values()
        if check.difference
    ]


def _not_yet_signed(round, today):
    if round.signed_on and round.signed_on > today:
        yield _("The day of signing is still to come. Publish the round once it is signed.")


def _round_facts(round):
    address = reverse("admin:agreements_signinground_change", args=[round.pk])
    if not round.signed_on:
        yield Finding(_("The day of signing is not known: the round takes no part in the totals of a day."), address)
    agreements = round.agreements.count()
    if not agreements:
        yield Finding(_("No agreement is listed."), address)
    if round.stated_count is not None and round.stated_count != agreements:
        words = {"stated": round.stated_count, "listed": agreements}
        yield Finding(_("%(stated)s agreements were stated, but %(listed)s are listed.") % words, address)
    without = round.agreements.filter(signatories=None).count()
    if without:
        text = ngettext("%(n)s agreement has no signatory.", "%(n)s agreements have no signatory.", without)
        yield Finding(text % {"n": without}, address)


def _numbers(round):
    address = reverse("admin:agreements_signinground_change", args=[round.pk])
    if round.first_number is None:
        yield Finding(_("The numbers of the agreements are not known."), address)
        return
    size, listed = round.last_number - round.first_number + 1, round.agreements.count()
    if size != listed:
        words = {"numbers": round.numbers, "size": size, "listed": listed}
        yield Finding(_("%(numbers)s are %(size)s numbers, but %(listed)s agreements are listed.") % words, address)
    numbered = SigningRound.objects.published().filter(last_number__isnull=False)
    before = numbered.filter(last_number__lt=round.first_number).order_by("-last_number").first()
    after = numbered.filter(first_number__gt=round.last_number).order_by("first_number").first()
    yield from _order(round, numbered, address)
    if before and before.last_number + 1 < round.first_number:
        yield Finding(_gap(before.last_number + 1, round.first_number - 1), address)
    if after and round.last_number + 1 < after.first_number:
        yield Finding(_gap(round.last_number + 1, after.first_number - 1), address)


def _order(round, numbered, address):
    """A higher number signed earlier makes a total fall from one day to a later one."""
    if round.signed_on is None:
        return
    later = numbered.filter(last_number__lt=round.first_number, signed_on__gt=round.signed_on)
    earlier = numbered.filter(first_number__gt=round.last_number, signed_on__lt=round.signed_on)
    for other in [*later.order_by("-last_number")[:1], *earlier.order_by("first_number")[:1]]:
        words = {"numbers": round.numbers, "others": other.numbers}
        yield Finding(
            _("Numbers %(numbers)s and %(others)s were not signed in the order of the days.") % words, address
        )


def _gap(first, last):
    return _("No published round holds the numbers %(first)s to %(last)s.") % {"first": first, "last": last}


def _parties(round):
    drafts = Company.objects.filter(agreements__round=round, status=Publishable.Status.DRAFT).distinct()
    yield from _duplicates(drafts)
    listed = Agreement.objects.filter(round=round, company__representatives__isnull=False).distinct()
    for agreement in listed.prefetch_related("signatories", "company__representatives"):
        heads = {head.name for head in agreement.company.representatives.all()}
        signers = {person.name for person in agreement.signatories.all()}
        if signers and not signers & heads:
            words = {"company": agreement.company, "signers": ", ".join(sorted(signers))}
            text = _("%(company)s: %(signers)s signed, but is no representative in the register.") % words
            yield Finding(text, reverse("admin:companies_company_change", args=[agreement.company_id]))


def _points(round, today):
    """What came of a point is a claim like any other: it should name its source, and cannot have been seen later."""
    for point in round.commitments.without_evidence():
        words = {"point": point, "state": point.get_state_display()}
        text = _("“%(point)s” stands as %(state)s, but no source shows it.") % words
        yield Finding(text, reverse("admin:agreements_commitment_change", args=[point.pk]))
    for point in round.commitments.filter(state_on__gt=today):
        text = _("“%(point)s”: the day on which the state was seen is still to come.") % {"point": point}
        yield Finding(text, reverse("admin:agreements_commitment_change", args=[point.pk]))


def _duplicates(companies):
    for company, other in likely_the_same(companies):
        text = _("%(company)s may be the same company as %(other)s.") % {"company": company, "other": other}
        yield Finding(text, reverse("admin:companies_company_change", args=[company.pk]))


def _statement_facts(statement):
    address = reverse("admin:agreements_statement_change", args=[statement.pk])
    if not statement.as_of:
        yield Finding(_("The day it speaks of is not known: the statement takes no part in the totals."), address)
    if not statement.figures.exists():
        yield Finding(_("The statement holds no number."), address)
