"""What happens when someone publishes, withdraws or numbers. Each is one transaction and at most one edition."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.models import SigningRound, Statement
from companies.drafting import is_head_title, name_heads
from companies.models import Company
from companies.services import make_public, with_rows, withdraw_company
from editions.models import Edition, Publishable
from editions.second_person import refuse_author
from editions.services import edition
from sources.models import Source
from sources.services import publish_sources


def publish_round(*, round, by, reason=""):
    """Publish a round with its rows, its draft sources and its draft companies, as one edition. Whoever signed as the
    head of a company becomes its representative, where the register knows none.

    ValidationError where it has no source, where it is already published, where one of its rows is not valid, or where
    `by` wrote a part of it and a second person must publish.
    """
    with edition(by=by, kind=Edition.Kind.PUBLISH, reason=reason):
        round.refresh_from_db(from_queryset=SigningRound.objects.select_for_update())
        _refuse_unpublishable(round)
        refuse_author([round, *_round_rows(round), *_draft_company_rows(round)], by=by)
        _name_heads(round)
        publish_attached_to_round(round=round)
        _name_address(round)
        round.status = Publishable.Status.PUBLISHED
        _save_with_rows(round, _round_rows(round))
    return round


def withdraw_round(*, round, by, reason):
    """Make a round a draft again, with the companies that nothing else keeps public, as one edition.

    ValidationError without a reason, or where it is a draft already. Its sources stay published.
    """
    _require(reason)
    with edition(by=by, kind=Edition.Kind.WITHDRAW, reason=reason):
        round.refresh_from_db(from_queryset=SigningRound.objects.select_for_update())
        _refuse_draft(round)
        round.status = Publishable.Status.DRAFT
        _save_with_rows(round, _round_rows(round))
        for company in _companies_left_alone(round):
            withdraw_company(company=company, by=by, reason=reason)
    return round


def publish_attached_to_round(*, round):
    """Publish the draft companies and sources of a round that is published, or is being published."""
    publish_sources(Source.objects.filter(Q(rounds=round) | Q(commitments__round=round)))
    for company in _draft_companies(round):
        make_public(company)


def publish_statement(*, statement, by, reason=""):
    """Publish a statement with its numbers and draft sources, as one edition. ValidationError as for a round."""
    with edition(by=by, kind=Edition.Kind.PUBLISH, reason=reason):
        statement.refresh_from_db(from_queryset=Statement.objects.select_for_update())
        _refuse_unpublishable(statement)
        refuse_author([statement, *statement.figures.all()], by=by)
        publish_sources(statement.sources.all())
        statement.status = Publishable.Status.PUBLISHED
        _save_with_rows(statement, statement.figures.all())
    return statement


def withdraw_statement(*, statement, by, reason):
    """Make a statement a draft again, as one edition. ValidationError without a reason, or where it is a draft."""
    _require(reason)
    with edition(by=by, kind=Edition.Kind.WITHDRAW, reason=reason):
        statement.refresh_from_db(from_queryset=Statement.objects.select_for_update())
        _refuse_draft(statement)
        statement.status = Publishable.Status.DRAFT
        _save_with_rows(statement, statement.figures.all())
    return statement


def fill_numbers(*, round, by):
    """Number the agreements of a round in the order listed, from its first number. Returns the round.

    ValidationError where its numbers are not printed, or are not as many as its agreements. In a published round
    this is a correction; where every number already stands, it is none.
    """
    with edition(by=by, kind=Edition.Kind.CORRECT, reason=""):
        round.refresh_from_db(from_queryset=SigningRound.objects.select_for_update())
        agreements = list(round.agreements.all())
        _refuse_unnumberable(round, len(agreements))
        numbered = list(zip(range(round.first_number, round.last_number + 1), agreements, strict=True))
        wrong = [(number, agreement) for number, agreement in numbered if agreement.number != number]
        # A number is unique at every moment, so all that change are emptied before any is given anew.
        for agreement in [agreement for _number, agreement in wrong if agreement.number is not None]:
            agreement.number = None
            agreement.save()
        for number, agreement in wrong:
            agreement.number = number
            agreement.full_clean()
            agreement.save()
    return round


def _name_address(round):
    """The address follows a draft whose numbers or day became known later, and never changes once it was public."""
    was_public = round.history.filter(edition_from__isnull=False).exists()
    if not was_public and (round.number_basis == SigningRound.NumberBasis.PRINTED or round.signed_on):
        round.slug = round.free_slug()


def _refuse_unpublishable(record):
    if record.is_public():
        raise ValidationError(_("This is already published. Edit it, and the change is published."))
    if not record.sources.exists():
        raise ValidationError(_("Name at least one source, then publish."))


def _refuse_draft(record):
    if not record.is_public():
        raise ValidationError(_("This is a draft; there is nothing to withdraw."))


def _require(reason):
    if not reason.strip():
        raise ValidationError(_("Give the reason: the list of changes shows it."))


def _refuse_unnumberable(round, count):
    if round.number_basis != SigningRound.NumberBasis.PRINTED:
        raise ValidationError(_("Give the first and last number and mark them as printed in a source, then fill."))
    size = round.last_number - round.first_number + 1
    if size != count:
        raise ValidationError(
            _("The range holds %(size)d numbers, but %(count)d agreements are listed. Make them equal, then fill."),
            params={"size": size, "count": count},
        )


def _name_heads(round):
    """A company without any representative has those who signed for it as a head; others keep the ones they have."""
    for agreement in round.agreements.filter(company__representatives=None).select_related("company"):
        people = agreement.signatories.all()
        heads = [(person.name, person.title) for person in people if is_head_title(person.title)]
        name_heads(company=agreement.company, heads=heads, sources=round.sources.all())


def _draft_companies(round):
    return Company.objects.filter(agreements__round=round, status=Publishable.Status.DRAFT).distinct()


def _draft_company_rows(round):
    for company in _draft_companies(round):
        yield from with_rows(company)


def _companies_left_alone(round):
    """Published companies of a withdrawn round that have neither a published agreement left nor a place."""
    companies = Company.objects.published().filter(agreements__round=round, establishments=None)
    return companies.exclude(agreements__round__status=Publishable.Status.PUBLISHED).distinct()


def _round_rows(round):
    """Every row that is public when the round is."""
    yield from round.attendees.all()
    for agreement in round.agreements.all():
        yield agreement
        yield from agreement.signatories.all()
    yield from round.commitments.all()


def _save_with_rows(record, rows):
    for row in [record, *rows]:
        row.full_clean()
        row.save()
